import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sessionKey } from '../session/address.ts';
import { acquireSession, type SessionLease } from '../session/registry.ts';
import type { Session, SessionObserver, SessionOptions } from '../session/session.ts';
import { sessionContext } from './session-context.ts';

/**
 * Holds the session of its host and provides it to everything inside.
 * Moving the host keeps the session; another server or user swaps it.
 */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: () => SessionOptions | undefined;
  readonly #observer: SessionObserver;
  readonly #changed: (session: Session | undefined) => void;
  readonly #provider: ContextProvider<typeof sessionContext>;
  #key: string | undefined;
  #lease: SessionLease | undefined;
  #unobserve: (() => void) | undefined;

  /**
   * @param options read before each update of the host; undefined while something required is missing
   * @param observer told what happens in the session, whichever it is at the moment
   * @param changed told after the session was swapped, not after the host was merely moved
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    options: () => SessionOptions | undefined,
    observer: SessionObserver,
    changed: (session: Session | undefined) => void,
  ) {
    this.#host = host;
    this.#options = options;
    this.#observer = observer;
    this.#changed = changed;
    this.#provider = new ContextProvider(host, { context: sessionContext });
    host.addController(this);
  }

  get session(): Session | undefined {
    return this.#lease?.session;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update can come after the removal; a session taken then would never be released.
    if (!this.#host.isConnected) return;
    const options = this.#options();
    const key = options && sessionKey(options);
    if (this.#lease && key === this.#key) return;
    this.#release({ linger: false });
    if (options) this.#acquire(options);
    if (key !== this.#key || this.session !== this.#provider.value) {
      this.#key = key;
      this.#provider.setValue(this.session);
      this.#changed(this.session);
    }
  }

  hostDisconnected(): void {
    this.#release({ linger: true });
  }

  /** Ends the session and removes from the device what was kept for its person. */
  async forget(): Promise<void> {
    const forgotten = this.session?.forget();
    this.#release({ linger: false });
    this.#host.requestUpdate();
    await forgotten;
  }

  #acquire(options: SessionOptions): void {
    this.#lease = acquireSession(options);
    this.#unobserve = this.#lease.session.observe(this.#observer);
  }

  #release(options: { readonly linger: boolean }): void {
    this.#unobserve?.();
    this.#unobserve = undefined;
    this.#lease?.release(options);
    this.#lease = undefined;
  }
}
