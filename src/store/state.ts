import type { ConnectionState } from '../protocol/connection-state.ts';
import type { Capability } from '../protocol/extensions.ts';
import type {
  ChatError,
  Departure,
  Message,
  MessageId,
  MessageStatus,
  Room,
  RoomId,
  User,
  UserId,
} from '../protocol/model.ts';

export interface MessageEntry extends Message {
  /** Stable for as long as the message is on screen; the server's id arrives later than a sent message is shown. */
  readonly key: string;
  readonly status: MessageStatus;
  /** Why it failed; only with status `failed`. */
  readonly failure?: ChatError;
  /** Absent while an own message has never been on the wire, and once it is sent. */
  readonly departure?: Departure;
}

export interface RoomMessages {
  /** By `MessageEntry.key`. */
  readonly entries: ReadonlyMap<string, MessageEntry>;
  /** Keys in the order of the thread: confirmed by (createdAt, id), then own unconfirmed in the order of sending. */
  readonly order: readonly string[];
  /** Server id → key, for the own messages whose key is not their id. */
  readonly keyOf: ReadonlyMap<MessageId, string>;
  /** Keys of confirmed messages behind which others may be missing: the connection was lost there. */
  readonly gaps: ReadonlySet<string>;
  /** What is known of the messages before the first one: there may be some, or there are none. */
  readonly older: 'unknown' | 'loading' | 'failed' | 'none';
}

/** The last message that was read in a room; it need not be there. */
export type ReadPlace = Pick<Message, 'id' | 'createdAt'>;
/** How far the person had read when it was written down. */
export interface Reads {
  readonly places: ReadonlyMap<RoomId, ReadPlace>;
  /** For all other rooms, where there were too many to keep. Else a room that is missing had nothing to read yet. */
  readonly elsewhere?: ReadPlace;
}

export interface RoomEntry extends Room {
  readonly unreadCount: number;
  /** Neither the server nor the device nor the person has said what is read: it is all that the first list told. */
  readonly isReadAssumed?: true;
  /** Key of the last message that the person has read; undefined when none was. */
  readonly readKey?: string;
  /** Epoch milliseconds by which the list is sorted: last message, else last change. */
  readonly activeAt: number;
}

export interface RoomsSlice {
  /** False until the first `set_chats` of this session. */
  readonly loaded: boolean;
  readonly byId: ReadonlyMap<RoomId, RoomEntry>;
  /** Most recently active first. */
  readonly order: readonly RoomId[];
  /** Unread messages over all rooms. */
  readonly unreadCount: number;
}

export interface PresenceSlice {
  /** False until the server told who is online, and while disconnected. */
  readonly known: boolean;
  readonly online: ReadonlySet<UserId>;
  /** Epoch milliseconds at which somebody was missed in the list; the server tells no such thing. */
  readonly leftAt: ReadonlyMap<UserId, number>;
}

export interface Notice {
  readonly id: string;
  readonly error: ChatError;
  /** How often the same error came in a row. */
  readonly count: number;
}

/** A room that the person asked for and the server has not confirmed yet. */
export interface RoomCreation {
  readonly name: string;
  readonly participants: readonly User[];
  readonly isGroup: boolean;
  readonly status: 'pending' | 'created' | 'failed';
  /** Only with status `created`. */
  readonly roomId?: RoomId;
  /** Only with status `failed`. */
  readonly failure?: ChatError;
}

/** All that a session knows. Every slice is replaced when it changes and kept when it does not. */
export interface State {
  readonly self: User;
  readonly connection: ConnectionState;
  readonly capabilities: ReadonlySet<Capability>;
  readonly rooms: RoomsSlice;
  readonly messages: ReadonlyMap<RoomId, RoomMessages>;
  /** Everybody seen in rooms, messages, presence and the page's contacts. */
  readonly people: ReadonlyMap<UserId, User>;
  readonly presence: PresenceSlice;
  /** Who types where, in the order of starting; never the user themselves. */
  readonly typing: ReadonlyMap<RoomId, readonly UserId[]>;
  readonly notices: readonly Notice[];
  readonly drafts: ReadonlyMap<RoomId, string>;
  /** What another page has kept on the device; undefined until that is known, and where nothing is kept. */
  readonly keptReads: Reads | undefined;
  /** By the id that the asker chose. */
  readonly roomCreations: ReadonlyMap<string, RoomCreation>;
}

/** The state of a session that has done nothing yet; also what elements show without a session. */
export function initialState(self: User = { id: '', name: '', email: '' }): State {
  return {
    self,
    connection: { status: 'idle', attempt: 0 },
    capabilities: new Set(),
    rooms: { loaded: false, byId: new Map(), order: [], unreadCount: 0 },
    messages: new Map(),
    people: new Map(),
    presence: { known: false, online: new Set(), leftAt: new Map() },
    typing: new Map(),
    notices: [],
    drafts: new Map(),
    keptReads: undefined,
    roomCreations: new Map(),
  };
}

/** The state with these slices; the same one when none of them is another. */
export function withSlices(state: State, slices: Partial<State>): State {
  const isChanged = (Object.keys(slices) as (keyof State)[]).some((name) => slices[name] !== state[name]);
  return isChanged ? { ...state, ...slices } : state;
}
