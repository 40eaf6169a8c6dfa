import type { RoomId, User } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** Others began or stopped typing in a room; `users` are those who type now. */
export class ChatTypingChangeEvent extends ChatEvent<{ readonly roomId: RoomId; readonly users: readonly User[] }> {
  constructor(detail: ChatTypingChangeEvent['detail']) {
    super('chat-typing-change', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-typing-change': ChatTypingChangeEvent;
  }
}
