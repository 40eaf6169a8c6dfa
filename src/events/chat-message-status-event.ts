import type { ChatError, Message, MessageStatus } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** An own message became `sent` or `failed`, or `pending` again by a retry. `error` says why it failed. */
export class ChatMessageStatusEvent extends ChatEvent<{
  readonly message: Message;
  readonly status: MessageStatus;
  readonly error?: ChatError;
}> {
  constructor(detail: ChatMessageStatusEvent['detail']) {
    super('chat-message-status', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-message-status': ChatMessageStatusEvent;
  }
}
