/**
 * The documented events (docs/protocol.md) and the exact payloads that we send.
 * What the server sends is undocumented, so its side is `unknown` until decoded.
 */

export interface WireUser {
  readonly user_id: string;
  readonly email: string;
  readonly name: string;
}

export interface ConnectedPayload {
  readonly user: WireUser;
  /** The engine's id of this connection: `socket.io.engine.id`. */
  readonly sid: string;
  /** Absent when the page gave no token. */
  readonly token?: string;
}

export interface GetChatsPayload {
  readonly user: WireUser;
}

export interface NewRoomCreatePayload {
  readonly name: string;
  readonly participants: readonly WireUser[];
  readonly user: WireUser;
  readonly is_group: boolean;
}

export interface NewMessagePayload {
  readonly room: string;
  readonly message_body: string;
  readonly type: string;
  readonly user: WireUser;
  /** Extension `ack` only: a documented backend never sees it. */
  readonly client_id?: string;
}

/** Not documented; this is what the receivers of `show_start_typing` need. */
export interface TypingPayload {
  readonly room: string;
  readonly user: WireUser;
}

export interface OnlineStatusPayload {
  readonly user_id: string;
}

/** Extension `history` only: a documented backend never sees it. Without a cursor it asks for the newest messages. */
export interface GetMessagesPayload {
  readonly room: string;
  /** Id of a message: the newest ones that are older. */
  readonly before?: string;
  /** Id of a message: the oldest ones that are newer. */
  readonly after?: string;
  readonly limit: number;
}

/** Client to server: event name → payload. */
export interface ClientEvents {
  connected: ConnectedPayload;
  get_chats: GetChatsPayload;
  new_room_create: NewRoomCreatePayload;
  new_message: NewMessagePayload;
  typing_start: TypingPayload;
  typing_end: TypingPayload;
  online_status: OnlineStatusPayload;
  get_messages: GetMessagesPayload;
}
export type ClientEventName = keyof ClientEvents;

/** Server to client, besides socket.io's own `connect` and `connect_error`. */
export const SERVER_EVENT_NAMES = [
  'set_chats',
  'add_room',
  'message_broadcast',
  'error',
  'show_start_typing',
  'show_end_typing',
  'online_status_show',
] as const;
export type ServerEventName = (typeof SERVER_EVENT_NAMES)[number];
