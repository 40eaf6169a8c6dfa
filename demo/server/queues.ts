/** Runs the tasks of one room one after another, so that messages are broadcast in the order in which they were saved. */
export class Queues {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    const result = before.then(task);
    const tail = result
      .catch(() => undefined)
      .finally(() => {
        if (this.#tails.get(name) === tail) this.#tails.delete(name);
      });
    this.#tails.set(name, tail);
    return result;
  }

  /** Resolves when all that was asked for is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
