import type { Room } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** The first list of rooms has arrived: there is something to show. */
export class ChatReadyEvent extends ChatEvent<{ readonly rooms: readonly Room[] }> {
  constructor(detail: ChatReadyEvent['detail']) {
    super('chat-ready', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-ready': ChatReadyEvent;
  }
}
