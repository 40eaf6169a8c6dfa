import { systemClock, type Clock } from './clock.ts';
import { createId } from './ids.ts';
import { browserLocks, type Locks } from './locks.ts';
import { browserNetwork, type Network } from './network.ts';
import { browserPage, type Page } from './page.ts';
import { browserStorage, type KeyedStorage, type StorageMode } from './storage.ts';

/** All that a session needs of the browser, so that tests can stand in for it. */
export interface Platform {
  readonly clock: Clock;
  readonly page: Page;
  readonly network: Network;
  readonly locks: Locks;
  readonly storage: (mode: Exclude<StorageMode, 'none'>, namespace: string) => KeyedStorage;
  readonly createId: () => string;
}

export const browser: Platform = {
  clock: systemClock,
  page: browserPage,
  network: browserNetwork,
  locks: browserLocks,
  storage: browserStorage,
  createId,
};
