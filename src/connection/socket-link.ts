import { Manager, type Socket } from 'socket.io-client';
import type { ChatError } from '../protocol/model.ts';
import { readError } from '../protocol/read-error.ts';
import { asFields } from '../protocol/read-fields.ts';
import { TOO_LARGE } from './refusal.ts';
import { tolerantParser } from './tolerant-parser.ts';

/** Where a server is, and how the page wants it to be reached. */
export interface SocketAddress {
  readonly serverUrl: string;
  readonly socketPath: string;
  readonly namespace: string;
  /** For socket.io-client; what our own reconnection depends on is not overridable. */
  readonly socketOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** What becomes of an attempt and of the connection that it led to. */
export interface LinkListener {
  connected(recovered: boolean): void;
  /** A packet came, of whatever kind. */
  heard(): void;
  /** Nobody answered, or the connection broke. */
  lost(reason: ChatError): void;
  /** The server answered, and does not want us. */
  refused(reason: ChatError): void;
  /** The server ended a connection that stood. */
  ended(): void;
  /** The arguments are raw. May come before `connected`. */
  received(event: string, args: readonly unknown[]): void;
}

/** One round trip less than polling first; a proxy that refuses WebSocket is served by what comes next. */
const WEBSOCKET_FIRST = ['websocket', 'polling'];
const POLLING_FIRST = ['polling', 'websocket'];

export const LOST: ChatError = { code: 'connection_lost', message: 'The connection was lost.' };

/** A Socket.IO socket that connects when it is told to and does nothing by itself. The library's quirks end here. */
export class SocketLink {
  readonly #socket: Socket;
  readonly #auth: unknown;

  constructor({ serverUrl, socketPath, namespace, socketOptions }: SocketAddress, listener: LinkListener) {
    this.#auth = socketOptions?.['auth'];
    // A manager of our own: `io()` would share one with the page when the addresses are the same.
    const manager = new Manager(serverUrl, {
      transports: WEBSOCKET_FIRST,
      tryAllTransports: true,
      parser: tolerantParser,
      ...socketOptions,
      path: socketPath,
      autoConnect: false,
      reconnection: false,
    });
    this.#socket = manager.socket(namespace, {});
    this.#listen(listener);
  }

  get engineId(): string | undefined {
    return this.#socket.connected ? this.#socket.io.engine.id : undefined;
  }

  connect(token: string | undefined): void {
    this.#socket.auth = {
      ...(typeof this.#auth === 'object' && this.#auth),
      ...(token !== undefined && { token }),
    };
    this.#socket.connect();
  }

  /** Also heals a socket that believes to be connected and is not: `connect` would do nothing there. */
  disconnect(): void {
    this.#socket.disconnect();
    // What came before the server had accepted us would be told to the next connection.
    this.#socket.receiveBuffer.length = 0;
  }

  /** False when there is no connection: nothing is kept for later. */
  emit(event: string, payload: unknown): boolean {
    if (!this.#socket.connected) return false;
    this.#socket.emit(event, payload);
    return !this.#forgetUnsent();
  }

  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown> {
    const answer: Promise<unknown> = this.#socket.timeout(timeoutMs).emitWithAck(event, payload);
    this.#forgetUnsent();
    return answer;
  }

  /** Once, at the beginning: handlers that are registered in `connect` pile up, and events can come before it. */
  #listen(listener: LinkListener): void {
    const socket = this.#socket;
    socket.io.on('open', () => {
      // Another engine each time.
      socket.io.engine.on('packet', () => {
        listener.heard();
      });
    });
    socket.on('connect', () => {
      listener.connected(socket.recovered);
    });
    socket.on('disconnect', (reason, details) => {
      if (reason === 'io server disconnect') listener.ended();
      else if (reason !== 'io client disconnect') listener.lost(isAboutSize(details) ? TOO_LARGE : LOST);
    });
    socket.on('connect_error', (error) => {
      if (error.message === 'timeout') this.#preferPolling();
      // The socket is given up when the server refused it, and active while nobody answered. A refusal that comes late
      // leaves it connected and given up at the same time: then it is only lost.
      if (socket.active || socket.connected) listener.lost(readError(error));
      else listener.refused(readError(error));
    });
    socket.onAny((event: string, ...args: unknown[]) => {
      listener.received(event, args);
    });
  }

  /** Some networks swallow a WebSocket without a word: each attempt that begins with one would end by timeout. */
  #preferPolling(): void {
    const { opts } = this.#socket.io;
    if (opts.transports === WEBSOCKET_FIRST) opts.transports = POLLING_FIRST;
  }

  /**
   * What cannot be sent would be kept for the next connection, and go before the handshake there. A page that was asleep
   * finds out in this way that its connection is gone.
   * @returns whether there was something
   */
  #forgetUnsent(): boolean {
    return this.#socket.sendBuffer.splice(0).length > 0;
  }
}

/** RFC 6455 has a code for it, and HTTP a status. Anything but an object is a reason that the engine gives in words. */
function isAboutSize(details: unknown): boolean {
  const context = asFields(asFields(details)?.['context']);
  return context?.['code'] === 1009 || context?.['status'] === 413;
}
