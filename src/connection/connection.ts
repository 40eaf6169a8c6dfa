import type { ConnectionState } from '../protocol/connection-state.ts';

/** Told by a connection; a listener that throws is reported and never stops the others. */
export interface ConnectionListener {
  /** The status, attempt or reason changed. Called before `connected` for the status `online`. */
  stateChanged(state: ConnectionState): void;
  /** A (re)connection is established: nothing has been emitted on it yet. */
  connected(): void;
  /** A server event; the arguments are raw. */
  received(event: string, args: readonly unknown[]): void;
  /** A failed attempt or refused handshake; the payload is raw. */
  refused(payload: unknown): void;
}

/**
 * One transport to one server for one user. The only seam behind which a socket lives:
 * tests put a fake here.
 */
export interface Connection {
  readonly state: ConnectionState;
  /** The engine's id of the connection at this moment; undefined while disconnected. A secret: for `connected` only. */
  readonly engineId: string | undefined;
  open(): void;
  /** Ends the connection; the status becomes `idle`. `open` may be called again. */
  close(): void;
  /** Tries at once, from any status but `idle` and `online`. */
  retry(): void;
  /** False when there is no connection: nothing is ever buffered for later. */
  emit(event: string, payload: unknown): boolean;
  /** Emits and waits for the server's acknowledgement; rejects after `timeoutMs` or when the connection is lost. */
  request(event: string, payload: unknown, timeoutMs: number): Promise<unknown>;
  /** The result ends the subscription. */
  subscribe(listener: ConnectionListener): () => void;
}
