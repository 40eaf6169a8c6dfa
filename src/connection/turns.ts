import type { Clock } from '../platform/clock.ts';

/**
 * Some browsers leave a request to their storage unanswered for ever; nothing must wait for that. Twice, because a page
 * that was asleep finds its timer expired before the answer could come.
 */
const PATIENCE_MS = 750;

/** Does one thing after another, so that what was removed is not written again by something that was asked for before. */
export class Turns {
  readonly #clock: Clock;
  #last: Promise<unknown> = Promise.resolve();
  /** What is being done, also after it took too long. */
  #work: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #isHung = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Never rejects. @param otherwise what becomes of it when the work fails, takes too long, or comes too late */
  run<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    if (this.#isClosed) return Promise.resolve(otherwise);
    const result = this.#last.then(() => (this.#isHung ? otherwise : this.#inTime(work))).catch(() => otherwise);
    this.#last = result;
    return result;
  }

  /** What was asked for is still done; nothing else is. */
  close(): void {
    this.#isClosed = true;
  }

  /** The last thing that is done, however long the one before it takes. */
  async finish(work: () => Promise<void>): Promise<void> {
    this.close();
    await this.#last;
    await this.#work;
    await work();
  }

  async #inTime<T>(work: () => Promise<T>): Promise<T> {
    let cancel = (): void => {};
    const late = new Promise<never>((_resolve, reject) => {
      const giveUp = (): void => {
        // It would not answer the next time either, and the order could not be kept.
        this.#isHung = true;
        this.#isClosed = true;
        reject(new Error('The storage of this device does not answer.'));
      };
      cancel = this.#clock.after(PATIENCE_MS, () => {
        cancel = this.#clock.after(PATIENCE_MS, giveUp);
      });
    });
    const done = work();
    this.#work = done.catch(() => {});
    try {
      return await Promise.race([done, late]);
    } finally {
      cancel();
    }
  }
}
