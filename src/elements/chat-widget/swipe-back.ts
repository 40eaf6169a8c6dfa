import { isNarrow } from './room-focus.ts';

/** Pixels at the side of the screen that are the browser's own: there one swipes through its history. */
const BROWSERS = 20;
/** Pixels from the start of the layout in which a swipe may begin. */
const ZONE = 96;
/** Pixels that show where a finger is going. */
const SLOP = 10;
/** Milliseconds after which a finger that lies still selects text. */
const STILL = 350;
/** Of the width: from here on it goes back by itself. */
const ENOUGH = 0.35;
/** Pixels a millisecond: a flick is enough, too. */
const FLICK = 0.4;

/**
 * Lets a finger push the open room aside, from its start side towards its end, to come back to the list under it.
 * Listener for `pointerdown` on the layout, whose styles leave all but vertical moves to it (`touch-action`).
 */
export function swipeBack(event: PointerEvent, onBack: () => void): void {
  const layout = event.currentTarget as HTMLElement;
  const isFinger = event.pointerType === 'touch' && event.isPrimary;
  if (isFinger && layout.matches('.has-room') && isNarrow(layout) && isInZone(layout, event.clientX)) {
    new Swipe(layout, event, onBack);
  }
}

class Swipe {
  readonly #layout: HTMLElement;
  readonly #start: PointerEvent;
  readonly #sign: 1 | -1;
  readonly #onBack: () => void;
  readonly #listening = new AbortController();
  #last: PointerEvent;
  #isMoving = false;
  /** Pixels a millisecond. */
  #speed = 0;

  constructor(layout: HTMLElement, start: PointerEvent, onBack: () => void) {
    this.#layout = layout;
    this.#start = this.#last = start;
    this.#sign = isRtl(layout) ? -1 : 1;
    this.#onBack = onBack;
    const { signal } = this.#listening;
    layout.addEventListener('pointermove', this.#onMove, { signal });
    layout.addEventListener('pointerup', this.#onUp, { signal });
    // The browser scrolls, or another finger came.
    layout.addEventListener('pointercancel', this.#onCancel, { signal });
    layout.addEventListener('pointerdown', this.#onCancel, { signal });
  }

  get #way(): number {
    return Math.max(0, (this.#last.clientX - this.#start.clientX) * this.#sign);
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#start.pointerId) return;
    const ms = event.timeStamp - this.#last.timeStamp;
    if (ms > 0) this.#speed = ((event.clientX - this.#last.clientX) * this.#sign) / ms;
    this.#last = event;
    if (!this.#isMoving) this.#decide(event);
    if (this.#isMoving) this.#layout.style.setProperty('--_swipe', `${this.#way * this.#sign}px`);
  };

  #decide(event: PointerEvent): void {
    const across = (event.clientX - this.#start.clientX) * this.#sign;
    const along = Math.abs(event.clientY - this.#start.clientY);
    const isLate = event.timeStamp - this.#start.timeStamp > STILL;
    if (Math.hypot(across, along) < SLOP && !isLate) return;
    if (isLate || across < along * 1.5) {
      this.#listening.abort();
      return;
    }
    this.#isMoving = true;
    // What the finger came down on may be rendered anew.
    this.#layout.setPointerCapture(event.pointerId);
    this.#layout.toggleAttribute('swiping', true);
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#start.pointerId) return;
    const isFar = this.#way > this.#layout.clientWidth * ENOUGH && this.#speed >= 0;
    void this.#settle(isFar || this.#speed > FLICK);
  };

  readonly #onCancel = (): void => {
    void this.#settle(false);
  };

  async #settle(goesBack: boolean): Promise<void> {
    this.#listening.abort();
    if (!this.#isMoving) return;
    const layout = this.#layout;
    const end = goesBack ? layout.clientWidth * this.#sign : 0;
    const room = layout.querySelector('.room');
    const duration = parseFloat(getComputedStyle(layout).getPropertyValue('--_cw-duration'));
    await room?.animate([{}, { translate: `${end}px` }], { duration, easing: 'ease-out' }).finished;
    layout.style.setProperty('--_swipe', `${end}px`);
    if (goesBack) this.#onBack();
    // Rendered by then, without a transition of its own.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    layout.toggleAttribute('swiping', false);
    layout.style.removeProperty('--_swipe');
  }
}

function isRtl(layout: HTMLElement): boolean {
  return layout.matches(':dir(rtl)');
}

function isInZone(layout: HTMLElement, x: number): boolean {
  const { left, right } = layout.getBoundingClientRect();
  const [fromLayout, fromScreen] = isRtl(layout) ? [right - x, innerWidth - x] : [x - left, x];
  return fromLayout < ZONE && fromScreen >= BROWSERS;
}
