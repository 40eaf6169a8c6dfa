import type { Clock } from '../../../src/platform/clock.ts';
import type { Chance } from './chance.ts';
import { Pipe } from './pipe.ts';
import type { ServerSocket, SimulatedServer } from './simulated-server.ts';

/** What becomes of an attempt and of the connection that it leads to. */
export interface LinkListener {
  connected(recovered: boolean): void;
  lost(): void;
  received(event: string, args: readonly unknown[]): void;
}

/** Which way nothing gets through. */
export type Directions = 'both' | 'to the server' | 'to the client';

/** After so long both ends of a Socket.IO connection take a silent one for dead: `pingInterval` and `pingTimeout`. */
const SILENCE_MS = 45_000;
const PING_MS = 25_000;
/** After so long an attempt is given up. */
const ATTEMPT_MS = 20_000;

/** The way from one page to the server, with all that can go wrong on it. */
export class Line {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly server: SimulatedServer;
  /** `broken` tells at once that nobody is there, `silent` swallows everything and tells nothing. */
  condition: 'fine' | 'broken' | 'silent' = 'fine';
  /** Milliseconds that a packet takes, besides a few. */
  delay = 0;
  readonly #links = new Set<Link>();
  #count = 0;

  constructor(clock: Clock, server: SimulatedServer, chance: Chance) {
    this.clock = clock;
    this.server = server;
    this.chance = chance;
  }

  connect(listener: LinkListener): Link {
    this.#count += 1;
    const link = new Link(`engine-${this.#count}`, this, listener);
    for (const old of this.#links) if (old.isClosed) this.#links.delete(old);
    this.#links.add(link);
    return link;
  }

  /** Any part of what is in flight is lost, and the client is told. */
  cut(): void {
    for (const link of this.#links) link.break();
  }

  get isStalled(): boolean {
    return [...this.#links].some((link) => link.isStalled);
  }

  /** The page is gone: nothing reaches it any more. */
  abandon(): void {
    for (const link of this.#links) link.abandon();
  }

  /** What is there swallows everything from now on; a new connection is as good as the condition of the line. */
  stall(directions: Directions): void {
    for (const link of this.#links) link.stall(directions);
  }
}

/** A connection, from the first attempt to its end. */
export class Link implements ServerSocket {
  readonly id: string;
  isOpen = false;
  isClosed = false;
  readonly #line: Line;
  readonly #listener: LinkListener;
  readonly #toServer: Pipe;
  readonly #toClient: Pipe;
  readonly #unanswered = new Set<() => void>();
  #heardAt = 0;
  #stalledAt: number | undefined;

  constructor(id: string, line: Line, listener: LinkListener) {
    this.id = id;
    this.#line = line;
    this.#listener = listener;
    const latency = (): number => 1 + line.chance.upTo(20) + line.delay;
    this.#toServer = new Pipe(line.clock, latency);
    this.#toClient = new Pipe(line.clock, latency);
    if (line.condition === 'silent') line.clock.after(ATTEMPT_MS, () => this.#lose());
    else this.#toServer.send(() => this.#arrive());
  }

  get isStalled(): boolean {
    return !this.isClosed && this.#stalledAt !== undefined;
  }

  /** Epoch milliseconds at which the client last heard the server, pings included. */
  get heardAt(): number {
    // Without the client's pong the server sends no further ping.
    const until = this.#stalledAt ?? this.#line.clock.now();
    const lastPing = this.#heardAt + Math.floor((until - this.#heardAt) / PING_MS) * PING_MS;
    return Math.max(this.#heardAt, lastPing);
  }

  /**
   * @param lost called when no answer can come any more
   * @returns ends the waiting for an answer
   */
  emit(event: string, payload: unknown, answer?: (answer: unknown) => void, lost = (): void => {}): () => void {
    if (answer) this.#unanswered.add(lost);
    const forget = (): void => {
      this.#unanswered.delete(lost);
    };
    this.#toServer.send(() => {
      this.#line.server.receive(
        this,
        event,
        structuredClone(payload),
        answer &&
          ((value) => {
            this.#toClient.send(() => {
              this.#hear();
              if (this.#unanswered.delete(lost)) answer(structuredClone(value));
            });
          }),
      );
    });
    return forget;
  }

  /** From the server. */
  send(event: string, payload: unknown): void {
    this.#toClient.send(() => {
      this.#hear();
      this.#listener.received(event, [structuredClone(payload)]);
    });
  }

  /** The server's process is gone: what it had sent may still arrive. */
  drop(): void {
    this.#toServer.cut(0);
    this.#toClient.cut(this.#line.chance.upTo(this.#toClient.inFlight));
    this.#lose();
  }

  break(): void {
    this.#toServer.cut(this.#line.chance.upTo(this.#toServer.inFlight));
    this.#toClient.cut(this.#line.chance.upTo(this.#toClient.inFlight));
    this.#lose();
  }

  stall(directions: Directions): void {
    if (this.isClosed) return;
    if (directions !== 'to the client') this.#toServer.cut(0);
    if (directions !== 'to the server') this.#toClient.cut(0);
    this.#stalledAt ??= this.#line.clock.now();
    this.#line.clock.after(SILENCE_MS, () => this.#lose());
  }

  abandon(): void {
    if (this.isClosed) return;
    this.#unanswered.clear();
    this.close();
  }

  /** The client wants no more; what it has just emitted may be lost. */
  close(): void {
    if (this.isClosed) return;
    this.isOpen = false;
    this.isClosed = true;
    this.#toServer.cut(this.#line.chance.upTo(this.#toServer.inFlight));
    this.#toClient.cut(0);
    this.#line.server.forget(this);
    for (const lost of this.#unanswered) lost();
    this.#unanswered.clear();
  }

  #arrive(): void {
    const { server, condition } = this.#line;
    if (condition === 'broken' || !server.isRunning) this.#lose();
    else {
      server.accept(this);
      this.#toClient.send(() => {
        this.isOpen = true;
        this.#hear();
        this.#listener.connected(false);
      });
    }
  }

  #hear(): void {
    this.#heardAt = this.#line.clock.now();
  }

  #lose(): void {
    if (this.isClosed) return;
    this.close();
    this.#listener.lost();
  }
}
