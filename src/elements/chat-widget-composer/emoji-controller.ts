import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ChatWidgetEmojiPicker } from '../chat-widget-emoji-picker/chat-widget-emoji-picker.ts';
import type * as emojiModule from '../chat-widget-emoji-picker/emoji.ts';
import type { PersonalEmoji } from '../chat-widget-emoji-picker/personal-emoji.ts';
import type { Suggestion } from './suggestion-controller.ts';

type EmojiModule = typeof emojiModule;

/** As many as a person takes in at a glance. */
const MOST = 8;

interface Options {
  /** Whose emoji they are. */
  readonly person: () => Pick<PersonalEmoji, 'locale' | 'storage'>;
  /** What the panel needs of its host. */
  readonly settings: () => Pick<ChatWidgetEmojiPicker, 'strings' | 'onPick'>;
  /** `suggest` knows more than it did. */
  readonly onLoad: () => void;
  /** The panel is about to open or close, and has done so. */
  readonly onBeforeToggle: (event: ToggleEvent) => void;
  readonly onToggle: (event: ToggleEvent) => void;
  readonly load?: () => Promise<EmojiModule>;
}

/** Fetches the emoji when they are first needed, and renders its host when there is news. */
export class EmojiController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #module: EmojiModule | undefined;
  #person: PersonalEmoji | undefined;
  #loading: Promise<void> | undefined;
  /** The panel was wanted and could not be fetched; it is tried again when it is wanted again. */
  hasFailed = false;
  /** To be rendered by the host; undefined until it was wanted. */
  picker: ChatWidgetEmojiPicker | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#person) Object.assign(this.#person, this.#options.person());
    if (this.picker) Object.assign(this.picker, this.#options.settings());
  }

  /** What a short code or a name may mean, or a whole one means; nothing before the emoji are there. */
  suggest(code: string, isWhole: boolean): readonly Suggestion[] {
    const person = this.#person;
    if (!person) {
      void this.#load();
      return [];
    }
    void person.fetchNames();
    const meant = isWhole ? person.findExactly(code) : person.find(code, MOST);
    return meant.map((emoji) => ({
      text: person.charOf(emoji),
      content: html`<span class="suggestion-emoji">${person.charOf(emoji)}</span
        ><span class="suggestion-text">${person.nameOf(emoji)}</span
        ><span class="suggestion-code" dir="ltr">:${emoji.codes[0]}:</span>`,
    }));
  }

  /** Opens the panel for the first time; from then on its button does. */
  async open(): Promise<void> {
    await this.#load();
    this.hasFailed = !this.#module;
    if (this.#module) this.picker ??= this.#create(this.#module);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.picker?.isConnected) this.picker.showPopover();
  }

  #create({ ChatWidgetEmojiPicker }: EmojiModule): ChatWidgetEmojiPicker {
    const picker = new ChatWidgetEmojiPicker();
    if (this.#person) picker.person = this.#person;
    picker.setAttribute('part', 'emoji-picker');
    picker.addEventListener('beforetoggle', this.#options.onBeforeToggle);
    picker.addEventListener('toggle', this.#options.onToggle);
    return picker;
  }

  #load(): Promise<void> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<void> {
    const { load = () => import('../chat-widget-emoji-picker/emoji.ts'), onLoad, person } = this.#options;
    try {
      this.#module = await load();
      this.#person = Object.assign(new this.#module.PersonalEmoji(), person());
      this.#person.addEventListener('change', onLoad);
      onLoad();
    } catch {
      this.#loading = undefined;
    }
  }
}
