import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../session/session.ts';
import { initialState, type State } from '../store/state.ts';
import { sessionContext } from './session-context.ts';

const WITHOUT_SESSION = initialState();

/**
 * Gives its host one slice of the session's state, and renders the host again only when that slice changed.
 *
 * The selector may read the host's own properties: it runs again before each of the host's updates.
 * It must return the same reference for the same slice (`===`), so it picks and never builds.
 * `value` is there from the host's first update on.
 */
export class SelectController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #selector: (state: State) => T;
  #session: Session | undefined;
  #unsubscribe: (() => void) | undefined;
  #value!: T;

  constructor(host: ReactiveControllerHost & HTMLElement, selector: (state: State) => T) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
    new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => {
        this.#follow(session);
      },
    });
  }

  get value(): T {
    return this.#value;
  }

  hostUpdate(): void {
    this.#value = this.#select();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#session = undefined;
  }

  #follow(session: Session | undefined): void {
    if (session !== this.#session) {
      this.#unsubscribe?.();
      this.#session = session;
      this.#unsubscribe = session?.subscribe(() => {
        this.#refresh();
      });
    }
    this.#refresh();
  }

  #select(): T {
    return this.#selector(this.#session?.state ?? WITHOUT_SESSION);
  }

  #refresh(): void {
    if (this.#select() !== this.#value) this.#host.requestUpdate();
  }
}
