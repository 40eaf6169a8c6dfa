import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows which slots the page has filled. A slot that is handed on to an inner element hides that element's own
 * content even while it is empty, so it may only be rendered when something is in it.
 */
export class SlottedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changes: MutationObserver;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    this.#changes = new MutationObserver(() => {
      host.requestUpdate();
    });
  }

  has(name: string): boolean {
    return [...this.#host.children].some((child) => child.slot === name);
  }

  hostConnected(): void {
    this.#changes.observe(this.#host, { childList: true, subtree: true, attributeFilter: ['slot'] });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#changes.disconnect();
  }
}
