import type { Connection } from '../connection/connection.ts';
import type { Platform } from '../platform/platform.ts';
import type { Action } from '../store/actions.ts';
import type { State } from '../store/state.ts';
import type { Timers } from './timers.ts';
import type { Wire } from './wire.ts';

/** What the parts of a session have in common: the facts, the wire, and the browser behind its seams. */
export interface Core {
  readonly state: State;
  /** Without effect once the session is closed: nothing late reaches the next person. */
  dispatch(action: Action): void;
  readonly platform: Platform;
  readonly connection: Connection;
  readonly wire: Wire;
  readonly timers: Timers;
}
