import type { Connection } from '../connection/connection.ts';
import type { Platform } from '../platform/platform.ts';
import type { Action } from '../store/actions.ts';
import type { State } from '../store/state.ts';
import type { Broadcasts } from './broadcasts.ts';
import type { Deliveries } from './deliveries.ts';
import type { History } from './history.ts';
import type { PresencePolling } from './presence-polling.ts';
import type { Timers } from './timers.ts';
import type { TypingSignals } from './typing-signals.ts';
import type { Wire } from './wire.ts';

/** What a session is made of: what the rows of the event map and the request map work with. */
export interface Parts {
  readonly state: State;
  dispatch(action: Action): void;
  readonly platform: Platform;
  readonly connection: Connection;
  readonly wire: Wire;
  readonly deliveries: Deliveries;
  readonly history: History;
  readonly broadcasts: Broadcasts;
  readonly typing: TypingSignals;
  readonly presence: PresencePolling;
  readonly timers: Timers;
}
