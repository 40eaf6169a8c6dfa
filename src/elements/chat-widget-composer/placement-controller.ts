import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Less than this many pixels above the anchor is too little, if there is more below. */
const LEAST = 240;

/**
 * Tells a popover where its anchor is, as long as it is open: in the top layer nothing clips it, and nothing carries it
 * along either. Sets `--_start`, `--_end` (insets from the left and the right), `--_top`, `--_bottom` (one of them `auto`)
 * and `--_free`, the height that there is.
 */
export class PlacementController implements ReactiveController {
  readonly #findAnchor: () => Element | null;
  #popover: HTMLElement | undefined;
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost, findAnchor: () => Element | null) {
    this.#findAnchor = findAnchor;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#place();
  }

  hostDisconnected(): void {
    this.#unfollow();
  }

  /** For the `beforetoggle` events of the popovers. */
  readonly onBeforeToggle = ({ newState, target }: ToggleEvent): void => {
    this.#unfollow();
    if (newState !== 'open' || !(target instanceof HTMLElement)) return;
    this.#popover = target;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener('scroll', this.#place, { signal, capture: true, passive: true });
    // Told of the window's size too, and of the keyboard of a phone.
    visualViewport?.addEventListener('resize', this.#place, { signal });
    this.#place();
  };

  #unfollow(): void {
    this.#stop.abort();
    this.#popover = undefined;
  }

  readonly #place = (): void => {
    const anchor = this.#findAnchor();
    const popover = this.#popover;
    if (!anchor || !popover) return;
    const { top, bottom, left, right } = anchor.getBoundingClientRect();
    const visibleTop = visualViewport?.offsetTop ?? 0;
    const visibleBottom = visibleTop + (visualViewport?.height ?? innerHeight);
    const above = top - visibleTop;
    const below = visibleBottom - bottom;
    const isAbove = above >= LEAST || above >= below;
    const insets = {
      '--_start': `${left}px`,
      '--_end': `calc(100% - ${right}px)`,
      '--_top': isAbove ? 'auto' : `${bottom}px`,
      '--_bottom': isAbove ? `calc(100% - ${top}px)` : 'auto',
      '--_free': `${Math.floor(isAbove ? above : below)}px`,
    };
    for (const [name, value] of Object.entries(insets)) popover.style.setProperty(name, value);
  };
}
