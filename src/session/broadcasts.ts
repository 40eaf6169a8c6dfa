import type { Message } from '../protocol/model.ts';

/** Messages that arrive together become one action: a burst costs one pass of the reducer. */
export class Broadcasts {
  readonly #deliver: (messages: readonly Message[]) => void;
  #messages: Message[] = [];

  constructor(deliver: (messages: readonly Message[]) => void) {
    this.#deliver = deliver;
  }

  add(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length > 1) return;
    queueMicrotask(() => {
      this.flush();
    });
  }

  /** Delivers at once, so that what comes next finds them there. */
  flush(): void {
    if (this.#messages.length === 0) return;
    const messages = this.#messages;
    this.#messages = [];
    this.#deliver(messages);
  }
}
