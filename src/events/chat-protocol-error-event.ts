import { ChatEvent } from './chat-event.ts';

/** Something from the server could not be understood and was dropped. Told once for each event and reason. */
export class ChatProtocolErrorEvent extends ChatEvent<{ readonly event: string; readonly reason: string }> {
  constructor(detail: ChatProtocolErrorEvent['detail']) {
    super('chat-protocol-error', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-protocol-error': ChatProtocolErrorEvent;
  }
}
