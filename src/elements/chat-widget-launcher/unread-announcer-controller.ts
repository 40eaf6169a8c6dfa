import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** Milliseconds in which more may come, and be told in the same sentence. */
const DELAY = 1500;
/** Milliseconds without another word after one. */
const QUIET = 20_000;

/** Decides when a screen reader hears how many messages are unread: not at each of them, and not when they become fewer. */
export class UnreadAnnouncerController implements ReactiveController {
  /** What stands in the live region. */
  sentence = '';
  #told = 0;
  #latest = 0;
  #quietUntil = 0;
  #cancel: (() => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;

  constructor(host: ReactiveControllerHost, clock: Clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** To be called at each render. */
  update(count: number, describe: (count: number) => string): void {
    this.#latest = count;
    if (count > this.#told) {
      const wait = Math.max(DELAY, this.#quietUntil - this.#clock.now());
      this.#cancel ??= this.#clock.after(wait, () => {
        this.#say(describe);
      });
      return;
    }
    this.hostDisconnected();
    this.#told = count;
    if (count === 0) this.sentence = '';
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #say(describe: (count: number) => string): void {
    this.#cancel = undefined;
    this.#quietUntil = this.#clock.now() + QUIET;
    this.#told = this.#latest;
    this.sentence = describe(this.#told);
    this.#host.requestUpdate();
  }
}
