import type { Platform } from '../platform/platform.ts';
import type { ConnectionState } from '../protocol/connection-state.ts';
import type { ChatError } from '../protocol/model.ts';
import { readError } from '../protocol/read-error.ts';
import type { Connection, ConnectionListener } from './connection.ts';
import { freshToken, type GetToken } from './fresh-token.ts';
import { Listeners } from './listeners.ts';
import { isAboutIdentity } from './refusal.ts';
import { RetryPlan } from './retry-plan.ts';
import { LOST, type SocketAddress, SocketLink } from './socket-link.ts';

/** An error so shortly before the server ends the connection is its reason. */
const FAREWELL_MS = 2000;

export interface ConnectionOptions extends SocketAddress {
  /** Asked before each attempt. */
  readonly getToken: GetToken;
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
  readonly #link: SocketLink;
  readonly #plan: RetryPlan;
  readonly #listeners = new Listeners<ConnectionListener>();
  #state: ConnectionState = { status: 'idle', attempt: 0 };
  /** Counts the attempts; what belongs to an earlier one is void. */
  #generation = 0;
  /** Nothing is under way, and something will be. */
  #isWaiting = false;
  #token: string | undefined;
  #heardAt = 0;
  #lastError: { readonly at: number; readonly error: ChatError } | undefined;
  /** A refused identity is tried once more with a fresh token, then the person is asked. */
  #hasRenewedToken = false;
  #unsubscribe = (): void => {};

  constructor(options: ConnectionOptions, platform: Platform) {
    this.#options = options;
    this.#platform = platform;
    this.#plan = new RetryPlan(platform.clock);
    this.#link = new SocketLink(options, {
      connected: (recovered) => {
        this.#connected(recovered);
      },
      heard: () => {
        this.#heardAt = platform.clock.now();
      },
      lost: (reason) => {
        this.#tryLater(reason);
      },
      refused: (reason) => {
        this.refuse(reason);
      },
      ended: () => {
        this.refuse(this.#farewell() ?? { code: 'server_disconnect', message: 'The server ended the connection.' });
      },
      received: (event, args) => {
        this.#received(event, args);
      },
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get engineId(): string | undefined {
    return this.#link.engineId;
  }

  get token(): string | undefined {
    return this.#token;
  }

  get heardAt(): number {
    return this.#heardAt;
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
      else this.#networkGone();
    });
    this.#unsubscribe = () => {
      stopPage();
      stopNetwork();
    };
    this.#begin('connecting');
  }

  close(): void {
    this.#unsubscribe();
    this.#stop();
    this.#plan.forget();
    this.#change({ status: 'idle', attempt: 0 });
  }

  retry(): void {
    const { status } = this.#state;
    if (status === 'idle' || status === 'online') return;
    this.#hasRenewedToken = false;
    this.#begin(this.#plan.failures === 0 ? 'connecting' : 'reconnecting');
  }

  /** A dead connection would show only after the ping timeout: 45 seconds with most servers. */
  doubt(): void {
    if (this.#state.status === 'online') this.#tryLater(LOST);
  }

  refuse(error: ChatError): void {
    const isUnauthorized = isAboutIdentity(error);
    if (isUnauthorized && this.#options.canRenewToken() && !this.#hasRenewedToken) {
      this.#hasRenewedToken = true;
      this.#tryLater(error);
      return;
    }
    this.#stop();
    this.#change({ status: isUnauthorized ? 'unauthorized' : 'failed', attempt: this.#plan.failures, error });
  }

  emit(event: string, payload: unknown): boolean {
    // An event can come before the server accepted us; an answer to it would go before the handshake.
    return this.#state.status === 'online' && this.#link.emit(event, payload);
  }

  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown> {
    if (this.#state.status !== 'online') return Promise.reject(new Error(`${event}: there is no connection`));
    return this.#link.request(event, payload, timeoutMs);
  }

  subscribe(listener: ConnectionListener): () => void {
    return this.#listeners.add(listener);
  }

  #begin(status: ConnectionState['status'], error?: ChatError): void {
    const { serverUrl } = this.#options;
    const attempt = this.#plan.failures;
    const generation = this.#stop();
    if (/^(https?|wss?):/.test(serverUrl) && URL.canParse(serverUrl)) {
      this.#change({ status, attempt, ...(error && { error }) });
      void this.#attempt(generation);
    } else {
      const error = {
        code: 'invalid_server_url',
        message: `server-url "${serverUrl}" is no address of a server; it should look like https://chat.example.org.`,
      };
      this.#change({ status: 'failed', attempt, error });
    }
  }

  async #attempt(generation: number): Promise<void> {
    try {
      const answer = freshToken(this.#options.getToken, this.#platform.clock);
      const token = typeof answer === 'object' ? await answer : answer;
      if (generation !== this.#generation) return;
      this.#token = token;
      this.#link.connect(token);
    } catch (error) {
      if (generation === this.#generation) this.#tryLater(readError(error));
    }
  }

  /** Ends what is planned, under way or connected, and gives the number of what comes next. */
  #stop(): number {
    this.#plan.cancel();
    this.#link.disconnect();
    this.#isWaiting = false;
    this.#generation += 1;
    return this.#generation;
  }

  #connected(recovered: boolean): void {
    this.#plan.succeeded(() => {
      this.#hasRenewedToken = false;
    });
    this.#state = { status: 'online', attempt: 0 };
    this.#listeners.tell((listener) => {
      listener.connected(recovered);
    });
    this.#change(this.#state);
  }

  #received(event: string, args: readonly unknown[]): void {
    if (event === 'error') this.#lastError = { at: this.#platform.clock.now(), error: readError(args[0]) };
    this.#listeners.tell((listener) => {
      listener.received(event, args);
    });
  }

  #farewell(): ChatError | undefined {
    const last = this.#lastError;
    return last && this.#platform.clock.now() - last.at < FAREWELL_MS ? last.error : undefined;
  }

  #tryLater(error: ChatError): void {
    this.#stop();
    const retryAt = this.#plan.failed(() => {
      this.#tryAgain();
    });
    this.#isWaiting = true;
    this.#change({ status: this.#waitingStatus, attempt: this.#plan.failures, retryAt, error });
  }

  #tryAgain(): void {
    this.#begin(this.#waitingStatus, this.#state.error);
  }

  get #waitingStatus(): ConnectionState['status'] {
    return this.#platform.network.online ? 'reconnecting' : 'offline';
  }

  /** The page goes away: the server should know at once, not after its ping timeout. */
  #suspend(): void {
    const { status } = this.#state;
    if (status === 'idle' || status === 'unauthorized' || status === 'failed') return;
    this.#stop();
    this.#isWaiting = true;
    this.#change({ status: 'reconnecting', attempt: this.#plan.failures });
  }

  /** Also an attempt that is under way: engine.io ends it without a word. */
  #networkGone(): void {
    const { status } = this.#state;
    const isAtRest = status === 'idle' || status === 'unauthorized' || status === 'failed';
    if (!isAtRest && !this.#isWaiting) this.#tryLater(LOST);
  }

  /** Something is back that may have been missing: why wait? */
  #hurry(): void {
    if (this.#isWaiting) this.#tryAgain();
  }

  #change(state: ConnectionState): void {
    this.#state = state;
    this.#listeners.tell((listener) => {
      listener.stateChanged(state);
    });
  }
}
