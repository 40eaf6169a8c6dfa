import type { Clock } from '../platform/clock.ts';

/** Named timers: setting one again replaces it, and all can be ended at once. */
export class Timers {
  readonly #clock: Clock;
  readonly #cancel = new Map<string, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(name: string, ms: number, callback: () => void): void {
    this.clear(name);
    this.#cancel.set(
      name,
      this.#clock.after(ms, () => {
        this.#cancel.delete(name);
        callback();
      }),
    );
  }

  has(name: string): boolean {
    return this.#cancel.has(name);
  }

  clear(name: string): void {
    this.#cancel.get(name)?.();
    this.#cancel.delete(name);
  }

  clearAll(): void {
    for (const cancel of this.#cancel.values()) cancel();
    this.#cancel.clear();
  }
}
