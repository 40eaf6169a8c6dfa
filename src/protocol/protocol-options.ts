import type { Decoded } from './decoded.ts';
import type { ClientEventName, ClientEvents, ServerEventName } from './events.ts';
import type { ChatError, Message, RoomWithMessages, TypingSignal, User } from './model.ts';

/** What each server event becomes once decoded. */
export interface DecodedServerEvents {
  set_chats: readonly RoomWithMessages[];
  add_room: RoomWithMessages;
  message_broadcast: Message;
  error: ChatError;
  show_start_typing: TypingSignal;
  show_end_typing: TypingSignal;
  online_status_show: readonly User[];
}

/** What a decoder may need to know besides the payload. */
export interface DecodeContext {
  /** Epoch milliseconds of arrival, for payloads without a time. */
  readonly now: number;
}

export type Decoders = {
  readonly [E in ServerEventName]: (payload: unknown, context: DecodeContext) => Decoded<DecodedServerEvents[E]>;
};

/**
 * The element's `protocol` property: for a backend that differs from the documented one.
 * Each function replaces the default for that event; a thrown error costs that payload only.
 */
export interface ProtocolOptions {
  /** Our name → the backend's name. */
  readonly rename?: Partial<Record<ClientEventName | ServerEventName, string>>;
  /** Returns the payload to put on the wire, given the documented one. */
  readonly encode?: { readonly [E in ClientEventName]?: (payload: ClientEvents[E]) => unknown };
  /** Returns a payload in any shape that the default decoder accepts. */
  readonly decode?: Partial<Record<ServerEventName, (payload: unknown) => unknown>>;
  /** Put `client_id` into `new_message`, for a backend that echoes it without announcing `ack`. */
  readonly sendClientId?: boolean;
}
