import { Manager, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Platform } from '../platform/platform.ts';
import type { ConnectionState } from '../protocol/connection-state.ts';
import type { ChatError } from '../protocol/model.ts';
import { readError } from '../protocol/read-error.ts';
import { backoff } from './backoff.ts';
import type { Connection, ConnectionListener } from './connection.ts';
import { isAboutIdentity } from './refusal.ts';
import { tolerantParser } from './tolerant-parser.ts';

/** Being connected for so long proves that the server keeps us; only then does the backoff begin anew. */
const STABLE_MS = 10_000;
/** A token that takes longer counts as a failed attempt. */
const TOKEN_MS = 10_000;
/** An error so shortly before the server ends the connection is its reason. */
const FAREWELL_MS = 2000;

const LOST: ChatError = { code: 'connection_lost', message: 'The connection was lost.' };

export interface ConnectionOptions {
  readonly serverUrl: string;
  readonly socketPath: string;
  readonly namespace: string;
  readonly socketOptions?: Readonly<Record<string, unknown>> | undefined;
  /** Asked before each attempt. */
  readonly getToken: () => string | undefined | Promise<string | undefined>;
  /** Whether `getToken` can give another token than the one that was refused. */
  readonly canRenewToken: () => boolean;
}

/**
 * A Socket.IO connection with a reconnection of its own: socket.io-client's backoff begins anew after each successful
 * connection, asks for no fresh token and does not know when the network or the page is back.
 */
export class SocketConnection implements Connection {
  readonly #options: ConnectionOptions;
  readonly #platform: Platform;
  readonly #socket: Socket;
  readonly #listeners = new Set<ConnectionListener>();
  #state: ConnectionState = { status: 'idle', attempt: 0 };
  /** Counts the attempts; what belongs to an earlier one is void. */
  #generation = 0;
  /** Failed attempts since the connection was last stable. */
  #failures = 0;
  #token: string | undefined;
  #lastError: { readonly at: number; readonly error: ChatError } | undefined;
  /** A refused identity is tried once more with a fresh token, then the person is asked. */
  #hasRenewedToken = false;
  #cancelTimer = (): void => {};
  #unsubscribe = (): void => {};

  constructor(options: ConnectionOptions, platform: Platform) {
    this.#options = options;
    this.#platform = platform;
    // A manager of our own: `io()` would share one with the page when the addresses are the same.
    const manager = new Manager(options.serverUrl, managerOptions(options));
    this.#socket = manager.socket(options.namespace, {});
    this.#listen();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get engineId(): string | undefined {
    return this.#socket.connected ? this.#socket.io.engine.id : undefined;
  }

  get token(): string | undefined {
    return this.#token;
  }

  open(): void {
    if (this.#state.status !== 'idle') return;
    const { page, network } = this.#platform;
    const stopPage = page.subscribe((moment) => {
      if (moment === 'frozen') this.#suspend();
      else if (moment !== 'hidden') this.#hurry();
    });
    const stopNetwork = network.subscribe(() => {
      if (network.online) this.#hurry();
      else this.#doubt();
    });
    this.#unsubscribe = () => {
      stopPage();
      stopNetwork();
    };
    this.#begin('connecting', 0);
  }

  close(): void {
    this.#unsubscribe();
    this.#reset();
    this.#change({ status: 'idle', attempt: 0 });
  }

  retry(): void {
    const { status } = this.#state;
    if (status === 'idle' || status === 'online') return;
    this.#hasRenewedToken = false;
    const { attempt } = this.#state;
    this.#begin(attempt === 0 ? 'connecting' : 'reconnecting', attempt);
  }

  refuse(error: ChatError): void {
    this.#refused(error);
  }

  emit(event: string, payload: unknown): boolean {
    if (!this.#socket.connected) return false;
    this.#socket.emit(event, payload);
    return true;
  }

  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown> {
    if (!this.#socket.connected) return Promise.reject(new Error(`${event}: there is no connection`));
    return this.#socket.timeout(timeoutMs).emitWithAck(event, payload);
  }

  subscribe(listener: ConnectionListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Once, at the beginning: handlers that are registered in `connect` pile up, and events can come before it. */
  #listen(): void {
    this.#socket.on('connect', () => {
      this.#connected();
    });
    this.#socket.on('disconnect', (reason) => {
      this.#disconnected(reason);
    });
    this.#socket.on('connect_error', (error) => {
      this.#attemptFailed(error);
    });
    this.#socket.onAny((event: string, ...args: unknown[]) => {
      if (event === 'error') this.#lastError = { at: this.#platform.clock.now(), error: readError(args[0]) };
      this.#tell((listener) => {
        listener.received(event, args);
      });
    });
  }

  #begin(status: ConnectionState['status'], attempt: number): void {
    const { serverUrl } = this.#options;
    if (!/^(https?|wss?):/.test(serverUrl) || !URL.canParse(serverUrl)) {
      const message = `server-url "${serverUrl}" is no address of a server; it should look like https://chat.example.org.`;
      this.#change({ status: 'failed', attempt, error: { code: 'invalid_server_url', message } });
      return;
    }
    this.#change({ status, attempt });
    void this.#attempt();
  }

  async #attempt(): Promise<void> {
    const generation = this.#reset();
    const token = await this.#freshToken();
    if (generation !== this.#generation) return;
    if (token instanceof Error) {
      this.#planAttempt(readError(token));
      return;
    }
    this.#token = token;
    const { auth } = this.#options.socketOptions ?? {};
    this.#socket.auth = { ...(typeof auth === 'object' && auth), ...(token !== undefined && { token }) };
    this.#socket.connect();
  }

  /** Ends whatever is under way, and gives the number of what comes next. */
  #reset(): number {
    this.#cancelTimer();
    this.#generation += 1;
    // Also heals a socket that believes to be connected and is not: `connect()` would do nothing there.
    this.#socket.disconnect();
    return this.#generation;
  }

  async #freshToken(): Promise<string | undefined | Error> {
    let cancel = (): void => {};
    const late = new Promise<Error>((resolve) => {
      cancel = this.#platform.clock.after(TOKEN_MS, () => {
        resolve(new Error('The sign-in took too long to answer.'));
      });
    });
    try {
      return await Promise.race([this.#options.getToken(), late]);
    } catch (error) {
      return new Error(readError(error).message);
    } finally {
      cancel();
    }
  }

  #connected(): void {
    this.#cancelTimer = this.#platform.clock.after(STABLE_MS, () => {
      this.#failures = 0;
      this.#hasRenewedToken = false;
    });
    this.#change({ status: 'online', attempt: 0 });
    this.#tell((listener) => {
      listener.connected();
    });
  }

  #disconnected(reason: Socket.DisconnectReason): void {
    if (reason === 'io client disconnect') return;
    if (reason === 'io server disconnect') {
      const reason = this.#lastError;
      const isFarewell = reason && this.#platform.clock.now() - reason.at < FAREWELL_MS;
      this.#refused(
        isFarewell ? reason.error : { code: 'server_disconnect', message: 'The server ended the connection.' },
      );
    } else this.#planAttempt(LOST);
  }

  #attemptFailed(error: Error): void {
    // socket.io-client gives a socket up when the server refused it, and keeps it when nobody answered.
    if (this.#socket.active) this.#planAttempt(readError(error));
    else this.#refused(readError(error));
  }

  #refused(error: ChatError): void {
    const isUnauthorized = isAboutIdentity(error);
    if (isUnauthorized && this.#options.canRenewToken() && !this.#hasRenewedToken) {
      this.#hasRenewedToken = true;
      this.#planAttempt(error);
      return;
    }
    this.#reset();
    this.#change({ status: isUnauthorized ? 'unauthorized' : 'failed', attempt: this.#failures, error });
  }

  #planAttempt(error: ChatError): void {
    this.#reset();
    this.#failures += 1;
    const wait = backoff(this.#failures, Math.random());
    this.#change({
      status: this.#platform.network.online ? 'reconnecting' : 'offline',
      attempt: this.#failures,
      retryAt: this.#platform.clock.now() + wait,
      error,
    });
    this.#cancelTimer = this.#platform.clock.after(wait, () => void this.#attempt());
  }

  /** The page goes away: the server should know at once, not after its ping timeout. */
  #suspend(): void {
    if (this.#state.status !== 'online') return;
    this.#reset();
    this.#change({ status: 'reconnecting', attempt: 0 });
  }

  /** The device says that it is offline. A dead connection would show only after the ping timeout, so it is tried at once. */
  #doubt(): void {
    if (this.#state.status !== 'online') return;
    this.#planAttempt(LOST);
  }

  /** Something is back that may have been missing: why wait? */
  #hurry(): void {
    const { status } = this.#state;
    if (status === 'reconnecting' || status === 'offline') void this.#attempt();
  }

  #change(state: ConnectionState): void {
    this.#state = state;
    this.#tell((listener) => {
      listener.stateChanged(state);
    });
  }

  /** A listener that throws must stop neither the others nor socket.io-client. */
  #tell(call: (listener: ConnectionListener) => void): void {
    for (const listener of [...this.#listeners]) {
      try {
        call(listener);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

function managerOptions({ socketPath, socketOptions }: ConnectionOptions): Partial<ManagerOptions & SocketOptions> {
  return {
    // One round trip less than polling first; a proxy that refuses WebSocket is served by what comes next.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    ...socketOptions,
    path: socketPath,
    autoConnect: false,
    reconnection: false,
    parser: tolerantParser,
  };
}
