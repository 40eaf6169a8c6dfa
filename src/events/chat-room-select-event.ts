import type { RoomId } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/**
 * A room is to be opened, or none (`roomId` undefined: back to the list).
 * Cancelable: prevented, the selection stays as it is.
 */
export class ChatRoomSelectEvent extends ChatEvent<{ readonly roomId: RoomId | undefined }> {
  constructor(detail: ChatRoomSelectEvent['detail']) {
    super('chat-room-select', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-room-select': ChatRoomSelectEvent;
  }
}
