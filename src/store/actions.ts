import type { ConnectionState } from '../protocol/connection-state.ts';
import type { Capability } from '../protocol/extensions.ts';
import type { ChatError, Message, RoomId, RoomWithMessages, UnsentMessage, User } from '../protocol/model.ts';
import type { Reads } from './state.ts';

/** What the `history` extension told about a room. */
export interface HistoryPage {
  readonly roomId: RoomId;
  /** The page comes before the first message, after the message with this key, or it is the newest one. */
  readonly place: 'before' | 'newest' | { readonly after: string };
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
}

/** Facts: what has happened. The reducer is the only place that knows what follows from them. */
export type Action =
  | { readonly type: 'connection-changed'; readonly connection: ConnectionState }
  | { readonly type: 'capabilities-announced'; readonly capabilities: readonly Capability[] }
  /** The whole list: rooms that are missing from it are gone. */
  | { readonly type: 'rooms-received'; readonly rooms: readonly RoomWithMessages[] }
  /** `at`: epoch milliseconds; a new room for which the backend tells no time is active as of then. */
  | { readonly type: 'room-added'; readonly room: RoomWithMessages; readonly at?: number }
  | { readonly type: 'messages-received'; readonly messages: readonly Message[] }
  /** What comes behind a confirmed message may not have been told. */
  | { readonly type: 'gap-suspected'; readonly roomId: RoomId; readonly key: string }
  /** Optimistic: shown before the server confirmed it. `message.clientId` is its key. */
  | { readonly type: 'message-queued'; readonly message: Message & { readonly clientId: string } }
  /** Found on the device: written by an earlier page, or by one that is gone. In the order of writing. */
  | { readonly type: 'messages-restored'; readonly restored: readonly UnsentMessage[] }
  /** About to be put on the wire: from now on it may be saved. */
  | {
      readonly type: 'message-departed';
      readonly roomId: RoomId;
      readonly key: string;
      readonly withClientId: boolean;
    }
  | { readonly type: 'message-failed'; readonly roomId: RoomId; readonly key: string; readonly failure: ChatError }
  | { readonly type: 'message-retried'; readonly roomId: RoomId; readonly key: string }
  | { readonly type: 'message-discarded'; readonly roomId: RoomId; readonly key: string }
  /** The connection is back, and with it all that was missed. */
  | { readonly type: 'connection-recovered' }
  | { readonly type: 'older-requested'; readonly roomId: RoomId }
  /** `again`: whether it makes sense to ask without being told to. */
  | { readonly type: 'older-failed'; readonly roomId: RoomId; readonly again: boolean }
  | (HistoryPage & { readonly type: 'history-received' })
  | { readonly type: 'room-read'; readonly roomId: RoomId }
  /** Nobody looks at it any more. */
  | { readonly type: 'room-left'; readonly roomId: RoomId }
  /** Found on the device: what was read by an earlier page, or by another one. */
  | { readonly type: 'reads-restored'; readonly reads: Reads }
  | { readonly type: 'draft-changed'; readonly roomId: RoomId; readonly text: string }
  | { readonly type: 'typing-started'; readonly user: User; readonly roomId?: RoomId }
  | { readonly type: 'typing-ended'; readonly user: User; readonly roomId?: RoomId }
  /** `at`: epoch milliseconds; who is missing now left then. */
  | { readonly type: 'presence-received'; readonly users: readonly User[]; readonly at?: number }
  | { readonly type: 'error-received'; readonly id: string; readonly error: ChatError }
  | { readonly type: 'notice-dismissed'; readonly id: string }
  | { readonly type: 'contacts-given'; readonly contacts: readonly User[] }
  | {
      readonly type: 'room-creation-started';
      readonly id: string;
      readonly name: string;
      readonly participants: readonly User[];
      readonly isGroup: boolean;
    }
  | { readonly type: 'room-creation-failed'; readonly id: string; readonly failure: ChatError }
  | { readonly type: 'room-creation-forgotten'; readonly id: string };
