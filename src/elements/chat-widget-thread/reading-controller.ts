import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserPage } from '../../platform/page.ts';

/** Tells whether a person can see the end of the thread now. */
export class ReadingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #findEnd: () => Element | null;
  readonly #seen: () => void;
  #end: Element | null = null;
  #isInView = false;
  #forgetPage: (() => void) | undefined;
  readonly #intersections = new IntersectionObserver((entries) => {
    this.#isInView = entries.at(-1)?.isIntersecting ?? false;
    this.#look();
  });

  /**
   * @param findEnd the element behind the last row, once it is rendered
   * @param seen called whenever the end may have come to be seen; also again while it is
   */
  constructor(host: ReactiveControllerHost & HTMLElement, findEnd: () => Element | null, seen: () => void) {
    this.#host = host;
    this.#findEnd = findEnd;
    this.#seen = seen;
    host.addController(this);
  }

  hostConnected(): void {
    this.#forgetPage = browserPage.subscribe(this.#look);
    if (this.#end) this.#intersections.observe(this.#end);
  }

  hostUpdated(): void {
    if (!this.#end) {
      this.#end = this.#findEnd();
      if (this.#end) this.#intersections.observe(this.#end);
    }
    this.#look();
  }

  hostDisconnected(): void {
    this.#forgetPage?.();
    this.#intersections.disconnect();
    this.#isInView = false;
  }

  /** Laid out and on screen is not enough: it may be transparent, or on a page in the background. */
  readonly #look = (): void => {
    if (!this.#isInView || !browserPage.visible) return;
    if (this.#host.checkVisibility({ opacityProperty: true, visibilityProperty: true })) this.#seen();
  };
}
