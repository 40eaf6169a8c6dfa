import type { ConnectionStatus } from '../protocol/connection-state.ts';
import type { Capability } from '../protocol/extensions.ts';
import type { State } from '../store/state.ts';

export interface Diagnostics {
  readonly status: ConnectionStatus;
  readonly attempt: number;
  readonly errorCode: string | undefined;
  readonly capabilities: readonly Capability[];
  readonly rooms: number;
  readonly messages: number;
  /** Own messages that are not proven to be saved. */
  readonly unconfirmed: number;
}

/** Facts for a bug report: no text, name, token or address in them. */
export function diagnose({ connection, capabilities, rooms, messages }: State): Diagnostics {
  const entries = [...messages.values()].flatMap((room) => [...room.entries.values()]);
  return {
    status: connection.status,
    attempt: connection.attempt,
    errorCode: connection.error?.code,
    capabilities: [...capabilities],
    rooms: rooms.byId.size,
    messages: entries.length,
    unconfirmed: entries.filter(({ status }) => status !== 'sent').length,
  };
}
