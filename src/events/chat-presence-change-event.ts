import type { UserId } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** Who is online changed; empty while it is not known. */
export class ChatPresenceChangeEvent extends ChatEvent<{ readonly online: readonly UserId[] }> {
  constructor(detail: ChatPresenceChangeEvent['detail']) {
    super('chat-presence-change', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-presence-change': ChatPresenceChangeEvent;
  }
}
