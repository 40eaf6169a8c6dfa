import type { Message } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** A message of somebody else arrived. */
export class ChatMessageReceiveEvent extends ChatEvent<{ readonly message: Message }> {
  constructor(detail: ChatMessageReceiveEvent['detail']) {
    super('chat-message-receive', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-message-receive': ChatMessageReceiveEvent;
  }
}
