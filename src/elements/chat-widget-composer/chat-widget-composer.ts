import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { sessionContext } from '../../context/session-context.ts';
import { uploaderContext } from '../../context/uploader-context.ts';
import type { RoomId } from '../../protocol/model.ts';
import { isSameRoom, roomTitle } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { Attachments } from './attachments.ts';
import { AutosizeController } from './autosize-controller.ts';
import { styles } from './chat-widget-composer.styles.ts';
import { emojiButton, sendButton } from './composer-buttons.ts';
import { CompositionController } from './composition-controller.ts';
import { EmojiController } from './emoji-controller.ts';
import { insertText } from './insert-text.ts';
import { LengthLimit } from './length-limit.ts';
import { mentions } from './mentions.ts';
import { PlacementController } from './placement-controller.ts';
import { type Suggestion, SuggestionController } from './suggestion-controller.ts';
import type { Token } from './token-before.ts';
import { TypingController } from './typing-controller.ts';
import { uploadStyles } from './upload.styles.ts';

/**
 * @summary Where a message is written.
 *
 * Keeps a draft for each room, tells the others that the person types, and leaves Enter to an input method that composes
 * a word. A page that prevents `chat-before-send` keeps the text in it. `@` completes the names of those in the room,
 * `:` with two letters the short codes and the names of emoji.
 *
 * @attr room - Id of the room to write to. Default: the open room of the provider.
 * @attr send-key - `enter` (default: Shift+Enter begins a new line) or `mod-enter` (Ctrl or ⌘ with Enter sends).
 * @attr max-length - Most characters of a message; a longer one cannot be sent. Default: no limit.
 * @attr readonly - The room can be read only.
 *
 * @slot composer-start - Before the text, such as a button for attachments.
 * @slot composer-end - Between the text and the button that sends.
 *
 * @csspart composer - The box around all. Has the further token `invalid` or `disabled`.
 * @csspart textarea - The text.
 * @csspart counter - How many characters are left, near the limit.
 * @csspart attach - The button that attaches files; there where the page has set `uploader`.
 * @csspart tray - The files that are attached.
 * @csspart attachment - One of them. Has the further token `uploading`, `ready` or `failed`.
 * @csspart drop - In place of them while files are held over the conversation.
 * @csspart emoji - The button that opens the panel of emoji.
 * @csspart emoji-picker - That panel.
 * @csspart problem - Why that panel does not open.
 * @csspart suggestions - The list of what may be meant by what was begun.
 * @csspart suggestion - One of them. Has the further token `active` where Enter would take it.
 * @csspart send - The button that sends.
 * @csspart notice - In place of all this, the sentence that the room can be read only.
 */
export class ChatWidgetComposer extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [base, text, button, styles, uploadStyles];

  static override properties: PropertyDeclarations = {
    room: {},
    sendKey: { attribute: 'send-key' },
    maxLength: { attribute: 'max-length', type: Number },
    readonly: { type: Boolean },
  };

  /** Id of the room to write to; undefined follows the provider. */
  declare room: RoomId | undefined;
  declare sendKey: 'enter' | 'mod-enter';
  declare maxLength: number | undefined;
  declare readonly: boolean;

  readonly #activeRoom = new ContextConsumer(this, { context: activeRoomContext, subscribe: true });
  readonly #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  readonly #uploader = new ContextConsumer(this, { context: uploaderContext, subscribe: true });
  readonly #localize = new LocalizeController(this);
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #entry = new SelectController(this, ({ rooms }) => rooms.byId.get(this.#roomId ?? ''), isSameRoom);
  readonly #draft = new SelectController(this, ({ drafts }) => drafts.get(this.#roomId ?? '') ?? '');
  readonly #composition = new CompositionController(this);
  readonly #typing = new TypingController(this, () => this.#session.value);
  readonly #limit = new LengthLimit();
  readonly #emoji = new EmojiController(this, {
    person: () => ({ locale: this.#localize.formats.locale, storage: this.#session.value?.storage }),
    settings: () => ({ strings: this.#localize.strings, onPick: (char) => this.#insert(char) }),
    onLoad: () => this.#suggestions.follow(),
    onBeforeToggle: (event) => this.#placement.onBeforeToggle(event),
    onToggle: (event) => this.#onPickerToggle(event),
  });
  readonly #suggestions = new SuggestionController(this, {
    findArea: () => this.#area,
    find: (token) => this.#suggest(token),
  });
  readonly #placement = new PlacementController(this, () => this.renderRoot.querySelector('.composer'));

  readonly #attachments = new Attachments(this, {
    uploader: () => this.#uploader.value,
    roomId: () => (this.readonly ? undefined : this.#entry.value?.id),
    focus: () => this.#area?.focus(),
  });

  #text = '';
  /** The room that the text is for, and its draft as the store had it last. */
  #textRoom: RoomId | undefined;
  #knownDraft = '';

  #isQuiet = false;

  constructor() {
    super();
    this.sendKey = 'enter';
    this.readonly = false;
    new AutosizeController(this, () => this.#area);
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues<this>): void {
    const isOtherRoom = this.#roomId !== this.#textRoom;
    const isOtherDraft = this.#draft.value !== this.#knownDraft && !this.#composition.active;
    if (isOtherRoom || isOtherDraft) {
      if (this.#draft.value !== this.#text) this.#suggestions.close();
      this.#text = this.#knownDraft = this.#draft.value;
    }
    this.#textRoom = this.#roomId;
    this.#limit.update(this.#text, this.maxLength);
    if (isOtherRoom) this.#typing.moveTo(this.#roomId);
    super.update(changed);
  }

  override render(): TemplateResult {
    const { strings } = this.#localize;
    if (this.readonly) return html`<p class="notice" part="notice">${strings.readonlyRoom}</p>`;
    const state = this.#entry.value ? (this.#limit.isExceeded ? 'composer invalid' : 'composer') : 'composer disabled';
    return html`${
        this.#emoji.hasFailed
          ? html`<p class="problem" part="problem" role="alert">${strings.emojiNotLoaded}</p>`
          : nothing
      }
      ${this.#attachments.renderTray(strings)}
      <div class=${state} part=${state}>
        <slot name="composer-start"></slot>
        ${this.#renderArea()} ${this.#renderCounter()}
        <slot name="composer-end"></slot>
        ${this.#attachments.renderButton(strings)}
        ${emojiButton(strings, {
          isDisabled: !this.#entry.value,
          picker: this.#emoji.picker,
          onOpen: () => void this.#emoji.open(),
        })}
        ${sendButton(strings, !this.#canSend, this.#send)}
      </div>
      ${this.#emoji.picker} ${this.#suggestions.render(strings.suggestions, this.#placement.onBeforeToggle)}
      <span class="visually-hidden" role="status">${this.#announcement}</span>`;
  }

  #renderArea(): TemplateResult {
    const { strings, formats } = this.#localize;
    const room = this.#entry.value;
    const title = room && roomTitle(room, this.#self.value, formats.list);
    const label = title ? strings.writeMessageTo(title) : strings.writeMessage;
    const { activeId } = this.#suggestions;
    return html`<textarea
      part="textarea"
      rows="1"
      dir=${this.#text ? 'auto' : nothing}
      aria-label=${label}
      placeholder=${label}
      .enterKeyHint=${this.sendKey === 'enter' ? 'send' : 'enter'}
      aria-invalid=${this.#limit.isExceeded}
      aria-describedby="limit"
      aria-autocomplete="list"
      aria-controls=${activeId ? 'suggestions' : nothing}
      aria-activedescendant=${activeId ?? nothing}
      ?disabled=${!room}
      .value=${live(this.#text)}
      @input=${this.#onInput}
      @keydown=${this.#onKeydown}
      @keyup=${this.#onCaretMove}
      @click=${this.#onClick}
      @compositionstart=${this.#composition.onStart}
      @compositionend=${this.#onCompositionEnd}
      @focus=${this.#onFocus}
      @blur=${this.#onBlur}
      @paste=${this.#attachments.onPaste}
    ></textarea>`;
  }

  #renderCounter(): TemplateResult | typeof nothing {
    const { left } = this.#limit;
    if (left === undefined) return nothing;
    return html`<span class="counter" part="counter" aria-hidden="true">${this.#localize.formats.number(left)}</span>
      <span hidden id="limit">${this.#limitSentence(left)}</span>`;
  }

  get #roomId(): RoomId | undefined {
    return this.room ?? this.#activeRoom.value;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #canSend(): boolean {
    if (!this.#entry.value || this.#limit.isExceeded || this.#attachments.isBusy) return false;
    return this.#text.trim() !== '' || this.#attachments.isReady;
  }

  /** What a screen reader is told without being asked. */
  get #announcement(): string {
    const { count } = this.#suggestions;
    if (count > 0) return this.#localize.strings.suggestionCount(count);
    return this.#limit.spoken === undefined ? '' : this.#limitSentence(this.#limit.spoken);
  }

  #limitSentence(left: number): string {
    const { strings } = this.#localize;
    return left < 0 ? strings.charactersTooMany(-left) : strings.charactersLeft(left);
  }

  #suggest({ trigger, query, isClosed }: Token): readonly Suggestion[] {
    if (trigger === ':') return this.#emoji.suggest(query, isClosed);
    const { id } = this.#self.value;
    return mentions(query, this.#entry.value?.participants.filter((user) => user.id !== id) ?? []);
  }

  #insert(text: string): void {
    if (this.#area) insertText(this.#area, text);
  }

  #write(text: string): void {
    this.#text = text;
    if (this.#roomId !== undefined) request(this, 'change-draft', { roomId: this.#roomId, text });
    this.requestUpdate();
  }

  readonly #onInput = (event: InputEvent): void => {
    if (event.target instanceof HTMLTextAreaElement) this.#write(event.target.value);
    this.#typing.signal('input', this.#roomId);
    this.#emoji.hasFailed = false;
    if (!this.#composition.active) this.#suggestions.follow(event.inputType === 'insertText');
  };

  readonly #onCompositionEnd = (): void => {
    this.#composition.onEnd();
    this.#suggestions.follow();
  };

  /** Only typing opens the list: who walks through the text wants no list in the way. */
  readonly #onCaretMove = (): void => {
    if (this.#suggestions.count > 0 && !this.#composition.active) this.#suggestions.follow();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (this.#composition.owns(event)) return;
    if (this.#suggestions.takes(event)) event.preventDefault();
    else if (event.key === 'Enter') this.#onEnter(event);
  };

  #onEnter(event: KeyboardEvent): void {
    const sends = this.sendKey === 'enter' ? !event.shiftKey && !event.altKey : event.ctrlKey || event.metaKey;
    if (!sends) return;
    event.preventDefault();
    this.#send();
  }

  readonly #onFocus = (): void => {
    if (!this.#isQuiet) this.#typing.signal('focus', this.#roomId);
  };

  /** The field may have had the focus already, without anybody's wish to write. */
  readonly #onClick = (): void => {
    this.#onCaretMove();
    this.#onFocus();
  };

  readonly #onBlur = (): void => {
    this.#typing.blur();
    this.#suggestions.close();
  };

  /** Back to the text, unless the person has gone elsewhere. */
  readonly #onPickerToggle = ({ newState }: ToggleEvent): void => {
    const focused = this.shadowRoot?.activeElement;
    if (newState === 'closed' && focused && focused !== this.#area) this.#area?.focus();
  };

  /** The keys lead here from now on, but nobody has begun to write: the others are told so with the first one. */
  focusQuietly(): void {
    this.#isQuiet = true;
    this.focus();
    this.#isQuiet = false;
  }

  readonly #send = (): void => {
    const roomId = this.#roomId;
    if (roomId === undefined || !this.#canSend) return;
    const body = this.#text.trim();
    if (body && !request(this, 'send', { roomId, body })) return;
    for (const file of this.#attachments.take(roomId)) request(this, 'send', { roomId, body: file });
    // Without a text the button takes no focus; pressed by a key, it had it.
    if (this.shadowRoot?.activeElement) this.#area?.focus();
    this.#write('');
  };
}

if (!customElements.get('chat-widget-composer')) customElements.define('chat-widget-composer', ChatWidgetComposer);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-composer': ChatWidgetComposer;
  }
}
