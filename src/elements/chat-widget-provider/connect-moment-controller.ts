import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * - `auto`: at once
 * - `visible`: when it first comes into the window
 * - `intent`: when somebody first comes near, by mouse, finger or keyboard
 * - `manual`: by `connect()` only
 */
export type ConnectMode = 'auto' | 'visible' | 'intent' | 'manual';

const SIGNS_OF_INTENT = ['pointerover', 'focusin', 'click'];

/** Tells its host, by an update, that the time to begin has come. Before that nothing may be connected, stored or asked. */
export class ConnectMomentController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #mode: () => ConnectMode;
  #seen: IntersectionObserver | undefined;
  #hasCome = false;

  constructor(host: ReactiveControllerHost & HTMLElement, mode: () => ConnectMode) {
    this.#host = host;
    this.#mode = mode;
    host.addController(this);
  }

  /** To be asked when all else is there: once it has come it stays. A mode that nobody knows is `auto`. */
  get hasCome(): boolean {
    const mode = this.#mode();
    this.#hasCome ||= mode !== 'visible' && mode !== 'intent';
    return this.#hasCome;
  }

  /** @returns false when it had come before */
  come(): boolean {
    if (this.hasCome) return false;
    this.#hasCome = true;
    this.#stop();
    this.#host.requestUpdate();
    return true;
  }

  hostConnected(): void {
    for (const sign of SIGNS_OF_INTENT) this.#host.addEventListener(sign, this.#onSign);
  }

  hostUpdated(): void {
    if (this.#mode() !== 'visible' || this.hasCome || !this.#host.isConnected) return;
    this.#seen ??= new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.come();
    });
    // A host may have no box of its own, and its button be in another corner than its tag.
    const inside = this.#host.shadowRoot?.querySelectorAll('*') ?? [];
    for (const box of [this.#host, ...this.#host.children, ...inside]) this.#seen.observe(box);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    for (const sign of SIGNS_OF_INTENT) this.#host.removeEventListener(sign, this.#onSign);
    this.#seen?.disconnect();
    this.#seen = undefined;
  }

  readonly #onSign = (): void => {
    if (this.#mode() === 'intent') this.come();
  };
}
