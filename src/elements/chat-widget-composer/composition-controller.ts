import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock, type Clock } from '../../platform/clock.ts';

/** What browsers call any key that an input method takes. */
const INPUT_METHOD_KEY_CODE = 229;

interface KeyPress {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Tells the Enter that confirms a word of an input method from the Enter that is meant for us. */
export class CompositionController implements ReactiveController {
  /** A word is being composed: the text must not be replaced under it. */
  active = false;
  #justEnded = false;
  #cancel: (() => void) | undefined;
  readonly #clock: Clock;

  constructor(host: ReactiveControllerHost, clock: Clock = systemClock) {
    this.#clock = clock;
    host.addController(this);
  }

  /** Whether the input method takes this key. */
  owns({ isComposing, keyCode }: KeyPress): boolean {
    // Safari ends the composition first and tells of the key then, in the same turn and without `isComposing`.
    return isComposing || keyCode === INPUT_METHOD_KEY_CODE || this.active || this.#justEnded;
  }

  readonly onStart = (): void => {
    this.active = true;
  };

  readonly onEnd = (): void => {
    this.active = false;
    this.#justEnded = true;
    this.#cancel?.();
    this.#cancel = this.#clock.after(0, () => {
      this.#justEnded = false;
    });
  };

  hostDisconnected(): void {
    this.#cancel?.();
    this.active = false;
    this.#justEnded = false;
  }
}
