import type { RoomId } from '../protocol/model.ts';

/**
 * A room is to be opened, or none (`roomId` undefined: back to the list).
 * Cancelable: prevented, the selection stays as it is.
 */
export class ChatRoomSelectEvent extends Event {
  static readonly type = 'chat-room-select';
  readonly detail: { readonly roomId: RoomId | undefined };

  constructor(roomId: RoomId | undefined) {
    super(ChatRoomSelectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = { roomId };
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-room-select': ChatRoomSelectEvent;
  }
}
