import type { RoomId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import type { MessageEntry, RoomMessages, State } from './state.ts';
import { withSlices } from './state.ts';

/** The newest messages that stay of a room that nobody looks at. */
export const KEPT = 200;
/** As many stay where more are unread, so that the line above what is new finds its place. */
const KEPT_UNREAD = 1000;

/**
 * Lets go of the older messages of a room that nobody looks at, where the server can tell them again. What is left is
 * as if the room had come with its newest messages only.
 */
export function dropOld(state: State, roomId: RoomId): State {
  const room = state.messages.get(roomId);
  if (!room || !state.capabilities.has('history')) return state;
  const rest = withoutOld(room, state.rooms.byId.get(roomId)?.readKey);
  if (rest === room) return state;
  return withSlices(state, { messages: BucketedMap.from(state.messages).with(new Map([[roomId, rest]])) });
}

function withoutOld(room: RoomMessages, readKey: string | undefined): RoomMessages {
  const { entries, order } = room;
  const from = firstKept(room, readKey);
  // While a page is on its way it must still fit; and the echo of what is not confirmed is searched among all.
  const isBusy = room.older === 'loading' || entries.get(order.at(-1) ?? '')?.status !== 'sent';
  if (from <= 0 || isBusy) return room;
  const kept = new Map<string, MessageEntry>();
  for (const key of order.slice(from)) {
    const entry = entries.get(key);
    if (entry) kept.set(key, entry);
  }
  return {
    ...room,
    entries: BucketedMap.from(kept),
    order: order.slice(from),
    keyOf: BucketedMap.from(new Map([...room.keyOf].filter(([, key]) => kept.has(key)))),
    older: 'unknown',
  };
}

/** Nothing behind which something may be missing goes: the question for that begins there. */
function firstKept({ order, gaps }: RoomMessages, readKey: string | undefined): number {
  const newest = order.length - KEPT;
  const unread = readKey === undefined ? newest : order.lastIndexOf(readKey);
  const wanted = unread < 0 ? newest : Math.max(unread, order.length - KEPT_UNREAD);
  const gap = gaps.size === 0 ? newest : order.findIndex((key) => gaps.has(key));
  // Of a gap before the first message, nothing is known at all.
  return Math.min(newest, wanted, gaps.has('') ? 0 : gap);
}
