import { TouchGlide } from './touch-glide.ts';

/** A scroller with rows in normal flow: where they are, and moving them. */
export class ScrollView {
  readonly scroller: HTMLElement;
  /** Live: the rows that are rendered now. */
  readonly rows: HTMLCollectionOf<Element>;
  readonly #content: HTMLElement;
  readonly #glide: TouchGlide;
  readonly #sizes: ResizeObserver;
  readonly #scrolled: () => void;
  /** What `scrollTop` has to move by when the touch is over; a translation shows it until then. */
  #deferred = 0;

  /**
   * @param content the element around the rows, inside the scroller
   * @param scrolled called when the scroller was scrolled, by whomever
   * @param changed called when the size of the scroller or of the rows changed, and when a touch is over
   */
  constructor(content: HTMLElement, scroller: HTMLElement, scrolled: () => void, changed: () => void) {
    this.scroller = scroller;
    this.rows = content.getElementsByClassName('message');
    this.#content = content;
    this.#scrolled = scrolled;
    this.#glide = new TouchGlide(scroller, () => {
      this.#flush();
      changed();
    });
    this.#sizes = new ResizeObserver(changed);
    this.#sizes.observe(scroller);
    this.#sizes.observe(content);
    scroller.addEventListener('scroll', scrolled, { passive: true });
  }

  release(): void {
    this.#sizes.disconnect();
    this.#glide.release();
    this.scroller.removeEventListener('scroll', this.#scrolled);
  }

  /** A finger moves it, or its fling goes on. */
  get held(): boolean {
    return this.#glide.active;
  }

  get hasLayout(): boolean {
    return this.scroller.clientHeight > 0;
  }

  /** Of what is seen at once; to be compared. */
  get size(): string {
    const { clientWidth, clientHeight } = this.scroller;
    return `${clientWidth} ${clientHeight}`;
  }

  /** Pixels that the rows are moved up by, as it looks. */
  get position(): number {
    return this.scroller.scrollTop + this.#deferred;
  }

  /** Pixels between the lower edge of the view and the last rendered row's end. */
  get distanceToEnd(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** Pixels from the upper edge of the view to a row; negative above it. */
  offsetOf(row: Element): number {
    return row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  /** Moves the rows up by this many pixels. */
  shift(pixels: number): void {
    // A fraction comes from rounding; to write it would only end a smooth scroll.
    if (Math.abs(pixels) < 0.5) return;
    if (this.held) this.#defer(this.#deferred + pixels);
    else this.scroller.scrollTop += pixels;
  }

  /** Position of the first row that begins inside the view: what changes above its first line cannot move it. */
  firstVisible(): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#topAt(middle) < 0) low = middle + 1;
      else high = middle;
    }
    // A row that is taller than the view begins above it.
    const isInside = this.#topAt(low) < this.scroller.clientHeight;
    return isInside ? low : Math.max(0, low - 1);
  }

  #topAt(position: number): number {
    const row = this.rows[position];
    return row ? this.offsetOf(row) : Infinity;
  }

  #defer(pixels: number): void {
    this.#deferred = pixels;
    this.#content.style.setProperty('translate', pixels === 0 ? '' : `0 ${-pixels}px`);
  }

  #flush(): void {
    const pixels = this.#deferred;
    if (pixels === 0) return;
    this.#defer(0);
    this.scroller.scrollTop += pixels;
  }
}
