import type { Message, Room } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** Somebody is about to be told of a message that they do not see. Prevent it to have no preview, sound or notification. */
export class ChatNotifyEvent extends ChatEvent<{ readonly message: Message; readonly room: Room }> {
  constructor(detail: ChatNotifyEvent['detail']) {
    super('chat-notify', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-notify': ChatNotifyEvent;
  }
}
