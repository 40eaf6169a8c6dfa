import type { KeyedStorage, StorageMode } from '../platform/storage.ts';
import type { RoomId, User } from '../protocol/model.ts';
import type { ProtocolOptions } from '../protocol/protocol-options.ts';
import type { Action } from '../store/actions.ts';
import type { State } from '../store/state.ts';
import type { RequestName, Requests } from './requests.ts';

/** All that makes two sessions the same or different, and how to open one. */
export interface SessionOptions {
  /** Absolute URL of the Socket.IO server. */
  readonly serverUrl: string;
  /** Socket.IO path; default `/socket.io`. */
  readonly socketPath?: string;
  /** Socket.IO namespace; default `/`. */
  readonly namespace?: string;
  readonly user: User;
  readonly token?: string;
  /** Asked before each attempt; wins over `token`. A rejection counts as a failed attempt. */
  readonly getToken?: () => string | undefined | Promise<string | undefined>;
  /** How long unsent texts are kept on the device. Default `none`. */
  readonly storage?: StorageMode;
  /** Milliseconds between two `online_status` while the page is visible; 0 turns the repetition off. */
  readonly presenceInterval?: number;
  readonly protocol?: ProtocolOptions;
  /** Passed to socket.io-client; what this library depends on (`autoConnect`, `reconnection`, …) is not overridable. */
  readonly socketOptions?: Readonly<Record<string, unknown>>;
}

export type Credentials = Pick<SessionOptions, 'token' | 'getToken'>;

/** A payload, or a part of one, that could not be understood and was dropped. */
export interface ProtocolProblem {
  readonly event: string;
  readonly reason: string;
}

export interface SessionObserver {
  /** After each action that was reduced, also when the state stayed the same. */
  acted?(action: Action, state: State, previous: State): void;
  protocolProblem?(problem: ProtocolProblem): void;
}

/**
 * One person's conversation with one server: one connection, one store.
 * Shared by every element on the page that names the same server and user.
 */
export interface Session {
  readonly state: State;
  /** What is kept on the device for this person at this server; undefined where nothing is to be. `forget` removes it. */
  readonly storage: KeyedStorage | undefined;
  /** Called after the state changed; the result unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** For those who need the facts themselves, such as the public DOM events; the result unsubscribes. */
  observe(observer: SessionObserver): () => void;
  request<N extends RequestName>(name: N, detail: Requests[N]): void;
  connect(): void;
  disconnect(): void;
  /** Keeps all that is known of a room in memory until the result is called: somebody looks at it. */
  showRoom(roomId: RoomId): () => void;
  /** New credentials for the next attempt; a refused session tries again at once. */
  setCredentials(credentials: Credentials): void;
  /** Removes from the device all that is kept for this person at this server, and keeps nothing any more. */
  forget(): Promise<void>;
  /** People whom the page knows, offered in the new-room dialog. */
  setContacts(contacts: readonly User[]): void;
}
