import { ChatEvent } from './chat-event.ts';

/** The number of unread messages over all rooms changed. */
export class ChatUnreadChangeEvent extends ChatEvent<{ readonly unreadCount: number }> {
  constructor(detail: ChatUnreadChangeEvent['detail']) {
    super('chat-unread-change', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-unread-change': ChatUnreadChangeEvent;
  }
}
