import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells styles which part of the page a phone's keyboard leaves visible, for what covers the whole screen:
 * `--_visible-top` and `--_visible-height` on the host. No style knows of the keyboard by itself.
 */
export class VisibleAreaController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isFollowing = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Follows while there is something that covers the screen. */
  follow(isNeeded: boolean): void {
    if (isNeeded === this.#isFollowing || !visualViewport) return;
    this.#isFollowing = isNeeded;
    for (const type of ['resize', 'scroll'] as const) {
      if (isNeeded) visualViewport.addEventListener(type, this.#onChange);
      else visualViewport.removeEventListener(type, this.#onChange);
    }
    this.#onChange();
  }

  hostDisconnected(): void {
    this.follow(false);
  }

  readonly #onChange = (): void => {
    const { style } = this.#host;
    const viewport = visualViewport;
    // Who zooms in sees less, too, but wants everything to stay where it is.
    if (!viewport || !this.#isFollowing || Math.abs(viewport.scale - 1) > 0.01) {
      style.removeProperty('--_visible-top');
      style.removeProperty('--_visible-height');
      return;
    }
    style.setProperty('--_visible-top', `${viewport.offsetTop}px`);
    style.setProperty('--_visible-height', `${viewport.height}px`);
  };
}
