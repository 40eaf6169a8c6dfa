import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

const MINUTE = 60_000;

/** Renders its host again after a minute, as long as it shows how long ago something was. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isNeeded: () => boolean;
  readonly #clock: Clock;
  #cancel: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, isNeeded: () => boolean, clock: Clock = systemClock) {
    this.#host = host;
    this.#isNeeded = isNeeded;
    this.#clock = clock;
    host.addController(this);
  }

  get now(): number {
    return this.#clock.now();
  }

  hostUpdated(): void {
    this.hostDisconnected();
    if (this.#isNeeded()) {
      this.#cancel = this.#clock.after(MINUTE, () => {
        this.#host.requestUpdate();
      });
    }
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
