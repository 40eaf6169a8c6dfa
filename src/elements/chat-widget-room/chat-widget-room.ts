import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import { ChatRoomSelectEvent } from '../../events/chat-room-select-event.ts';
import { lastEntry, otherParticipant, person, roomTitle, typists } from '../../store/selectors.ts';
import type { MessageEntry, RoomEntry } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { alertIcon, clockIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import '../chat-widget-avatar/chat-widget-avatar.ts';
import '../chat-widget-presence-badge/chat-widget-presence-badge.ts';
import '../chat-widget-timestamp/chat-widget-timestamp.ts';
import { statusText } from '../chat-widget-message/message-status.ts';
import { styles } from './chat-widget-room.styles.ts';
import { previewAuthor, previewText, typingText } from './preview.ts';

/** More than this is only "many". */
const MOST_COUNTED = 99;

/**
 * @summary One room as a row of the list: who, what was said last and when, and what is unread.
 *
 * @attr room-id - Which room.
 * @attr current - It is the open one.
 *
 * @csspart room - The row, a button. Has the further tokens `current`, `unread` and `typing`.
 * @csspart avatar - The picture.
 * @csspart title - The other person's name or the group's.
 * @csspart time - When it was active last.
 * @csspart preview - The last message, or who types.
 * @csspart presence - The dot of somebody who is online.
 * @csspart unread-count - The number of unread messages.
 *
 * @fires chat-room-select - The person chose this room. Cancelable.
 */
export class ChatWidgetRoom extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, text, styles];

  static override properties: PropertyDeclarations = {
    roomId: { attribute: 'room-id' },
    current: { type: Boolean },
    tabStop: { attribute: false },
  };

  declare roomId: string;
  declare current: boolean;
  /** False where the keyboard gets here by arrow keys, as in a list. */
  declare tabStop: boolean;

  readonly #localize = new LocalizeController(this);
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #room = new SelectController(this, ({ rooms }) => rooms.byId.get(this.roomId));
  readonly #last = new SelectController(this, (state) => lastEntry(state, this.roomId));
  readonly #waiting = new SelectController(
    this,
    ({ connection }) => this.#last.value?.status === 'pending' && connection.status !== 'online',
  );
  readonly #author = new SelectController(this, (state) =>
    person(state, lastEntry(state, this.roomId)?.sender.id ?? ''),
  );
  readonly #typists = new SelectController(this, (state) => typists(state, this.roomId));

  constructor() {
    super();
    this.roomId = '';
    this.current = false;
    this.tabStop = true;
  }

  override render(): TemplateResult | typeof nothing {
    const room = this.#room.value;
    if (!room) return nothing;
    const flags = { current: this.current, unread: room.unreadCount > 0, typing: this.#typists.value.length > 0 };
    const names = ['room', ...Object.entries(flags).flatMap(([name, is]) => (is ? name : []))].join(' ');
    const title = roomTitle(room, this.#self.value, this.#localize.formats.list);
    const other = otherParticipant(room, this.#self.value);
    return html`<button
      class=${names}
      part=${names}
      type="button"
      tabindex=${this.tabStop ? 0 : -1}
      aria-current=${this.current ? 'true' : nothing}
      @click=${this.#onClick}
    >
      <chat-widget-avatar
        part="avatar"
        user-id=${other?.id ?? room.id}
        name=${title}
        ?group=${room.isGroup}
      ></chat-widget-avatar>
      <span class="title" part="title" dir="auto">${title}</span>
      ${other ? html`<chat-widget-presence-badge part="presence" user-id=${other.id}></chat-widget-presence-badge>` : nothing}
      ${
        room.activeAt > 0
          ? html`<chat-widget-timestamp part="time" moment=${room.activeAt}></chat-widget-timestamp>`
          : nothing
      }
      ${this.#renderPreview(room)} ${this.#renderUnread(room)}
    </button>`;
  }

  /** In the direction of what was said: that of the name before it is isolated, and does not count. */
  #renderPreview(room: RoomEntry): TemplateResult {
    const { strings } = this.#localize;
    const typing = typingText(this.#typists.value, strings);
    const entry = this.#last.value;
    const own = entry?.sender.id === this.#self.value.id;
    const by =
      entry && previewAuthor({ author: this.#author.value ?? entry.sender, own, group: room.isGroup }, strings);
    return html`<span class="preview" part="preview" dir="auto"
      >${typing || !entry ? nothing : this.#renderStatus(entry)}${
        typing || (entry ? html`<bdi>${by}</bdi> ${previewText(entry, strings)}` : strings.noMessages)
      }</span
    >`;
  }

  #renderStatus(entry: MessageEntry): TemplateResult | typeof nothing {
    const { strings } = this.#localize;
    if (entry.status === 'sent') return nothing;
    return entry.status === 'failed'
      ? html`<span class="unsent failed">${alertIcon}${strings.messageFailed}</span> `
      : html`<span class="unsent"
          >${clockIcon}<span class="visually-hidden">${statusText(entry, this.#waiting.value, strings)}</span></span
        > `;
  }

  #renderUnread({ unreadCount }: RoomEntry): TemplateResult | typeof nothing {
    if (unreadCount === 0) return nothing;
    const { strings, formats } = this.#localize;
    const shown =
      unreadCount > MOST_COUNTED ? strings.moreThan(formats.number(MOST_COUNTED)) : formats.number(unreadCount);
    return html`<span class="unread-count" part="unread-count" dir="auto" aria-hidden="true">${shown}</span
      ><span class="visually-hidden">${strings.unreadMessages(unreadCount)}</span>`;
  }

  readonly #onClick = (): void => {
    this.dispatchEvent(new ChatRoomSelectEvent({ roomId: this.roomId }));
  };
}

if (!customElements.get('chat-widget-room')) customElements.define('chat-widget-room', ChatWidgetRoom);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-room': ChatWidgetRoom;
  }
}
