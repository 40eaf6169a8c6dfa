import type { Platform } from '../platform/platform.ts';
import { Timers } from './timers.ts';

/** However many reasons there are to ask, the server is not asked more often. */
const LEAST_MS = 3000;

/** The contract has no push for presence, so it is asked again and again, but only while somebody looks. */
export class PresencePolling {
  readonly #platform: Platform;
  readonly #intervalMs: number;
  readonly #emit: () => boolean;
  readonly #timers: Timers;
  #askedAt = -Infinity;

  /**
   * @param intervalMs between two questions; 0 asks only when there is a reason
   * @param emit false when there is no connection
   */
  constructor(platform: Platform, intervalMs: number, emit: () => boolean) {
    this.#platform = platform;
    this.#intervalMs = intervalMs;
    this.#emit = emit;
    this.#timers = new Timers(platform.clock);
  }

  /** Asks now, or as soon as it is allowed again. */
  ask(): void {
    const { clock, page } = this.#platform;
    const wait = this.#askedAt + LEAST_MS - clock.now();
    if (wait > 0) {
      if (!this.#timers.has('soon'))
        this.#timers.set('soon', wait, () => {
          this.ask();
        });
      return;
    }
    if (page.visible) this.#send();
  }

  /** A new connection: asks at once, seen or not, whatever was asked on the one before. */
  begin(): void {
    this.#send();
  }

  end(): void {
    this.#timers.clearAll();
  }

  #send(): void {
    if (!this.#emit()) return;
    this.#askedAt = this.#platform.clock.now();
    if (this.#intervalMs > 0) {
      this.#timers.set('again', this.#intervalMs, () => {
        this.ask();
      });
    }
  }
}
