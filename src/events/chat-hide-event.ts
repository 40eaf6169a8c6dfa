import { ChatEvent } from './chat-event.ts';

/** The panel is about to close. Cancelable: prevented, it stays open. */
export class ChatHideEvent extends ChatEvent<Readonly<Record<never, never>>> {
  constructor() {
    super('chat-hide', {}, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-hide': ChatHideEvent;
  }
}
