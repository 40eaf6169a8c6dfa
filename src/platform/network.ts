/** What the device believes about its network: a hint, never proof (it does not know of loopback hosts, or of a dead router). */
export interface Network {
  readonly online: boolean;
  /** Called when the device changes its mind; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export const browserNetwork: Network = {
  get online() {
    return navigator.onLine;
  },
  subscribe(listener) {
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
};
