import type { Room } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** The server added a room, or changed one. */
export class ChatRoomAddEvent extends ChatEvent<{ readonly room: Room }> {
  constructor(detail: ChatRoomAddEvent['detail']) {
    super('chat-room-add', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-room-add': ChatRoomAddEvent;
  }
}
