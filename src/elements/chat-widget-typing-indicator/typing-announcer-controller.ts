import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** Milliseconds that somebody must type before it is worth a word. */
const DELAY = 1500;
/** Milliseconds without another word after one. */
const QUIET = 20_000;

/** Decides when a screen reader hears who types: not at each start and stop. */
export class TypingAnnouncerController implements ReactiveController {
  /** What stands in the live region. */
  sentence = '';
  #latest = '';
  #quietUntil = 0;
  #cancel: (() => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #clock: Clock;

  constructor(host: ReactiveControllerHost, clock: Clock = systemClock) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  /** To be called at each render; empty when nobody types. */
  update(sentence: string): void {
    this.#latest = sentence;
    if (sentence === '') {
      this.#stop();
      this.sentence = '';
    } else {
      this.#cancel ??= this.#clock.after(Math.max(DELAY, this.#quietUntil - this.#clock.now()), this.#say);
    }
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  readonly #say = (): void => {
    this.#quietUntil = this.#clock.now() + QUIET;
    this.#cancel = undefined;
    if (this.sentence === this.#latest) return;
    this.sentence = this.#latest;
    this.#host.requestUpdate();
  };
}
