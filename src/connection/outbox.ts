import type { Clock } from '../platform/clock.ts';
import type { ChatError, Departure, RoomId, UnsentMessage } from '../protocol/model.ts';

/** Connected time in which an echo must come. */
const ECHO_MS = 10_000;
/** The same where history confirmed the message before: such a backend may send no echo at all. */
const HISTORY_MS = 2000;
/** Connected time in which the server must answer what it was asked when the echo did not come. */
const ANSWER_MS = 5000;
/** A connection that ends so soon after a message was sent may have ended because of it. */
const SUSPICIOUS_MS = 3000;
/** So many suspicious ends in a row are no accident. */
const MOST_LOSSES = 5;

export type OutboxMessage = UnsentMessage['message'];

export interface OutboxOptions {
  readonly clock: Clock;
  /** Writes the message to the device. Undefined when there is nothing to wait for; never rejects. */
  readonly keep: (unsent: UnsentMessage) => Promise<void> | undefined;
  /** A message is about to go on the wire; tells what has to be known of that later. */
  readonly depart: (message: OutboxMessage) => Departure;
  /** Puts it there. An error is the reason why it never will be. */
  readonly send: (message: OutboxMessage, departure: Departure) => 'sent' | 'offline' | ChatError;
  /** No echo came: asks the server what it has. What calls `answered`, sooner or later. */
  readonly ask: () => void;
  /** Epoch milliseconds at which anything came from the server. */
  readonly heardAt: () => number;
  /** The connection seems to be dead. */
  readonly doubt: () => void;
  readonly failed: (message: OutboxMessage, failure: ChatError) => void;
}

interface Flight {
  readonly since: number;
  cancelTimeout: () => void;
  /** The echo did not come in time, and the server was asked. */
  isOverdue: boolean;
}

interface Waiting {
  readonly message: OutboxMessage;
  departure: Departure | undefined;
  /** Being written to the device: it must not go before that is done. */
  isBeingKept: boolean;
  /** Set while the message is on its way. */
  flight: Flight | undefined;
  losses: number;
  hasRaisedDoubt: boolean;
}

/**
 * Own messages that are not proven to be saved. One a room is on its way at a time, and the next one waits for its echo:
 * backends that handle events concurrently store a burst in any order.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #rooms = new Map<RoomId, Waiting[]>();
  #isOpen = false;
  #patience = ECHO_MS;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** @param isKept whether it is on the device already */
  add({ message, departure }: UnsentMessage, isKept = false): void {
    const queue = this.#rooms.get(message.roomId) ?? [];
    const waiting: Waiting = {
      message,
      departure,
      isBeingKept: false,
      flight: undefined,
      losses: 0,
      hasRaisedDoubt: false,
    };
    queue.push(waiting);
    this.#rooms.set(message.roomId, queue);
    this.#flush();
    if (!isKept && !waiting.departure) this.#keep(waiting);
  }

  /** The message is proven to be saved, or nobody wants it any more. */
  remove(key: string): void {
    for (const [roomId, queue] of this.#rooms) {
      const index = queue.findIndex(({ message }) => message.clientId === key);
      if (index < 0) continue;
      const { flight } = queue[index] ?? {};
      if (flight) this.#patience = flight.isOverdue ? HISTORY_MS : ECHO_MS;
      flight?.cancelTimeout();
      queue.splice(index, 1);
      if (queue.length === 0) this.#rooms.delete(roomId);
      this.#flush();
      return;
    }
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

  /** The server told what it has: a message that is late and still here is not among it. */
  answered(): void {
    for (const { flight, message } of [...this.#heads()]) if (flight?.isOverdue) this.#giveUp(message);
  }

  /**
   * The connection is lost: what was on its way may or may not have arrived.
   * @param reason set when the server ended the connection because of what we sent
   */
  pause(reason?: ChatError): void {
    this.#isOpen = false;
    const inFlight = [...this.#heads()].filter(({ flight }) => flight);
    for (const waiting of inFlight) {
      const age = this.#options.clock.now() - (waiting.flight?.since ?? 0);
      waiting.flight?.cancelTimeout();
      waiting.flight = undefined;
      waiting.losses = reason || age < SUSPICIOUS_MS ? waiting.losses + 1 : 0;
      if (reason && inFlight.length === 1) this.fail(waiting.message, reason);
      else if (waiting.losses >= MOST_LOSSES) {
        this.fail(waiting.message, {
          code: 'message_refused',
          message: 'The server ended the connection each time this message was sent. It may be too large.',
        });
      }
    }
  }

  /** Nothing is sent any more, and nothing times out. */
  clear(): void {
    for (const { flight } of this.#heads()) flight?.cancelTimeout();
    this.#rooms.clear();
    this.#isOpen = false;
  }

  *#heads(): Generator<Waiting> {
    for (const [head] of this.#rooms.values()) if (head) yield head;
  }

  /** A message under suspicion travels alone, so that no other one is suspected with it. */
  #flush(): void {
    if (!this.#isOpen) return;
    const heads = [...this.#heads()];
    if (heads.some(({ flight, losses }) => flight && losses > 0)) return;
    for (const waiting of heads) if (waiting.losses === 0 && !waiting.flight) this.#go(waiting);
    const suspect = heads.find(({ losses }) => losses > 0);
    if (suspect && !heads.some(({ flight }) => flight)) this.#go(suspect);
  }

  /** After a crash it must be known that the message may have arrived, so that is written down before it goes. */
  #go(waiting: Waiting): void {
    if (waiting.isBeingKept) return;
    const departure = this.#options.depart(waiting.message);
    // The one who was asked may have found it confirmed, or sent it, by a call of ours.
    const isNext = this.#rooms.get(waiting.message.roomId)?.[0] === waiting && !waiting.flight;
    if (!isNext || !this.#isOpen) return;
    const isKnown = waiting.departure?.withClientId === departure.withClientId;
    waiting.departure = departure;
    if (isKnown) this.#send(waiting, departure);
    else this.#keep(waiting);
  }

  #keep(waiting: Waiting): void {
    const { message, departure } = waiting;
    const kept = this.#options.keep({ message, ...(departure && { departure }) });
    waiting.isBeingKept = kept !== undefined;
    if (!kept) this.#flush();
    void kept?.then(() => {
      waiting.isBeingKept = false;
      this.#flush();
    });
  }

  #send(waiting: Waiting, departure: Departure): void {
    const { clock, send } = this.#options;
    const result = send(waiting.message, departure);
    if (result === 'sent') {
      const cancelTimeout = clock.after(this.#patience, () => {
        this.#overdue(waiting);
      });
      waiting.flight = { since: clock.now(), cancelTimeout, isOverdue: false };
    } else if (result !== 'offline') this.fail(waiting.message, result);
  }

  /** The echo may be lost, or the message, or the whole connection without anybody having told us. */
  #overdue(waiting: Waiting): void {
    const { flight, message } = waiting;
    const { ask, clock, doubt, heardAt } = this.#options;
    if (!flight) return;
    flight.isOverdue = true;
    const askedAt = clock.now();
    flight.cancelTimeout = clock.after(ANSWER_MS, () => {
      if (heardAt() >= askedAt || waiting.hasRaisedDoubt) this.#giveUp(message);
      else {
        waiting.hasRaisedDoubt = true;
        doubt();
      }
    });
    ask();
  }

  #giveUp(message: OutboxMessage): void {
    this.fail(message, { code: 'no_echo', message: 'The server has not confirmed this message.' });
  }
}
