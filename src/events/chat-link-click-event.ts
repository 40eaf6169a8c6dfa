import type { Message } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** A link in a message was clicked. Cancelable: prevented, it is not opened. */
export class ChatLinkClickEvent extends ChatEvent<{ readonly href: string; readonly message: Message }> {
  constructor(detail: ChatLinkClickEvent['detail']) {
    super('chat-link-click', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-link-click': ChatLinkClickEvent;
  }
}
