/** What the device believes about its network: a hint, never proof (it does not know of loopback hosts, or of a dead router). */
export interface Network {
  readonly online: boolean;
  /** Called when the device believes that the network is back; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export const browserNetwork: Network = {
  get online() {
    return navigator.onLine;
  },
  subscribe(listener) {
    addEventListener('online', listener);
    return () => {
      removeEventListener('online', listener);
    };
  },
};
