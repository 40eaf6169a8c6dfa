/** Names that only one page of an origin can hold at a time, and that are free again when the page is gone. */
export interface Locks {
  /** False on pages without TLS, where browsers have no locks. */
  readonly supported: boolean;
  /** Takes the name unless somebody holds it. Resolves with what gives it back; with undefined when it is held. */
  take(name: string): Promise<(() => void) | undefined>;
}

export const browserLocks: Locks = {
  get supported() {
    return 'locks' in navigator;
  },
  take(name) {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (lock)
            return new Promise<void>((release) => {
              resolve(release);
            });
          resolve(undefined);
          return undefined;
        })
        .catch(reject);
    });
  },
};
