/**
 * - `visible`, `hidden`: the person came to this page or left it
 * - `frozen`: the page goes away, perhaps into the back/forward cache
 * - `restored`: it came back from there, with everything but its connections
 */
export type PageMoment = 'visible' | 'hidden' | 'frozen' | 'restored';

export interface Page {
  readonly visible: boolean;
  /** The result ends the subscription. */
  subscribe(listener: (moment: PageMoment) => void): () => void;
  /** Has the browser ask the person before it leaves the page; the result ends that. */
  askBeforeLeaving(): () => void;
}

export const browserPage: Page = {
  get visible() {
    return document.visibilityState === 'visible';
  },
  subscribe(listener) {
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener(
      'visibilitychange',
      () => {
        listener(browserPage.visible ? 'visible' : 'hidden');
      },
      { signal },
    );
    addEventListener(
      'pagehide',
      () => {
        listener('frozen');
      },
      { signal },
    );
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) listener('restored');
      },
      { signal },
    );
    return () => {
      controller.abort();
    };
  },
  // Registered only while it is needed: some browsers keep no page with such a listener in the back/forward cache.
  askBeforeLeaving() {
    const ask = (event: Event): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  },
};
