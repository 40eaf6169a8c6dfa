import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import { isSameRoom, otherParticipant, roomTitle } from '../../store/selectors.ts';
import type { RoomEntry } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { text } from '../../theme/text.styles.ts';
import '../chat-widget-avatar/chat-widget-avatar.ts';
import '../chat-widget-presence-badge/chat-widget-presence-badge.ts';
import { styles } from './chat-widget-room-header.styles.ts';
import { MinuteController } from './minute-controller.ts';

/**
 * @summary Which room is open: its picture, its title, and who is there. Shows nothing while none is open.
 *
 * @csspart avatar - The picture.
 * @csspart presence - The dot of somebody who is online.
 * @csspart title - The heading.
 * @csspart status - Whether the other person is online, when they were last seen here, or how many people are in the room.
 */
export class ChatWidgetRoomHeader extends LitElement {
  static override styles = [base, text, styles];

  readonly #localize = new LocalizeController(this);
  readonly #activeRoom = new ContextConsumer(this, { context: activeRoomContext, subscribe: true });
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #room = new SelectController(this, ({ rooms }) => rooms.byId.get(this.#activeRoom.value ?? ''), isSameRoom);
  readonly #presence = new SelectController(this, ({ presence }) => presence);
  readonly #minutes = new MinuteController(this, () => this.#leftAt !== undefined);

  override render(): TemplateResult | typeof nothing {
    const room = this.#room.value;
    if (!room) return nothing;
    const title = roomTitle(room, this.#self.value, this.#localize.formats.list);
    const other = otherParticipant(room, this.#self.value);
    return html`
      <div class="picture">
        <chat-widget-avatar
          part="avatar"
          user-id=${other?.id ?? room.id}
          name=${title}
          ?group=${room.isGroup}
        ></chat-widget-avatar>
        ${other ? html`<chat-widget-presence-badge part="presence" user-id=${other.id} aria-hidden="true"></chat-widget-presence-badge>` : nothing}
      </div>
      <div class="words">
        <h2 part="title" tabindex="-1" dir="auto">${title}</h2>
        <p part="status" dir="auto">${this.#renderStatus(room)}</p>
      </div>
    `;
  }

  #renderStatus(room: RoomEntry): string {
    const { strings, formats } = this.#localize;
    const { known, online } = this.#presence.value;
    const other = otherParticipant(room, this.#self.value);
    if (other) {
      if (!known) return '';
      if (online.has(other.id)) return strings.online;
      const leftAt = this.#leftAt;
      return leftAt === undefined ? strings.offline : strings.lastSeen(formats.ago(leftAt, this.#minutes.now));
    }
    const count = room.participants.length;
    const present = room.participants.filter(({ id }) => online.has(id)).length;
    return present > 0 ? strings.participantsAndOnline(count, present) : strings.participants(count);
  }

  /** When the other person of a direct room left, where that was seen. */
  get #leftAt(): number | undefined {
    const room = this.#room.value;
    const { online, leftAt } = this.#presence.value;
    const other = room && otherParticipant(room, this.#self.value);
    return other && !online.has(other.id) ? leftAt.get(other.id) : undefined;
  }

  /** Goes to the heading, so that a screen reader begins with it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }
}

if (!customElements.get('chat-widget-room-header')) {
  customElements.define('chat-widget-room-header', ChatWidgetRoomHeader);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-room-header': ChatWidgetRoomHeader;
  }
}
