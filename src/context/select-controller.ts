import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserPage } from '../platform/page.ts';
import type { Session } from '../session/session.ts';
import { initialState, type State } from '../store/state.ts';
import { sessionContext } from './session-context.ts';

const WITHOUT_SESSION = initialState();

/** Those that wait for somebody to look at the page. One listener for all, and none while nobody waits. */
const waiting = new Set<() => void>();
let forgetPage: (() => void) | undefined;

function whenVisible(callback: () => void): void {
  waiting.add(callback);
  forgetPage ??= browserPage.subscribe(() => {
    if (!browserPage.visible) return;
    forgetPage?.();
    forgetPage = undefined;
    const callbacks = [...waiting];
    waiting.clear();
    for (const callback of callbacks) callback();
  });
}

/**
 * Gives its host one slice of the session's state, and renders the host again only when that slice changed, and once
 * for all that changed while the page was in the background.
 *
 * The selector may read the host's own properties: it runs again before each of the host's updates.
 * It must return the same reference for the same slice, so it picks and never builds; `isSame` may see less in it.
 * `value` is there from the host's first update on.
 */
export class SelectController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #selector: (state: State) => T;
  readonly #isSame: (a: T, b: T) => boolean;
  #session: Session | undefined;
  #unsubscribe: (() => void) | undefined;
  #value!: T;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    selector: (state: State) => T,
    isSame: (a: T, b: T) => boolean = Object.is,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#isSame = isSame;
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
    waiting.delete(this.#refresh);
    this.#unsubscribe?.();
    this.#session = undefined;
  }

  #follow(session: Session | undefined): void {
    if (session !== this.#session) {
      this.#unsubscribe?.();
      this.#session = session;
      this.#unsubscribe = session?.subscribe(() => {
        if (browserPage.visible) this.#refresh();
        else whenVisible(this.#refresh);
      });
    }
    // At once, even in the background: what belongs to another person must not stay.
    this.#refresh();
  }

  #select(): T {
    return this.#selector(this.#session?.state ?? WITHOUT_SESSION);
  }

  readonly #refresh = (): void => {
    if (!this.#isSame(this.#select(), this.#value)) this.#host.requestUpdate();
  };
}
