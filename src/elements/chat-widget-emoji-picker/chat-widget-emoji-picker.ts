import type { EmojiGroup, Strings } from '../../localization/strings.ts';
import { styles } from './chat-widget-emoji-picker.styles.ts';
import { dressButtons, emojiOf, gridOf, previewOf, sectionOf, tabOf, titleGroups } from './emoji-elements.ts';
import { emojiGroups, type Emoji } from './emoji-groups.ts';
import { PersonalEmoji } from './personal-emoji.ts';
import { Roving } from './roving.ts';
import { ToneChooser } from './tone-chooser.ts';

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

export type EmojiStrings = Pick<Strings, 'searchEmoji' | 'emojiFound' | 'emojiGroups' | 'skinTone' | 'skinTones'>;

/**
 * @summary A panel with all emoji, by group and by search. It is a popover: who made it shows it and says where.
 *
 * Its own styles and no Lit, because it is fetched when it is first used, and then stands alone.
 */
export class ChatWidgetEmojiPicker extends HTMLElement {
  /** Called with what was picked, after it has closed. */
  onPick: (char: string) => void = () => {};

  #person = new PersonalEmoji();
  readonly #search = document.createElement('input');
  readonly #tabs = document.createElement('div');
  readonly #list = document.createElement('div');
  readonly #results = document.createElement('div');
  readonly #groups = document.createElement('div');
  readonly #count = document.createElement('p');
  readonly #preview = document.createElement('div');
  readonly #tones = new ToneChooser((tone) => {
    this.#person.tone = tone;
  });
  readonly #tabStops = new Roving(this.#tabs);
  readonly #listStops = new Roving(this.#list);
  #strings: EmojiStrings | undefined;
  #shownRecent: string | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#buildTop(), this.#tabs, this.#count, this.#list, this.#preview);
    this.#build();
    root.addEventListener('keydown', this.#onKeydown);
    this.#person.addEventListener('change', this.#onChange);
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

  /** Whose emoji these are: what they choose elsewhere is seen here, and the other way round. */
  set person(person: PersonalEmoji) {
    this.#person.removeEventListener('change', this.#onChange);
    this.#person = person;
    person.addEventListener('change', this.#onChange);
  }

  set strings(strings: EmojiStrings) {
    if (strings === this.#strings) return;
    this.#strings = strings;
    if (!this.#isOpen) return;
    void this.#person.fetchNames();
    this.#update();
  }

  get #isOpen(): boolean {
    return this.matches(':popover-open');
  }

  /** On a phone the keyboard would hide half of it, so there nothing is searched at once. */
  override focus(options?: FocusOptions): void {
    if (matchMedia('(pointer: coarse)').matches) this.#listStops.focus();
    else this.#search.focus(options);
  }

  #buildTop(): HTMLElement {
    const top = document.createElement('div');
    top.className = 'top';
    this.#search.type = 'search';
    this.#search.autocomplete = 'off';
    this.#search.enterKeyHint = 'done';
    this.#search.addEventListener('input', this.#onSearch);
    top.append(this.#search, this.#tones.group, this.#tones.button);
    return top;
  }

  #build(): void {
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
    void this.#person.fetchNames();
    if (!this.#groups.firstChild) {
      this.#groups.append(...[...emojiGroups()].map(([name, emoji]) => sectionOf(name, emoji)));
      this.#tabs.append(...Object.entries(SIGNS).map(([name, sign]) => tabOf(name, sign)));
    }
    this.#search.value = '';
    this.#onSearch();
    this.#update();
    this.#tabStops.reset();
    this.#listStops.reset();
  }

  /** Shows all in the person's language and tone; what has the focus keeps it. */
  #update(): void {
    if (!this.#strings) return;
    this.#search.ariaLabel = this.#search.placeholder = this.#strings.searchEmoji;
    this.#tones.label(this.#strings, this.#person.tone);
    this.#listRecent();
    titleGroups(this.#groups, this.#tabs, this.#strings.emojiGroups);
    if (this.#search.value && !this.#results.matches(':focus-within')) this.#onSearch();
    dressButtons(this.#list, this.#person);
  }

  #listRecent(): void {
    const { recent } = this.#person;
    const shown = recent.map(({ char }) => char).join();
    if (shown === this.#shownRecent) return;
    this.#shownRecent = shown;
    this.#groups.querySelector('#recent')?.remove();
    if (recent.length > 0) this.#groups.prepend(sectionOf('recent', recent));
    this.#tabs.querySelector('[data-group=recent]')?.toggleAttribute('hidden', recent.length === 0);
    this.#listStops.reset();
  }

  #pick(emoji: Emoji): void {
    this.hidePopover();
    this.#person.addRecent(emoji);
    this.onPick(this.#person.charOf(emoji));
  }

  readonly #onChange = (): void => {
    if (this.#isOpen) this.#update();
  };

  readonly #onSearch = (): void => {
    const query = this.#search.value.trim();
    const found = this.#person.find(query, MOST_FOUND);
    this.#groups.hidden = query !== '';
    this.#results.replaceChildren(gridOf(found));
    dressButtons(this.#results, this.#person);
    this.#count.textContent = query && this.#strings ? this.#strings.emojiFound(found.length) : '';
    this.#count.classList.toggle('spoken', found.length > 0 || query === '');
    this.#list.scrollTop = 0;
    this.#listStops.reset();
  };

  readonly #onKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    const isSearch = event.target === this.#search;
    const first = emojiOf(this.#results.querySelector('button'));
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

  readonly #onClick = ({ target }: Event): void => {
    const emoji = emojiOf(target);
    if (emoji) this.#pick(emoji);
  };

  readonly #onPoint = ({ target }: Event): void => {
    const emoji = emojiOf(target);
    if (emoji) this.#preview.replaceChildren(...previewOf(emoji, this.#person));
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
