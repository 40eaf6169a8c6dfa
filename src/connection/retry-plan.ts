import type { Clock } from '../platform/clock.ts';
import { backoff } from './backoff.ts';

/** Being connected for so long proves that the server keeps us. */
const STABLE_MS = 10_000;

/** When to try again. The waits begin anew only after a connection that lasted: some servers accept everybody, and then cut. */
export class RetryPlan {
  readonly #clock: Clock;
  #failures = 0;
  #cancel = (): void => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Failed attempts and lost connections since one lasted. */
  get failures(): number {
    return this.#failures;
  }

  /** @returns the moment of the next attempt, in epoch milliseconds */
  failed(tryAgain: () => void): number {
    this.cancel();
    this.#failures += 1;
    const wait = backoff(this.#failures, Math.random());
    this.#cancel = this.#clock.after(wait, tryAgain);
    return this.#clock.now() + wait;
  }

  /** @param lasted called when the connection is still there after a while */
  succeeded(lasted: () => void): void {
    this.cancel();
    this.#cancel = this.#clock.after(STABLE_MS, () => {
      this.#failures = 0;
      lasted();
    });
  }

  /** Nothing is planned any more; the count stays. */
  cancel(): void {
    this.#cancel();
  }

  /** As if there had never been an attempt. */
  forget(): void {
    this.cancel();
    this.#failures = 0;
  }
}
