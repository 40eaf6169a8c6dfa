import type { Action } from './actions.ts';
import { reduce } from './reducer.ts';
import type { State } from './state.ts';

/** Holds the state, replaces it by the reducer, and tells who asked to know. */
export class Store {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  dispatch(action: Action): void {
    const previous = this.#state;
    this.#state = reduce(previous, action);
    if (this.#state === previous) return;
    for (const listener of [...this.#listeners]) {
      // One that was unsubscribed by a listener before it is not told any more.
      if (this.#listeners.has(listener)) call(listener);
    }
  }

  /** Called after each change; the result unsubscribes. */
  subscribe(listener: () => void): () => void {
    const own = (): void => {
      listener();
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }
}

/** A listener that throws must not keep the others from knowing. */
function call(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    reportError(error);
  }
}
