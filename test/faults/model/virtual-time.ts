import type { Clock } from '../../../src/platform/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** The one time of a simulated world. Unlike the fake clock it lets promises settle after each timer, as a browser does. */
export class VirtualTime implements Clock {
  #now = Date.UTC(2026, 4, 4, 12);
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await allSettled();
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
      await allSettled();
    }
    this.#now = end;
  }

  /** Equally late ones in the order in which they were set. */
  #nextUntil(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= end && (!next || timer.at < next.at)) next = timer;
    return next;
  }
}

/** Everything that only waits for promises has happened. */
function allSettled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The clock of one page: it stands still in the back/forward cache, and for ever after a crash. */
export class PageClock implements Clock {
  readonly #time: Clock;
  #state: 'running' | 'frozen' | 'dead' = 'running';
  /** What was due while the page was frozen. */
  #due: (() => void)[] = [];

  constructor(time: Clock) {
    this.#time = time;
  }

  now(): number {
    return this.#time.now();
  }

  after(ms: number, callback: () => void): () => void {
    let isCancelled = false;
    const call = (): void => {
      if (!isCancelled) callback();
    };
    this.#time.after(ms, () => {
      if (this.#state === 'running') call();
      else if (this.#state === 'frozen') this.#due.push(call);
    });
    return () => {
      isCancelled = true;
    };
  }

  freeze(): void {
    if (this.#state === 'running') this.#state = 'frozen';
  }

  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'running';
    // One after the other, and promises settle between them.
    for (const call of this.#due.splice(0)) this.after(0, call);
  }

  stop(): void {
    this.#state = 'dead';
  }
}
