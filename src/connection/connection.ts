import type { ConnectionState } from '../protocol/connection-state.ts';
import type { ChatError } from '../protocol/model.ts';

/** Told by a connection; a listener that throws is reported and never stops the others. */
export interface ConnectionListener {
  /** The status, attempt or reason changed. */
  stateChanged(state: ConnectionState): void;
  /**
   * A (re)connection is established: nothing has been emitted on it yet. Called before `stateChanged` tells `online`, so
   * that the handshake goes before all that others send when they hear it.
   * @param recovered whether the server delivers all that was missed
   */
  connected(recovered: boolean): void;
  /** A server event; the arguments are raw. */
  received(event: string, args: readonly unknown[]): void;
}

/**
 * One transport to one server for one user. The only seam behind which a socket lives:
 * tests put a fake here.
 */
export interface Connection {
  readonly state: ConnectionState;
  /** The engine's id of the connection at this moment; undefined while disconnected. A secret: for `connected` only. */
  readonly engineId: string | undefined;
  /** The token of the present attempt, or of the connection that it led to. */
  readonly token: string | undefined;
  /** Epoch milliseconds at which the server was last heard of, by whatever packet; 0 before the first one. */
  readonly heardAt: number;
  open(): void;
  /** Ends the connection; the status becomes `idle`. `open` may be called again. */
  close(): void;
  /** Tries at once, from any status but `idle` and `online`. */
  retry(): void;
  /** The connection is probably dead, although nobody has told us: begins anew. Does nothing unless `online`. */
  doubt(): void;
  /** The server refused us by an event of its own: ends the connection the way a refused handshake does. */
  refuse(error: ChatError): void;
  /** False when there is no connection: nothing is ever buffered for later. */
  emit(event: string, payload: unknown): boolean;
  /** Emits and waits for the server's acknowledgement; rejects after `timeoutMs` or when the connection is lost. */
  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown>;
  /** The result ends the subscription. */
  subscribe(listener: ConnectionListener): () => void;
}
