import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Makes a text area as high as its text, where the browser's `field-sizing` does not. */
export class AutosizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => HTMLTextAreaElement | null;
  #width = 0;
  #frame = 0;
  readonly #sizes: ResizeObserver | undefined;

  /** @param isNeeded false where styles alone do it */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: () => HTMLTextAreaElement | null,
    isNeeded = !CSS.supports('field-sizing', 'content'),
  ) {
    this.#host = host;
    this.#find = find;
    if (!isNeeded) return;
    this.#sizes = new ResizeObserver(() => {
      // Not within this turn: the height that it sets is observed too, and the page would be told of an error.
      if (host.clientWidth !== this.#width) this.#frame = requestAnimationFrame(this.#fit);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes?.observe(this.#host);
  }

  hostUpdated(): void {
    this.#fit();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  readonly #fit = (): void => {
    const area = this.#find();
    if (!area) return;
    this.#width = this.#host.clientWidth;
    area.style.blockSize = 'auto';
    const borders = area.offsetHeight - area.clientHeight;
    area.style.blockSize = `${area.scrollHeight + borders}px`;
  };
}
