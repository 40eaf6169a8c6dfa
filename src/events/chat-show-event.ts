import { ChatEvent } from './chat-event.ts';

/** The panel is about to open. Cancelable: prevented, it stays closed. */
export class ChatShowEvent extends ChatEvent<Readonly<Record<never, never>>> {
  constructor() {
    super('chat-show', {}, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-show': ChatShowEvent;
  }
}
