import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnchoredWindowController } from './anchored-window-controller.ts';

/** The one for copying is not among them: a message that has the focus is copied by the keys for it. */
const CONTROLS = 'a[href], button:not(.copy), pre';

/**
 * Moves the focus over the messages: Tab enters at one of them, the arrow keys, Home and End go on, Tab goes into its
 * links, buttons and code and then out. So a long thread is one stop on the way through the page.
 *
 * The scroller is the stop while the focus is elsewhere; the row that it hands the focus to may leave the window.
 */
export class RovingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #window: AnchoredWindowController;
  readonly #count: () => number;
  readonly #askForOlder: () => void;
  /** The row that has the focus, or that it goes to when what has it is gone. */
  #focused: HTMLElement | undefined;

  /**
   * @param count of all messages, rendered or not
   * @param askForOlder called when the keys would lead to what is before the first message
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    window: AnchoredWindowController,
    count: () => number,
    askForOlder: () => void,
  ) {
    this.#host = host;
    this.#window = window;
    this.#count = count;
    this.#askForOlder = askForOlder;
    host.addController(this);
  }

  /** Listener for the scroller. */
  readonly onFocusIn = (event: FocusEvent): void => {
    const scroller = event.currentTarget as HTMLElement;
    const isScroller = event.target === scroller;
    // Going back with Shift+Tab must lead out, not to the scroller and from there to the row again.
    scroller.tabIndex = isScroller ? 0 : -1;
    if (isScroller && scroller.matches(':focus-visible')) focusRow(this.#lastInView(scroller));
  };

  /** Listener for the scroller. */
  readonly onFocusOut = (event: FocusEvent): void => {
    const row = rowOf(event.target);
    const next = rowOf(event.relatedTarget);
    if (row && row !== next) setControls(row, -1);
    if (!next) (event.currentTarget as HTMLElement).tabIndex = 0;
  };

  /** Listener for the scroller. */
  readonly onKeydown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') {
      // The browser looks for the next stop after this event.
      setControls(row, 0);
      return;
    }
    // In a field that the page put there the keys are the field's.
    const isField = event.target !== row && !(event.target as Element).matches(CONTROLS);
    const index = isField ? undefined : this.#indexFor(event, this.#window.indexOf(row));
    if (index === undefined) return;
    event.preventDefault();
    if (index <= 0 && row === this.#window.rowAt(0)) this.#askForOlder();
    void this.#focus(Math.max(0, Math.min(index, this.#count() - 1)));
  };

  /** Moves the focus to the newest message. */
  focusEnd(): void {
    void this.#focus(this.#count() - 1);
  }

  hostUpdate(): void {
    const active = this.#host.shadowRoot?.activeElement;
    const scroller = active?.closest('.scroller');
    // What is above the first row stands for it.
    this.#focused = scroller && active !== scroller ? (rowOf(active) ?? this.#window.rowAt(0)) : undefined;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#focused || root?.activeElement) return;
    // A button is gone, or the whole row has left the window: the next Tab would begin at the top of the page.
    const rest = this.#focused.isConnected ? this.#focused : root?.querySelector<HTMLElement>('.scroller');
    rest?.focus({ preventScroll: true });
  }

  #indexFor({ key, shiftKey }: KeyboardEvent, index: number): number | undefined {
    if (shiftKey || index < 0) return undefined;
    if (key === 'ArrowUp') return index - 1;
    if (key === 'ArrowDown') return index + 1;
    if (key === 'Home') return 0;
    return key === 'End' ? this.#count() - 1 : undefined;
  }

  async #focus(index: number): Promise<void> {
    if (!this.#window.rowAt(index)) {
      if (index === this.#count() - 1) this.#window.toEnd();
      else this.#window.reveal(index);
      await this.#host.updateComplete;
    }
    focusRow(this.#window.rowAt(index));
  }

  #lastInView(scroller: HTMLElement): HTMLElement | undefined {
    const edge = scroller.getBoundingClientRect().bottom;
    const rows = [...scroller.querySelectorAll<HTMLElement>('.message')];
    return rows.findLast((row) => row.getBoundingClientRect().bottom <= edge + 1) ?? rows[0];
  }
}

function rowOf(target: EventTarget | null | undefined): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.message') : null;
}

function setControls(row: HTMLElement, tabIndex: number): void {
  for (const control of row.querySelectorAll<HTMLElement>(CONTROLS)) control.tabIndex = tabIndex;
}

function focusRow(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
