import type { Connection, ConnectionListener } from '../../src/connection/connection.ts';
import type { ConnectionState } from '../../src/protocol/connection-state.ts';
import type { ChatError } from '../../src/protocol/model.ts';

/** A connection whose other end is the test. */
export class FakeConnection implements Connection {
  state: ConnectionState = { status: 'idle', attempt: 0 };
  engineId: string | undefined;
  heardAt = 0;
  token: string | undefined = 'token';
  readonly sent: { event: string; payload: unknown }[] = [];
  readonly calls: string[] = [];
  readonly listeners = new Set<ConnectionListener>();
  readonly acknowledgements: ((answer: unknown) => void)[] = [];
  /** Lets the request of the same index fail: no answer came in time. */
  readonly rejections: (() => void)[] = [];
  #connections = 0;

  open(): void {
    this.calls.push('open');
    this.change({ status: 'connecting', attempt: 0 });
  }

  close(): void {
    this.calls.push('close');
    this.change({ status: 'idle', attempt: 0 });
  }

  retry(): void {
    this.calls.push('retry');
  }

  doubt(): void {
    this.calls.push('doubt');
    this.cut();
  }

  refuse(error: ChatError): void {
    this.change({ status: 'unauthorized', attempt: 0, error });
  }

  emit(event: string, payload: unknown): boolean {
    if (this.state.status !== 'online') return false;
    this.sent.push({ event, payload });
    return true;
  }

  request(event: string, payload: unknown): Promise<unknown> {
    this.emit(event, payload);
    return new Promise((resolve, reject) => {
      this.acknowledgements.push(resolve);
      this.rejections.push(() => {
        reject(new Error('No answer.'));
      });
    });
  }

  subscribe(listener: ConnectionListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The server accepts. */
  connect(recovered = false): void {
    this.#connections += 1;
    this.engineId = `engine-${this.#connections}`;
    this.state = { status: 'online', attempt: 0 };
    for (const listener of [...this.listeners]) listener.connected(recovered);
    this.change(this.state);
  }

  /** The cable is cut. */
  cut(): void {
    this.engineId = undefined;
    this.change({ status: 'reconnecting', attempt: 1 });
  }

  /** The server emits. */
  receive(event: string, ...args: unknown[]): void {
    for (const listener of [...this.listeners]) listener.received(event, args);
  }

  change(state: ConnectionState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener.stateChanged(state);
  }

  /** Payloads of one event that were sent since the last call, and of no other. */
  take(event: string): unknown[] {
    const taken = this.sent.filter((sent) => sent.event === event).map(({ payload }) => payload);
    this.sent.splice(0, Infinity, ...this.sent.filter((sent) => sent.event !== event));
    return taken;
  }
}
