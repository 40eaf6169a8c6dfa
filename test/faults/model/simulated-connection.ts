import { backoff } from '../../../src/connection/backoff.ts';
import type { Connection, ConnectionListener } from '../../../src/connection/connection.ts';
import { Listeners } from '../../../src/connection/listeners.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { ConnectionState, ConnectionStatus } from '../../../src/protocol/connection-state.ts';
import type { ChatError } from '../../../src/protocol/model.ts';
import type { Line, Link } from './line.ts';

const LOST: ChatError = { code: 'connection_lost', message: 'The connection was lost.' };

/** What `SocketConnection` is to a session, with a simulated line in place of a socket. */
export class SimulatedConnection implements Connection {
  state: ConnectionState = { status: 'idle', attempt: 0 };
  readonly token = 'token';
  readonly #platform: Platform;
  readonly #line: Line;
  readonly #listeners = new Listeners<ConnectionListener>();
  #link: Link | undefined;
  #failures = 0;
  #isWaiting = false;
  #cancelPlan = (): void => {};
  #unsubscribe = (): void => {};

  constructor(platform: Platform, line: Line) {
    this.#platform = platform;
    this.#line = line;
  }

  get engineId(): string | undefined {
    return this.#link?.isOpen ? this.#link.id : undefined;
  }

  get heardAt(): number {
    return this.#link?.heardAt ?? 0;
  }

  open(): void {
    if (this.state.status !== 'idle') return;
    const { page, network } = this.#platform;
    const stopPage = page.subscribe((moment) => {
      if (moment === 'frozen') this.#suspend();
      else if (moment !== 'hidden') this.#hurry();
    });
    const stopNetwork = network.subscribe(() => {
      if (network.online) this.#hurry();
      else this.doubt();
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
    this.#failures = 0;
    this.#change({ status: 'idle', attempt: 0 });
  }

  retry(): void {
    const { status } = this.state;
    if (status !== 'idle' && status !== 'online') this.#begin(this.#failures === 0 ? 'connecting' : 'reconnecting');
  }

  doubt(): void {
    if (this.state.status === 'online') this.#tryLater();
  }

  refuse(error: ChatError): void {
    this.#stop();
    this.#change({ status: 'failed', attempt: this.#failures, error });
  }

  emit(event: string, payload: unknown): boolean {
    if (this.state.status !== 'online' || !this.#link) return false;
    this.#link.emit(event, payload);
    return true;
  }

  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown> {
    const link = this.state.status === 'online' ? this.#link : undefined;
    if (!link) return Promise.reject(new Error(`${event}: there is no connection`));
    return new Promise((resolve, reject) => {
      const forget = link.emit(event, payload, resolve, () => reject(new Error('socket has been disconnected')));
      this.#platform.clock.after(timeoutMs, () => {
        forget();
        reject(new Error('operation has timed out'));
      });
    });
  }

  subscribe(listener: ConnectionListener): () => void {
    return this.#listeners.add(listener);
  }

  #begin(status: ConnectionStatus): void {
    this.#stop();
    this.#change({ status, attempt: this.#failures });
    this.#link = this.#line.connect({
      connected: (recovered) => this.#connected(recovered),
      lost: () => this.#tryLater(),
      received: (event, args) => this.#listeners.tell((listener) => listener.received(event, args)),
    });
  }

  #stop(): void {
    this.#cancelPlan();
    this.#isWaiting = false;
    this.#link?.close();
    this.#link = undefined;
  }

  #connected(recovered: boolean): void {
    this.#cancelPlan = this.#platform.clock.after(10_000, () => {
      this.#failures = 0;
    });
    this.state = { status: 'online', attempt: 0 };
    this.#listeners.tell((listener) => listener.connected(recovered));
    this.#change(this.state);
  }

  #tryLater(): void {
    this.#stop();
    this.#failures += 1;
    const wait = backoff(this.#failures, this.#line.chance.next());
    this.#cancelPlan = this.#platform.clock.after(wait, () => this.#begin(this.#waitingStatus));
    this.#isWaiting = true;
    const retryAt = this.#platform.clock.now() + wait;
    this.#change({ status: this.#waitingStatus, attempt: this.#failures, retryAt, error: LOST });
  }

  get #waitingStatus(): ConnectionStatus {
    return this.#platform.network.online ? 'reconnecting' : 'offline';
  }

  #suspend(): void {
    const { status } = this.state;
    if (status === 'idle' || status === 'failed') return;
    this.#stop();
    this.#isWaiting = true;
    this.#change({ status: 'reconnecting', attempt: this.#failures });
  }

  #hurry(): void {
    if (this.#isWaiting) this.#begin(this.#waitingStatus);
  }

  #change(state: ConnectionState): void {
    this.state = state;
    this.#listeners.tell((listener) => listener.stateChanged(state));
  }
}
