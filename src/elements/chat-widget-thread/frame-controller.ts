import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserPage } from '../../platform/page.ts';

/** Lets its host render once a frame, and not at all while nobody can see it. */
export class FrameController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #hasBox = true;
  #wasAway = false;
  #show: (() => void) | undefined;
  #forgetPage: (() => void) | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => {
    if (entry) this.#boxChanged(entry.contentRect);
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Resolves in the next frame in which the host is laid out. A hidden page has no frames. */
  async next(): Promise<void> {
    await new Promise(requestAnimationFrame);
    if (this.#hasBox) return;
    await new Promise<void>((resolve) => {
      this.#show = resolve;
    });
  }

  /** Whether the host was out of sight since this was asked last. */
  takeReturn(): boolean {
    const wasAway = this.#wasAway;
    this.#wasAway = false;
    return wasAway;
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
    this.#forgetPage = browserPage.subscribe(() => {
      if (browserPage.visible) this.#returned();
      else this.#wasAway = true;
    });
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#forgetPage?.();
  }

  #boxChanged({ width, height }: DOMRectReadOnly): void {
    this.#hasBox = width > 0 && height > 0;
    if (this.#hasBox) {
      this.#show?.();
      this.#show = undefined;
      this.#returned();
    } else this.#wasAway = true;
  }

  /** Even when nothing is new: what comes next has not been missed. */
  #returned(): void {
    if (this.#wasAway) this.#host.requestUpdate();
  }
}
