import type { User } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** A room is about to be asked for. Cancelable: prevented, nothing is sent. */
export class ChatRoomCreateEvent extends ChatEvent<{
  readonly name: string;
  readonly participants: readonly User[];
  readonly isGroup: boolean;
}> {
  constructor(detail: ChatRoomCreateEvent['detail']) {
    super('chat-room-create', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-room-create': ChatRoomCreateEvent;
  }
}
