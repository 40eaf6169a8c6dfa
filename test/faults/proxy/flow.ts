import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What one direction of a network does to the bytes that pass. Read for every chunk, so it can change at any time. */
export interface Weather {
  /** Every byte comes so much later. */
  delayMs?: number;
  bytesPerSecond?: number;
  /** Bytes vanish and the connection stays, as behind a router that forgot it. */
  isLost?: boolean;
  /** After so many more bytes the connection that carried the last of them is reset, once. */
  resetAfter?: number;
}

/** So finely a slow line is cut up. */
const SLICE_MS = 20;

/**
 * One direction of one connection. What it let vanish cannot come back, so a flow that lost something stays lost, as a
 * real one does: a gap in the middle of a stream would be a fault that no network makes.
 */
export class Flow {
  readonly #to: Socket;
  readonly #weather: Weather;
  readonly #reset: () => void;
  #tail = Promise.resolve();
  #isLost = false;

  constructor(from: Socket, to: Socket, weather: Weather, reset: () => void) {
    this.#to = to;
    this.#weather = weather;
    this.#reset = reset;
    from.on('data', (chunk) => this.#enqueue(() => this.#pass(chunk)));
    from.on('end', () => this.#enqueue(() => this.#end(() => to.end())));
    // Without an error the end was told before.
    from.on('error', () => this.#enqueue(() => this.#end(reset)));
  }

  /** Each waits for the one before, so bytes come out as they went in. */
  #enqueue(step: () => Promise<void> | void): void {
    const { delayMs = 0 } = this.#weather;
    const due = performance.now() + delayMs;
    this.#tail = this.#tail.then(async () => {
      const left = due - performance.now();
      if (left > 0) await pause(left);
      await step();
    });
  }

  async #pass(chunk: Buffer): Promise<void> {
    for (let start = 0; start < chunk.length && !this.#isGone();) {
      const { bytesPerSecond = Infinity, resetAfter = Infinity } = this.#weather;
      const size = Math.max(1, Math.floor((bytesPerSecond * SLICE_MS) / 1000));
      const part = chunk.subarray(start, start + Math.min(size, resetAfter));
      if (size < chunk.length) await pause((part.length / bytesPerSecond) * 1000);
      if (this.#isGone()) return;
      await this.#write(part);
      start += part.length;
      if (resetAfter <= part.length) {
        delete this.#weather.resetAfter;
        this.#reset();
        return;
      }
      if (this.#weather.resetAfter !== undefined) this.#weather.resetAfter -= part.length;
    }
  }

  /** Done when the system has it: a reset overtakes what it does not have yet. */
  #write(part: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.#to.write(part, () => resolve());
    });
  }

  #end(tell: () => void): void {
    if (!this.#isGone()) tell();
  }

  #isGone(): boolean {
    this.#isLost ||= this.#weather.isLost ?? false;
    return this.#isLost || this.#to.destroyed;
  }
}
