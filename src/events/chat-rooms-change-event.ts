import type { Room } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** The list of rooms is another one: rooms came, went or were renamed. */
export class ChatRoomsChangeEvent extends ChatEvent<{ readonly rooms: readonly Room[] }> {
  constructor(detail: ChatRoomsChangeEvent['detail']) {
    super('chat-rooms-change', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-rooms-change': ChatRoomsChangeEvent;
  }
}
