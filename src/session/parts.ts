import type { Broadcasts } from './broadcasts.ts';
import type { Core } from './core.ts';
import type { Deliveries } from './deliveries.ts';
import type { History } from './history.ts';
import type { PresencePolling } from './presence-polling.ts';
import type { TypingSignals } from './typing-signals.ts';

/** What a session is made of: what the rows of the event map and the request map work with. */
export interface Parts extends Core {
  readonly deliveries: Deliveries;
  readonly history: History;
  readonly broadcasts: Broadcasts;
  readonly typing: TypingSignals;
  readonly presence: PresencePolling;
}
