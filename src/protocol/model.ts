/**
 * The normalised model: the only shapes that leave the protocol layer.
 *
 * Everything is plain, frozen-by-convention data. Ids are compared as strings;
 * moments are epoch milliseconds.
 */

export type UserId = string;
export type RoomId = string;
export type MessageId = string;

export interface User {
  readonly id: UserId;
  /** Display name; empty when the backend did not tell it. */
  readonly name: string;
  /** E-mail address; empty when the backend did not tell it. */
  readonly email: string;
}

/** The one message type that the contract documents. Others are shown as a labelled fallback. */
export const TEXT_MESSAGE = 'USER_TEXT_MESSAGE';

export interface Message {
  /** The server's id, or one derived from the content so that the same broadcast twice is one message. */
  readonly id: MessageId;
  readonly roomId: RoomId;
  /** Wire type, `USER_TEXT_MESSAGE` when the backend told none. */
  readonly type: string;
  readonly body: string;
  /** Its id is empty when the backend named nobody, as it may for a notice of its own. */
  readonly sender: User;
  /** Epoch milliseconds; the moment of arrival when the backend told none. */
  readonly createdAt: number;
  /** The sender's own key, where the backend echoes unknown keys. */
  readonly clientId?: string;
}

/** On the way to the server, proven to be saved, or given up until the person retries. */
export type MessageStatus = 'pending' | 'sent' | 'failed';

/** An own message that has been on the wire: from then on it may be saved, whatever became of the connection. */
export interface Departure {
  /** The newest message of the room at that time: the echo is none that is older. Absent where the room was not known. */
  readonly after?: Pick<Message, 'id' | 'createdAt'>;
  /** Whether the server was told the client id each time, so that it can tell a repeat. */
  readonly withClientId: boolean;
}

/** An own message that nothing has proven to be saved: waiting, on its way, or given up. */
export interface UnsentMessage {
  readonly message: Message & { readonly clientId: string };
  /** Absent while it has never been on the wire. */
  readonly departure?: Departure;
  /** Why it was given up; absent while it waits or is on its way. */
  readonly failure?: ChatError;
}

export interface Room {
  readonly id: RoomId;
  /** The name given by its creator; may be empty for a direct room. */
  readonly name: string;
  readonly isGroup: boolean;
  readonly participants: readonly User[];
  /** Told by the backend, not derived here. */
  readonly unreadCount?: number;
  /** Epoch milliseconds of the room's last change, where the backend told it. */
  readonly updatedAt?: number;
}

/** A room as `set_chats` or `add_room` delivers it: with whatever history was embedded. */
export interface RoomWithMessages {
  readonly room: Room;
  /** Embedded history and last message together, without duplicates, in wire order. */
  readonly messages: readonly Message[];
}

export interface TypingSignal {
  readonly user: User;
  /** Undefined: every room shared with that user. */
  readonly roomId?: RoomId;
}

/** What an `error`, `connect_error` or refused request told us, made readable. */
export interface ChatError {
  /** Human-readable and never empty; the decoder falls back to a general sentence. */
  readonly message: string;
  /** The backend's own code, where it gave one; else one of ours, which each language has in words. */
  readonly code?: string;
  /** The backend said nothing, or nothing but its code: the message is the general sentence. */
  readonly isWordless?: true;
  /** The client event that the backend refused, where it said so. */
  readonly event?: string;
}
