import type { WireUser } from '../../../src/protocol/events.ts';

/** A message as the server sends it (docs/protocol.md). */
export interface WireMessage {
  readonly message_id: string;
  readonly room: string;
  readonly message_body: string;
  readonly type: string;
  readonly user: WireUser;
  /** ISO 8601, UTC. */
  readonly created_at: string;
  /** The sender's own key, where the message came with one. */
  readonly client_id?: string;
}

/** A room as the server sends it. */
export interface WireRoom {
  readonly room_id: string;
  readonly name: string;
  readonly is_group: boolean;
  readonly participants: readonly WireUser[];
  /** The last ones, oldest first. */
  readonly messages: readonly WireMessage[];
  readonly last_message: WireMessage | null;
  readonly created_at: string;
  readonly updated_at: string;
}
