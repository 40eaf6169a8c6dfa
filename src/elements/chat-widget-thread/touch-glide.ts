import { systemClock, type Clock } from '../../platform/clock.ts';

const EVENTS = ['touchstart', 'touchend', 'touchcancel', 'scroll', 'scrollend'] as const;
/** Without a scroll event for so many milliseconds a fling is over, where `scrollend` is unknown. */
const STILL = 120;

/** Knows while a finger holds the scroller or its fling goes on: writing `scrollTop` then would stop it. */
export class TouchGlide {
  active = false;
  #touching = false;
  #cancel: (() => void) | undefined;
  readonly #scroller: HTMLElement;
  readonly #ended: () => void;
  readonly #clock: Clock;

  constructor(scroller: HTMLElement, ended: () => void, clock: Clock = systemClock) {
    this.#scroller = scroller;
    this.#ended = ended;
    this.#clock = clock;
    for (const type of EVENTS) scroller.addEventListener(type, this.#onEvent, { passive: true });
  }

  release(): void {
    this.#cancel?.();
    for (const type of EVENTS) this.#scroller.removeEventListener(type, this.#onEvent);
  }

  readonly #onEvent = (event: Event): void => {
    if (event.type === 'touchstart') this.active = this.#touching = true;
    if (event instanceof TouchEvent) this.#touching = event.touches.length > 0;
    if (!this.active) return;
    this.#cancel?.();
    if (this.#touching) return;
    if (event.type === 'scrollend') this.#end();
    else this.#cancel = this.#clock.after(STILL, this.#end);
  };

  readonly #end = (): void => {
    this.active = false;
    this.#ended();
  };
}
