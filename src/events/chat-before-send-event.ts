import type { RoomId } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** A message is about to be sent. Cancelable: prevented, it is not sent and its text stays in the composer. */
export class ChatBeforeSendEvent extends ChatEvent<{ readonly roomId: RoomId; readonly body: string }> {
  constructor(detail: ChatBeforeSendEvent['detail']) {
    super('chat-before-send', detail, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-before-send': ChatBeforeSendEvent;
  }
}
