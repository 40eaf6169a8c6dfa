import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ScrollView } from './scroll-view.ts';

/** Rows in the window when it opens and while the reader is at the end; a tall view takes more. */
const OPENING_ROWS = 60;
const STEP = 40;
const MOST_ROWS = 240;
/** So near to the end, in pixels, the reader is taken to be there. */
const SLACK = 16;

interface Anchor {
  readonly row: Element;
  /** In the list of keys. */
  readonly index: number;
  /** Pixels from the upper edge of the view. */
  readonly offset: number;
}

/**
 * Renders a window of a long list in normal flow, and keeps the row that the reader looks at where it is.
 *
 * Its host renders `keys.slice(start, end)` as `.message` elements. After each render and each change of size, the
 * window either sticks to the end or moves `scrollTop` by what the anchor row drifted. Near an edge it takes in more
 * rows on that side and drops some on the other. The browser's own scroll anchoring must be off.
 */
export class AnchoredWindowController implements ReactiveController {
  start = 0;
  end = 0;
  /** The reader is at the end, and stays there when rows are added. */
  following = true;

  readonly #host: ReactiveControllerHost & Node;
  readonly #findContent: () => HTMLElement | null;
  #view: ScrollView | undefined;
  #keys: readonly string[] = [];
  /** How many rows are rendered while following. */
  #size = OPENING_ROWS;
  /** Of the rows that are rendered; `start` and `end` are those of the next render. */
  #renderedStart = 0;
  #renderedEnd = 0;
  #anchor: Anchor | undefined;
  /** Key of the row to be shown in the upper part of the view, once there is a layout. */
  #target: string | undefined;
  /** As last seen; undefined while there is no layout: the browser forgets it then. */
  #position: number | undefined;
  /** Of the view, as it was settled in. */
  #viewSize = '';

  /** @param findContent the element around the rows, inside the scroller, once it is rendered */
  constructor(host: ReactiveControllerHost & Node, findContent: () => HTMLElement | null) {
    this.#host = host;
    this.#findContent = findContent;
    host.addController(this);
  }

  /** Another list: shows its end, or this row. To be called before the host renders. */
  open(keys: readonly string[], key?: string): void {
    this.#keys = keys;
    this.#size = OPENING_ROWS;
    this.#anchor = undefined;
    this.#show(key);
  }

  /** The same list with other rows. To be called before the host renders. */
  update(keys: readonly string[]): void {
    const before = this.#keys;
    this.#keys = keys;
    if (this.#target !== undefined || this.#sticks) this.#show(this.#target);
    else if (this.#anchor) {
      const { index } = this.#anchor;
      const found = indexOf(keys, before[index], index, keys.length - before.length);
      const shift = found < 0 ? 0 : found - index;
      // What is above the first row goes with it: rows must be there in its place, or there is nothing to scroll over.
      const above = shift > 0 && this.isNearStart ? STEP : 0;
      this.#anchor = { ...this.#anchor, index: index + shift };
      this.end = clamp(this.end + shift, 0, keys.length);
      this.start = clamp(this.start + shift - above, 0, this.end);
      if (above > 0) this.end = Math.min(this.end, this.start + MOST_ROWS);
    }
  }

  /** Goes to the end, and follows it. */
  toEnd(): void {
    this.#show(undefined);
    this.#host.requestUpdate();
  }

  /** Renders a row that is not rendered yet, and brings it to the upper part of the view. */
  reveal(index: number): void {
    if (this.rowAt(index)) return;
    this.#show(this.#keys[index]);
    this.#host.requestUpdate();
  }

  /** The first row of the list is rendered, and less than the height of the view away. */
  get isNearStart(): boolean {
    const view = this.#view;
    return view?.hasLayout === true && this.#renderedStart === 0 && view.position < view.scroller.clientHeight;
  }

  /** The rendered element of a row. */
  rowAt(index: number): HTMLElement | undefined {
    const row = this.#view?.rows[index - this.#renderedStart];
    return row instanceof HTMLElement ? row : undefined;
  }

  /** Index of a rendered row in the list; -1 when it is none. */
  indexOf(row: Element): number {
    const position = [...(this.#view?.rows ?? [])].indexOf(row);
    return position < 0 ? -1 : this.#renderedStart + position;
  }

  hostConnected(): void {
    // Looks for its elements again after a move.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // Where the reader has scrolled to is known: scroll events come in a frame before the host's update.
    if (!this.#sticks) this.#anchor ??= this.#firstVisible();
  }

  hostUpdated(): void {
    this.#renderedStart = this.start;
    this.#renderedEnd = this.end;
    // An update may come after the removal; what it began to watch then would never be let go.
    const content = this.#view || !this.#host.isConnected ? null : this.#findContent();
    if (content?.parentElement) {
      this.#view = new ScrollView(content, content.parentElement, this.#remember, this.#changed);
    }
    this.#settle();
  }

  hostDisconnected(): void {
    this.#view?.release();
    this.#view = undefined;
    this.#position = undefined;
  }

  /** Chooses the rows around this one, or those at the end. */
  #show(key: string | undefined): void {
    const { length } = this.#keys;
    const index = key === undefined ? -1 : this.#keys.lastIndexOf(key);
    this.following = index < 0;
    this.#target = this.following ? undefined : key;
    const start = this.following ? length : index - Math.round(this.#size / 3);
    this.start = clamp(start, 0, Math.max(0, length - this.#size));
    this.end = Math.min(length, this.start + this.#size);
  }

  readonly #changed = (): void => {
    this.#remember();
    this.#settle();
  };

  /** Learns where the reader has scrolled to. */
  readonly #remember = (): void => {
    const view = this.#view;
    // To ask for a layout makes one: only where there was one before.
    if (!view || this.#position === undefined || this.#target !== undefined || !view.hasLayout) return;
    const moved = view.position - this.#position;
    // A view that grows is moved up by the browser, to where the end is at that moment; it is settled in anew anyway.
    if (moved === 0 || (this.#sticks && view.size !== this.#viewSize)) return;
    // What was laid out anew in this very frame has drifted besides: only the move was the reader's.
    if (!this.#sticks && this.#anchor) view.shift(view.offsetOf(this.#anchor.row) - this.#anchor.offset + moved);
    this.#position = view.position;
    // Growing rows never move the view up: only the reader leaves the end.
    if (moved < 0) this.#follow(this.following && this.#isAtEnd(1));
    else this.#follow(this.following || this.#isAtEnd(SLACK));
    this.#anchor = this.#firstVisible();
    this.#widen(moved);
  };

  /** Puts the view where it belongs after whatever changed. */
  #settle(): void {
    const view = this.#view;
    if (!view || view.rows.length === 0 || !view.hasLayout) {
      this.#position = undefined;
      return;
    }
    if (this.#target !== undefined) this.#showTarget(view);
    else if (this.#sticks) this.#stick(view);
    else if (this.#anchor?.row.isConnected) view.shift(view.offsetOf(this.#anchor.row) - this.#anchor.offset);
    this.#position = view.position;
    this.#viewSize = view.size;
    if (!this.#sticks && !this.#anchor?.row.isConnected) this.#anchor = this.#firstVisible();
    this.#widen(0);
  }

  /** Not under a finger: the end would be pulled away from it. */
  get #sticks(): boolean {
    return this.following && !this.#view?.held;
  }

  #stick({ scroller }: ScrollView): void {
    scroller.scrollTop = scroller.scrollHeight;
    this.#anchor = undefined;
    // Rows that came while a finger was on the view.
    if (this.end < this.#keys.length) this.toEnd();
  }

  #showTarget(view: ScrollView): void {
    const row = this.rowAt(this.#keys.lastIndexOf(this.#target ?? ''));
    this.#target = undefined;
    this.#anchor = undefined;
    if (row) view.scroller.scrollTop += view.offsetOf(row) - view.scroller.clientHeight / 4;
    this.#follow(this.#isAtEnd(SLACK));
  }

  #follow(following: boolean): void {
    if (following === this.following) return;
    this.following = following;
    this.#host.requestUpdate();
  }

  #isAtEnd(slack: number): boolean {
    return this.#renderedEnd === this.#keys.length && (this.#view?.distanceToEnd ?? 0) <= slack;
  }

  #firstVisible(): Anchor | undefined {
    const position = this.#view?.firstVisible() ?? 0;
    const row = this.#view?.rows[position];
    return row && { row, index: this.#renderedStart + position, offset: this.#view?.offsetOf(row) ?? 0 };
  }

  /** Takes in rows on the side that the reader comes near to; while the view rests, on both as long as there is room. */
  #widen(moved: number): void {
    const view = this.#view;
    if (!view) return;
    const { scrollTop, clientHeight } = view.scroller;
    const { start, end } = this;
    const step = moved === 0 ? clamp(MOST_ROWS - (end - start), 0, STEP) : STEP;
    if (moved <= 0 && scrollTop < clientHeight) {
      this.start = Math.max(0, start - step);
      this.end = Math.min(end, this.start + MOST_ROWS);
    }
    if (moved >= 0 && view.distanceToEnd < clientHeight) {
      this.end = Math.min(this.#keys.length, this.end + step);
      this.start = Math.max(this.start, this.end - MOST_ROWS);
    }
    if (this.start === start && this.end === end) return;
    if (this.#sticks) this.#size = this.end - this.start;
    this.#host.requestUpdate();
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Where a key is now: most likely where it was, or moved by what was added before it. */
function indexOf(keys: readonly string[], key: string | undefined, before: number, grown: number): number {
  if (key === undefined || keys[before] === key) return before;
  return keys[before + grown] === key ? before + grown : keys.indexOf(key);
}
