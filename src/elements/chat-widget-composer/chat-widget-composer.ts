import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { sessionContext } from '../../context/session-context.ts';
import type { RoomId } from '../../protocol/model.ts';
import { roomTitle } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { sendIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import { AutosizeController } from './autosize-controller.ts';
import { styles } from './chat-widget-composer.styles.ts';
import { CompositionController } from './composition-controller.ts';

/** The counter shows when less than this share of the length is left, or so many characters. */
const NEAR_SHARE = 0.2;
const NEAR_CHARACTERS = 100;

/**
 * @summary Where a message is written.
 *
 * Keeps a draft for each room, tells the others that the person types, and leaves Enter to an input method that composes
 * a word. A page that prevents `chat-before-send` keeps the text in it.
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
 * @csspart send - The button that sends.
 * @csspart notice - In place of all this, the sentence that the room can be read only.
 */
export class ChatWidgetComposer extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [base, text, styles];

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
  readonly #localize = new LocalizeController(this);
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #entry = new SelectController(this, ({ rooms }) => rooms.byId.get(this.#roomId ?? ''));
  readonly #draft = new SelectController(this, ({ drafts }) => drafts.get(this.#roomId ?? '') ?? '');
  readonly #composition = new CompositionController(this);

  #text = '';
  /** The room that the text is for, and its draft as the store had it last. */
  #textRoom: RoomId | undefined;
  #knownDraft = '';
  /** Where the others were told that the person is about to type. */
  #typingRoom: RoomId | undefined;

  constructor() {
    super();
    this.sendKey = 'enter';
    this.readonly = false;
    new AutosizeController(this, () => this.renderRoot.querySelector('textarea'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An event from here no longer reaches the provider; without this the others would see a ghost typing.
    if (this.#typingRoom !== undefined) {
      this.#session.value?.request('signal-typing', { roomId: this.#typingRoom, moment: 'blur' });
      this.#typingRoom = undefined;
    }
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues<this>): void {
    const isOtherRoom = this.#roomId !== this.#textRoom;
    const isOtherDraft = this.#draft.value !== this.#knownDraft && !this.#composition.active;
    if (isOtherRoom || isOtherDraft) this.#text = this.#knownDraft = this.#draft.value;
    this.#textRoom = this.#roomId;
    if (isOtherRoom && this.#typingRoom !== undefined) {
      this.#signalBlur();
      this.#signal('focus');
    }
    super.update(changed);
  }

  override render(): TemplateResult {
    const { strings } = this.#localize;
    if (this.readonly) return html`<p class="notice" part="notice">${strings.readonlyRoom}</p>`;
    const room = this.#entry.value;
    const label = room ? strings.writeMessageTo(roomTitle(room, this.#self.value)) : strings.writeMessage;
    const state = room ? (this.#charactersLeft < 0 ? 'composer invalid' : 'composer') : 'composer disabled';
    return html`<div class=${state} part=${state}>
      <slot name="composer-start"></slot>
      <textarea
        part="textarea"
        rows="1"
        dir=${this.#text ? 'auto' : nothing}
        aria-label=${label}
        placeholder=${label}
        .enterKeyHint=${this.sendKey === 'enter' ? 'send' : 'enter'}
        aria-invalid=${this.#charactersLeft < 0}
        aria-describedby="limit"
        ?disabled=${!room}
        .value=${live(this.#text)}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @compositionstart=${this.#composition.onStart}
        @compositionend=${this.#composition.onEnd}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
      ></textarea>
      ${this.#counter()}
      <slot name="composer-end"></slot>
      <button
        class="send"
        part="send"
        type="button"
        aria-label=${strings.send}
        title=${strings.send}
        ?disabled=${!this.#canSend}
        @mousedown=${this.#keepFocus}
        @click=${this.#send}
      >
        ${sendIcon}
      </button>
    </div>`;
  }

  #counter(): TemplateResult | typeof nothing {
    const left = this.#charactersLeft;
    if (left > Math.min(NEAR_CHARACTERS, (this.maxLength ?? 0) * NEAR_SHARE)) return nothing;
    const { strings, formats } = this.#localize;
    const sentence = left < 0 ? strings.charactersTooMany(-left) : strings.charactersLeft(left);
    // Spoken by itself only when it is too late; before that it describes the field.
    return html`<span class="counter" part="counter" aria-hidden="true">${formats.number(left)}</span>
      <span class="visually-hidden" id="limit" role=${left < 0 ? 'status' : 'none'}>${sentence}</span>`;
  }

  get #roomId(): RoomId | undefined {
    return this.room ?? this.#activeRoom.value;
  }

  get #charactersLeft(): number {
    return (this.maxLength ?? Infinity) - this.#text.trim().length;
  }

  get #canSend(): boolean {
    return this.#entry.value !== undefined && this.#text.trim() !== '' && this.#charactersLeft >= 0;
  }

  #write(text: string): void {
    this.#text = text;
    if (this.#roomId !== undefined) request(this, 'change-draft', { roomId: this.#roomId, text });
    this.requestUpdate();
  }

  #signal(moment: 'focus' | 'input'): void {
    this.#typingRoom = this.#roomId;
    if (this.#roomId !== undefined) request(this, 'signal-typing', { roomId: this.#roomId, moment });
  }

  #signalBlur(): void {
    if (this.#typingRoom !== undefined) request(this, 'signal-typing', { roomId: this.#typingRoom, moment: 'blur' });
    this.#typingRoom = undefined;
  }

  readonly #onInput = (event: InputEvent): void => {
    if (event.target instanceof HTMLTextAreaElement) this.#write(event.target.value);
    this.#signal('input');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || this.#composition.owns(event)) return;
    const sends = this.sendKey === 'enter' ? !event.shiftKey && !event.altKey : event.ctrlKey || event.metaKey;
    if (!sends) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onFocus = (): void => {
    this.#signal('focus');
  };

  readonly #onBlur = (): void => {
    this.#signalBlur();
  };

  /** The keyboard of a phone stays open when the button is pressed. */
  readonly #keepFocus = (event: Event): void => {
    event.preventDefault();
  };

  readonly #send = (): void => {
    const roomId = this.#roomId;
    if (roomId === undefined || !this.#canSend) return;
    if (!request(this, 'send', { roomId, body: this.#text.trim() })) return;
    // Without a text the button takes no focus; pressed by a key, it had it.
    if (this.shadowRoot?.activeElement) this.renderRoot.querySelector('textarea')?.focus();
    this.#write('');
  };
}

if (!customElements.get('chat-widget-composer')) customElements.define('chat-widget-composer', ChatWidgetComposer);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-composer': ChatWidgetComposer;
  }
}
