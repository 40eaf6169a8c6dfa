import type { Message } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** A message of this person was queued and is on screen as pending. */
export class ChatMessageSendEvent extends ChatEvent<{ readonly message: Message }> {
  constructor(detail: ChatMessageSendEvent['detail']) {
    super('chat-message-send', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-message-send': ChatMessageSendEvent;
  }
}
