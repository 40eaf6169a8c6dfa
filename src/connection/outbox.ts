import type { Clock } from '../platform/clock.ts';
import type { ChatError, Message, RoomId } from '../protocol/model.ts';

/** Connected time in which an echo must come. */
const ECHO_MS = 10_000;
/** A connection that ends so soon after a message was sent may have ended because of it. */
const SUSPICIOUS_MS = 3000;
/** So many suspicious ends in a row are no accident. */
const MOST_LOSSES = 3;

export type OutboxMessage = Message & { readonly clientId: string };

export interface OutboxOptions {
  readonly clock: Clock;
  /** Puts a message on the wire; false when that is not possible now. */
  readonly send: (message: OutboxMessage) => boolean;
  readonly failed: (message: OutboxMessage, failure: ChatError) => void;
}

interface Waiting {
  readonly message: OutboxMessage;
  /** Set while the message is on its way. */
  flight?: { readonly since: number; readonly cancelTimeout: () => void };
  losses: number;
}

/**
 * Own messages that are not proven to be saved. One a room is on its way at a time, and the next one waits for its echo:
 * backends that handle events concurrently store a burst in any order.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #rooms = new Map<RoomId, Waiting[]>();
  #isOpen = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  add(message: OutboxMessage): void {
    const queue = this.#rooms.get(message.roomId);
    const waiting = { message, losses: 0 };
    if (queue) queue.push(waiting);
    else this.#rooms.set(message.roomId, [waiting]);
    this.#flush();
  }

  /** The message is proven to be saved, or nobody wants it any more. */
  remove(key: string): void {
    for (const [roomId, queue] of this.#rooms) {
      const index = queue.findIndex(({ message }) => message.clientId === key);
      if (index < 0) continue;
      queue[index]?.flight?.cancelTimeout();
      queue.splice(index, 1);
      if (queue.length === 0) this.#rooms.delete(roomId);
      this.#flush();
      return;
    }
  }

  /** All that wait or are on their way. */
  get messages(): readonly OutboxMessage[] {
    return [...this.#rooms.values()].flatMap((queue) => queue.map(({ message }) => message));
  }

  /** The only message on its way; undefined when there is none or more than one. */
  get onlyInFlight(): OutboxMessage | undefined {
    const inFlight = [...this.#heads()].filter(({ flight }) => flight);
    return inFlight.length === 1 ? inFlight[0]?.message : undefined;
  }

  fail(message: OutboxMessage, failure: ChatError): void {
    this.remove(message.clientId);
    this.#options.failed(message, failure);
  }

  /** Connected, and what the server already has is known: the rest may go. */
  open(): void {
    this.#isOpen = true;
    this.#flush();
  }

  /** The connection is lost: what was on its way may or may not have arrived. */
  pause(): void {
    this.#isOpen = false;
    for (const waiting of [...this.#heads()]) {
      if (!waiting.flight) continue;
      const { since, cancelTimeout } = waiting.flight;
      cancelTimeout();
      delete waiting.flight;
      const isSuspicious = this.#options.clock.now() - since < SUSPICIOUS_MS;
      waiting.losses = isSuspicious ? waiting.losses + 1 : 0;
      if (waiting.losses >= MOST_LOSSES) {
        this.fail(waiting.message, {
          code: 'message_refused',
          message: 'The server ended the connection each time this message was sent. It may be too large.',
        });
      }
    }
  }

  *#heads(): Generator<Waiting> {
    for (const [head] of this.#rooms.values()) if (head) yield head;
  }

  /** A message under suspicion travels alone, so that no other one is suspected with it. */
  #flush(): void {
    if (!this.#isOpen) return;
    const heads = [...this.#heads()];
    if (heads.some(({ flight, losses }) => flight && losses > 0)) return;
    for (const waiting of heads) if (waiting.losses === 0 && !waiting.flight) this.#send(waiting);
    const suspect = heads.find(({ losses }) => losses > 0);
    if (suspect && !heads.some(({ flight }) => flight)) this.#send(suspect);
  }

  #send(waiting: Waiting): void {
    const { clock, send } = this.#options;
    if (!send(waiting.message)) return;
    const cancelTimeout = clock.after(ECHO_MS, () => {
      this.fail(waiting.message, { code: 'no_echo', message: 'The server has not confirmed this message.' });
    });
    waiting.flight = { since: clock.now(), cancelTimeout };
  }
}
