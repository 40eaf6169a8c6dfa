import type { ClientEventName, ClientEvents, TypingPayload, WireUser } from './events.ts';
import { type MessageId, type RoomId, TEXT_MESSAGE, type User } from './model.ts';
import type { ProtocolOptions } from './protocol-options.ts';

interface TypingSource {
  readonly roomId: RoomId;
  readonly user: User;
}

/** What each client event is made from. */
export interface EncodeSources {
  connected: { readonly user: User; readonly sid: string; readonly token?: string | undefined };
  get_chats: { readonly user: User };
  new_room_create: {
    readonly name: string;
    readonly participants: readonly User[];
    readonly user: User;
    readonly isGroup: boolean;
  };
  new_message: {
    readonly roomId: RoomId;
    readonly body: string;
    readonly user: User;
    /** Default `USER_TEXT_MESSAGE`. */
    readonly type?: string;
    /** Only for a backend that is known to take it. */
    readonly clientId?: string | undefined;
  };
  typing_start: TypingSource;
  typing_end: TypingSource;
  online_status: { readonly user: User };
  get_messages: {
    readonly roomId: RoomId;
    readonly before?: MessageId | undefined;
    readonly after?: MessageId | undefined;
    readonly limit: number;
  };
}

export type Encoders = {
  readonly [E in ClientEventName]: (source: EncodeSources[E]) => ClientEvents[E];
};

function encodeUser({ id, email, name }: User): WireUser {
  return { user_id: id, email, name };
}

function encodeTyping({ roomId, user }: TypingSource): TypingPayload {
  return { room: roomId, user: encodeUser(user) };
}

/** The documented payload of each client event: these keys in this order, and no others. */
export const encoders: Encoders = {
  connected: ({ user, sid, token }) => ({ user: encodeUser(user), sid, ...(token !== undefined && { token }) }),
  get_chats: ({ user }) => ({ user: encodeUser(user) }),
  new_room_create: ({ name, participants, user, isGroup }) => ({
    name,
    participants: participants.map(encodeUser),
    user: encodeUser(user),
    is_group: isGroup,
  }),
  new_message: ({ roomId, body, type = TEXT_MESSAGE, user, clientId }) => ({
    room: roomId,
    message_body: body,
    type,
    user: encodeUser(user),
    ...(clientId !== undefined && { client_id: clientId }),
  }),
  typing_start: encodeTyping,
  typing_end: encodeTyping,
  online_status: ({ user }) => ({ user_id: user.id }),
  get_messages: ({ roomId, before, after, limit }) => ({
    room: roomId,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    limit,
  }),
};

export interface Encoded {
  /** What goes on the wire. */
  readonly payload: unknown;
  /** Set when the page's own function threw; the payload is then the documented one. */
  readonly problem?: string;
}

/** Applies the page's own encode function, where `options` holds one for the event, to the documented payload. */
export function encodeWith<E extends ClientEventName>(
  event: E,
  payload: ClientEvents[E],
  options?: ProtocolOptions,
): Encoded {
  try {
    const encode: ((payload: ClientEvents[E]) => unknown) | undefined = options?.encode?.[event];
    return { payload: encode ? encode(payload) : payload };
  } catch {
    return { payload, problem: `protocol.encode.${event} threw an error` };
  }
}
