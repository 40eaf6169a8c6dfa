import type { ConnectionStatus } from '../protocol/connection-state.ts';
import type { ChatError } from '../protocol/model.ts';
import { ChatEvent } from './chat-event.ts';

/** The connection has another status. `error` says why, where it is known. */
export class ChatConnectionChangeEvent extends ChatEvent<{
  readonly status: ConnectionStatus;
  readonly previous: ConnectionStatus;
  readonly error?: ChatError;
}> {
  constructor(detail: ChatConnectionChangeEvent['detail']) {
    super('chat-connection-change', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-connection-change': ChatConnectionChangeEvent;
  }
}
