import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createId } from '../../platform/ids.ts';

/** In the state of an entry: ids of the panels that were open when it was made. */
const KEY = 'chat-widget-open';

/**
 * Lets the browser's Back button close the panel: while it is open, one more entry of the same address lies on the
 * page's history, and goes with it. The state that a router keeps in its entries stays in ours.
 */
export class HistoryBackController implements ReactiveController {
  readonly #close: () => void;
  /** Of the entry that stands for the open panel. */
  #id: string | undefined;
  #releasing: string | undefined;

  constructor(host: ReactiveControllerHost, close: () => void) {
    this.#close = close;
    host.addController(this);
  }

  /** Follows a panel that is open, or that is not any more. */
  follow(isOpen: boolean): void {
    if (isOpen === (this.#id !== undefined)) return;
    if (isOpen) this.#begin();
    else this.#end();
  }

  hostDisconnected(): void {
    this.follow(false);
  }

  #begin(): void {
    addEventListener('popstate', this.#onPopState);
    // Only moved in the page: the entry is still there.
    this.#id = this.#releasing;
    this.#releasing = undefined;
    if (this.#id !== undefined) return;
    this.#id = createId();
    history.pushState({ ...stateOf(history), [KEY]: [...openIn(history), this.#id] }, '');
  }

  #end(): void {
    removeEventListener('popstate', this.#onPopState);
    this.#releasing = this.#id;
    this.#id = undefined;
    // Whoever closes it to go to another page does that at once. Then the entry is beneath, and Back would leave that page.
    setTimeout(() => {
      const isOnTop = this.#releasing !== undefined && openIn(history).includes(this.#releasing);
      this.#releasing = undefined;
      if (isOnTop) history.back();
    });
  }

  readonly #onPopState = (): void => {
    // Back from what the page has put over it.
    if (this.#id === undefined || openIn(history).includes(this.#id)) return;
    removeEventListener('popstate', this.#onPopState);
    this.#id = undefined;
    this.#close();
  };
}

function stateOf({ state }: History): Record<string, unknown> {
  return typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
}

function openIn(from: History): readonly unknown[] {
  const ids = stateOf(from)[KEY];
  return Array.isArray(ids) ? ids : [];
}
