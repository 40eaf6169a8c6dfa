import type { ChatError } from './model.ts';

/**
 * - `idle`: not asked to connect
 * - `connecting`: the first attempt of this session
 * - `online`: connected and handshake sent
 * - `reconnecting`: the connection was lost; attempts go on by themselves
 * - `offline`: the device says it has no network; attempts resume by themselves
 * - `unauthorized`: the server refused who we are; waits for a new token or a retry
 * - `failed`: the server ended the session or refused it for another reason; waits for a retry
 */
export type ConnectionStatus =
  'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'unauthorized' | 'failed';

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Attempts made since the connection was lost; 0 while online or idle. */
  readonly attempt: number;
  /** Epoch milliseconds of the next attempt, where one is planned. */
  readonly retryAt?: number;
  /** Why we are not online, where it is known. */
  readonly error?: ChatError;
}
