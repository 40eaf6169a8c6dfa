import type { Clock } from '../../../src/platform/clock.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { KeyedStorage } from '../../../src/platform/storage.ts';

/** The device's storage as one page sees it: slow, in order, and without an answer once the page has crashed. */
export class PageStorage {
  readonly #storage: Platform['storage'];
  readonly #clock: Clock;
  readonly #latency: () => number;
  #idleAt = 0;

  /** @param latency milliseconds, asked for each operation */
  constructor(storage: Platform['storage'], clock: Clock, latency: () => number) {
    this.#storage = storage;
    this.#clock = clock;
    this.#latency = latency;
  }

  readonly open: Platform['storage'] = (mode, namespace): KeyedStorage => {
    const storage = this.#storage(mode, namespace);
    return {
      entries: () => this.#inTurn(() => storage.entries()),
      set: (key, value) => this.#inTurn(() => storage.set(key, value)),
      remove: (key) => this.#inTurn(() => storage.remove(key)),
      clear: () => this.#inTurn(() => storage.clear()),
      watch: (key, changed) => storage.watch(key, changed),
    };
  };

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const now = this.#clock.now();
    this.#idleAt = Math.max(now, this.#idleAt) + this.#latency();
    // A page that is gone has a clock that has stopped, so this never comes.
    await new Promise<void>((resolve) => this.#clock.after(this.#idleAt - now, resolve));
    return work();
  }
}
