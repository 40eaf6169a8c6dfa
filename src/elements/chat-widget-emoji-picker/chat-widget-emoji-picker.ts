import type { EmojiGroup, Strings } from '../../localization/strings.ts';
import type { KeyedStorage } from '../../platform/storage.ts';
import { styles } from './chat-widget-emoji-picker.styles.ts';
import { emojiAt, gridOf, sectionOf } from './emoji-elements.ts';
import { emojiGroups, findEmoji } from './find-emoji.ts';
import { RecentEmoji } from './recent-emoji.ts';
import { Roving } from './roving.ts';

/** More of a search are found by typing on. */
const MOST_FOUND = 80;
/** What stands for a group on the button that leads to it. */
const SIGNS: Readonly<Record<EmojiGroup, string>> = {
  recent: '🕒',
  smileys: '😀',
  people: '👋',
  nature: '🐻',
  food: '🍎',
  travel: '🚗',
  activities: '⚽',
  objects: '💡',
  symbols: '❤️',
  flags: '🏁',
};

export type EmojiStrings = Pick<Strings, 'searchEmoji' | 'emojiFound' | 'emojiGroups'>;

/**
 * @summary A panel with all emoji, by group and by search. It is a popover: who made it shows it and says where.
 *
 * Its own styles and no Lit, because it is fetched when it is first used, and then stands alone.
 */
export class ChatWidgetEmojiPicker extends HTMLElement {
  /** Called with what was picked, after it has closed. */
  onPick: (char: string) => void = () => {};

  readonly #search = document.createElement('input');
  readonly #tabs = document.createElement('div');
  readonly #list = document.createElement('div');
  readonly #results = document.createElement('div');
  readonly #groups = document.createElement('div');
  readonly #count = document.createElement('p');
  readonly #preview = document.createElement('div');
  readonly #tabStops = new Roving(this.#tabs);
  readonly #listStops = new Roving(this.#list);
  #recent = new RecentEmoji(undefined);
  #strings: EmojiStrings | undefined;
  #isListed = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.#build();
    root.append(this.#search, this.#tabs, this.#count, this.#list, this.#preview);
    root.addEventListener('keydown', this.#onKeydown);
    this.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#prepare();
    });
    this.addEventListener('toggle', ({ newState }) => {
      if (newState === 'open') this.focus();
    });
  }

  connectedCallback(): void {
    // Not in the constructor: what `createElement` makes has no attributes yet.
    this.popover = 'auto';
  }

  set strings(strings: EmojiStrings) {
    if (strings === this.#strings) return;
    this.#strings = strings;
    this.#isListed = false;
  }

  /** Where the recent ones are kept; undefined keeps them as long as the page. */
  set storage(storage: KeyedStorage | undefined) {
    this.#recent = new RecentEmoji(storage);
    void this.#recent.restore().then(() => {
      this.#listRecent();
    });
  }

  /** On a phone the keyboard would hide half of it, so there nothing is searched at once. */
  override focus(options?: FocusOptions): void {
    if (matchMedia('(pointer: coarse)').matches) this.#listStops.focus();
    else this.#search.focus(options);
  }

  #build(): void {
    this.#search.type = 'search';
    this.#search.autocomplete = 'off';
    this.#search.enterKeyHint = 'done';
    this.#search.addEventListener('input', this.#onSearch);
    this.#tabs.className = 'tabs';
    this.#tabs.role = 'toolbar';
    this.#tabs.addEventListener('click', this.#onTab);
    this.#count.className = 'count spoken';
    this.#count.role = 'status';
    this.#list.className = 'list';
    this.#list.append(this.#results, this.#groups);
    this.#list.addEventListener('click', this.#onClick);
    for (const type of ['pointerover', 'focusin']) this.#list.addEventListener(type, this.#onPoint);
    this.#preview.className = 'preview';
    this.#preview.ariaHidden = 'true';
  }

  /** Made when it opens, not when it is fetched: most of the work is for some 1,900 buttons. */
  #prepare(): void {
    this.#search.value = '';
    this.#onSearch();
    if (!this.#strings || this.#isListed) {
      this.#listRecent();
      return;
    }
    this.#isListed = true;
    const { searchEmoji, emojiGroups: titles } = this.#strings;
    this.#search.ariaLabel = this.#search.placeholder = searchEmoji;
    this.#groups.replaceChildren(...[...emojiGroups()].map(([name, emoji]) => sectionOf(name, titles[name], emoji)));
    this.#tabs.replaceChildren(...Object.entries(SIGNS).map(([name, sign]) => this.#tabOf(name as EmojiGroup, sign)));
    this.#listRecent();
    this.#tabStops.reset();
  }

  #tabOf(name: EmojiGroup, sign: string): HTMLElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.tabIndex = -1;
    tab.textContent = sign;
    tab.ariaLabel = tab.title = this.#strings?.emojiGroups[name] ?? '';
    tab.dataset['group'] = name;
    return tab;
  }

  #listRecent(): void {
    if (!this.#strings || !this.#isListed) return;
    const all = [...emojiGroups().values()].flat();
    const emoji = this.#recent.all.flatMap((recent) => all.find(({ char }) => char === recent) ?? []);
    this.#groups.querySelector('#recent')?.remove();
    if (emoji.length > 0) this.#groups.prepend(sectionOf('recent', this.#strings.emojiGroups.recent, emoji));
    this.#tabs.querySelector('[data-group=recent]')?.toggleAttribute('hidden', emoji.length === 0);
    this.#listStops.reset();
  }

  #pick(char: string): void {
    this.#recent.add(char);
    this.hidePopover();
    this.onPick(char);
  }

  readonly #onSearch = (): void => {
    const query = this.#search.value.trim();
    const found = findEmoji(query, MOST_FOUND);
    this.#groups.hidden = query !== '';
    this.#results.replaceChildren(gridOf(found));
    this.#count.textContent = query && this.#strings ? this.#strings.emojiFound(found.length) : '';
    this.#count.classList.toggle('spoken', found.length > 0 || query === '');
    this.#list.scrollTop = 0;
    this.#listStops.reset();
  };

  readonly #onKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    const isSearch = event.target === this.#search;
    const first = this.#results.querySelector('button')?.textContent;
    if (event.key === 'Escape') this.hidePopover();
    else if (isSearch && event.key === 'ArrowDown') this.#listStops.focus();
    else if (isSearch && event.key === 'Enter' && first) this.#pick(first);
    else return;
    event.preventDefault();
  };

  readonly #onTab = ({ target }: Event): void => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[data-group]') : null;
    if (!tab) return;
    this.#search.value = '';
    this.#onSearch();
    const section = this.shadowRoot?.getElementById(tab.dataset['group'] ?? '');
    if (section) this.#list.scrollTop = section.offsetTop;
  };

  readonly #onClick = (event: Event): void => {
    const emoji = emojiAt(event);
    if (emoji) this.#pick(emoji.char);
  };

  readonly #onPoint = (event: Event): void => {
    const emoji = emojiAt(event);
    if (emoji) this.#preview.textContent = `${emoji.char} :${emoji.code}:`;
  };
}

if (!customElements.get('chat-widget-emoji-picker')) {
  customElements.define('chat-widget-emoji-picker', ChatWidgetEmojiPicker);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-emoji-picker': ChatWidgetEmojiPicker;
  }
}
