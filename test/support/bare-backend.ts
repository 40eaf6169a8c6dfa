import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/** By the client's event: what it is answered with, given its payload. */
export type Answers = Record<string, (payload: unknown) => { readonly event: string; readonly payload: unknown }>;

/**
 * A backend that keeps to the documented events and to nothing else: it never acknowledges,
 * checks no token, and sends whatever a test tells it to send.
 */
export class BareBackend {
  static async start(answers: Answers = {}): Promise<BareBackend> {
    const http = createServer();
    await new Promise<void>((resolve) => {
      http.listen(0, '127.0.0.1', resolve);
    });
    return new BareBackend(http, answers);
  }

  /** All that clients emitted, oldest first. */
  readonly received: { event: string; payload: unknown }[] = [];
  readonly url: string;
  answers: Answers;
  readonly #io: Server;

  private constructor(http: HttpServer, answers: Answers) {
    this.answers = answers;
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    this.#io = new Server(http, { cors: { origin: '*' } });
    this.#io.on('connection', (socket) => {
      socket.onAny((event: string, payload: unknown) => {
        this.received.push({ event, payload });
        const answer = this.answers[event]?.(payload);
        if (answer) socket.emit(answer.event, answer.payload);
      });
    });
  }

  get connections(): number {
    return this.#io.engine.clientsCount;
  }

  /** To every client. */
  send(event: string, ...payload: unknown[]): void {
    this.#io.emit(event, ...payload);
  }

  /** Ends all connections, as a proxy does that restarts; clients come back. */
  cut(): void {
    for (const { conn } of this.#io.sockets.sockets.values()) conn.close();
  }

  async close(): Promise<void> {
    await this.#io.close();
  }
}
