/** Those who asked to know. One that throws is reported, and keeps none of the others from knowing. */
export class Listeners<T> {
  readonly #all = new Set<T>();

  /** The result ends the subscription. */
  add(listener: T): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(call: (listener: T) => void): void {
    for (const listener of [...this.#all]) {
      // Another one may have ended its subscription meanwhile.
      if (!this.#all.has(listener)) continue;
      try {
        call(listener);
      } catch (error) {
        reportError(error);
      }
    }
  }

  clear(): void {
    this.#all.clear();
  }
}
