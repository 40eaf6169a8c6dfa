import type { RoomId, User } from '../protocol/model.ts';

/** What the page or an element may ask of a session: request name → detail. */
export interface Requests {
  send: { readonly roomId: RoomId; readonly body: string };
  'retry-message': { readonly roomId: RoomId; readonly key: string };
  'discard-message': { readonly roomId: RoomId; readonly key: string };
  /** `id` is chosen by the asker; progress shows in `state.roomCreations`. */
  'create-room': {
    readonly id: string;
    readonly name: string;
    readonly participants: readonly User[];
    readonly isGroup: boolean;
  };
  /** The asker has seen the result (or gave up): the entry in `state.roomCreations` goes. */
  'forget-room-creation': { readonly id: string };
  /** The messages before the first one that is known, from a server with the `history` extension. */
  'load-older': { readonly roomId: RoomId };
  /** The person has seen all messages of this room. */
  'read-room': { readonly roomId: RoomId };
  'change-draft': { readonly roomId: RoomId; readonly text: string };
  /** `focus` and `input` begin or renew typing, `blur` ends it. */
  'signal-typing': { readonly roomId: RoomId; readonly moment: 'focus' | 'input' | 'blur' };
  'dismiss-notice': { readonly id: string };
  /** Connect at once instead of waiting for the next attempt; also after a refusal. */
  reconnect: Record<never, never>;
}
export type RequestName = keyof Requests;

/** All of them, for those who listen: a name that is missing here is a compile error. */
export const REQUEST_NAMES = Object.keys({
  send: true,
  'retry-message': true,
  'discard-message': true,
  'create-room': true,
  'forget-room-creation': true,
  'load-older': true,
  'read-room': true,
  'change-draft': true,
  'signal-typing': true,
  'dismiss-notice': true,
  reconnect: true,
} satisfies Record<RequestName, true>);
