import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows that are kept ready above and below what is seen. */
const OVERSCAN = 8;
/** The first and the last row of a piece of the list; both are in it. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Tells its host which rows of a long list are in sight, and puts the rendered ones to their places, so that
 * ten thousand rows cost no more than forty. All rows are equally high.
 */
export class RowWindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: ResizeObserver;
  #scroller: HTMLElement | undefined;
  #firstRow: HTMLElement | undefined;
  // Until they are measured: what a list of usual size has.
  #rowHeight = 64;
  #height = 640;
  #seen: RowRange = { first: 0, last: 0 };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    this.#observer = new ResizeObserver((entries) => {
      this.#measure(entries);
    });
  }

  /** The rows to render of a list of `count`. */
  range(count: number): RowRange {
    this.#seen = this.#inSight();
    return {
      first: Math.max(0, Math.min(this.#seen.first, count) - OVERSCAN),
      last: Math.min(count - 1, this.#seen.last + OVERSCAN),
    };
  }

  /**
   * To be called after each render.
   * @param rows the rendered rows in order, by their places in a list of `count`
   */
  place(list: HTMLElement | null, rows: ReadonlyMap<number, HTMLElement>, count: number): void {
    this.#observe(list?.parentElement ?? undefined, rows.values().next().value);
    if (!list) return;
    list.style.blockSize = `${count * this.#rowHeight}px`;
    let next = 0;
    for (const [index, row] of rows) {
      row.style.marginBlockStart = index === next ? '' : `${(index - next) * this.#rowHeight}px`;
      next = index + 1;
    }
  }

  /** Scrolls as little as shows the row whole. */
  reveal(index: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const top = index * this.#rowHeight;
    const bottom = top + this.#rowHeight - scroller.clientHeight;
    if (scroller.scrollTop > top) scroller.scrollTop = top;
    else if (scroller.scrollTop < bottom) scroller.scrollTop = bottom;
  }

  hostDisconnected(): void {
    this.#observe(undefined, undefined);
  }

  #inSight(): RowRange {
    const top = this.#scroller?.scrollTop ?? 0;
    return { first: Math.floor(top / this.#rowHeight), last: Math.floor((top + this.#height) / this.#rowHeight) };
  }

  #observe(scroller: HTMLElement | undefined, firstRow: HTMLElement | undefined): void {
    if (scroller === this.#scroller && firstRow === this.#firstRow) return;
    this.#observer.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = scroller;
    this.#firstRow = firstRow;
    scroller?.addEventListener('scroll', this.#onScroll, { passive: true });
    if (scroller) this.#observer.observe(scroller);
    if (firstRow) this.#observer.observe(firstRow);
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    const before = `${this.#height} ${this.#rowHeight}`;
    for (const { target, borderBoxSize } of entries) {
      const size = borderBoxSize[0]?.blockSize ?? 0;
      // Nothing has a height while the list is not laid out; what was measured before holds again afterwards.
      if (size === 0) continue;
      if (target === this.#scroller) this.#height = size;
      else this.#rowHeight = size;
    }
    if (`${this.#height} ${this.#rowHeight}` !== before) this.#host.requestUpdate();
  }

  readonly #onScroll = (): void => {
    const { first, last } = this.#inSight();
    // Half of what is kept ready may be used up before more is rendered.
    const moved = Math.max(Math.abs(first - this.#seen.first), Math.abs(last - this.#seen.last));
    if (moved > OVERSCAN / 2) this.#host.requestUpdate();
  };
}
