import type { ChatError } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** The server reported an error that answers nothing asked, or the connection failed for a reason that is known. */
export class ChatErrorEvent extends ChatEvent<{ readonly error: ChatError }> {
  constructor(detail: ChatErrorEvent['detail']) {
    super('chat-error', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-error': ChatErrorEvent;
  }
}
