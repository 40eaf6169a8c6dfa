import type { Clock } from '../../../src/platform/clock.ts';

/** One direction of a connection: what is put in comes out in the same order, after a while; or never, once it is cut. */
export class Pipe {
  readonly #clock: Clock;
  readonly #latency: () => number;
  readonly #inFlight: { readonly deliver: () => void; cancel: () => void }[] = [];
  #lastArrival = 0;
  #isCut = false;

  /** @param latency milliseconds, asked for each packet */
  constructor(clock: Clock, latency: () => number) {
    this.#clock = clock;
    this.#latency = latency;
  }

  get inFlight(): number {
    return this.#inFlight.length;
  }

  send(deliver: () => void): void {
    if (this.#isCut) return;
    const now = this.#clock.now();
    this.#lastArrival = Math.max(now + this.#latency(), this.#lastArrival);
    const packet = { deliver, cancel: () => {} };
    this.#inFlight.push(packet);
    packet.cancel = this.#clock.after(this.#lastArrival - now, () => {
      this.#inFlight.shift();
      deliver();
    });
  }

  /** Nothing gets in any more; of what is in flight, the first few are delivered at once and the others are lost. */
  cut(delivered: number): void {
    this.#isCut = true;
    for (const [index, { deliver, cancel }] of this.#inFlight.splice(0).entries()) {
      cancel();
      if (index < delivered) deliver();
    }
  }
}
