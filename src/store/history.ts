import type { Message, RoomId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { confirm } from './confirm.ts';
import { compareMessages } from './order.ts';
import { meet } from './people.ts';
import { afterMessages, countNews } from './room-entry.ts';
import { newestOf, NO_MESSAGES } from './room-messages.ts';
import { putRooms } from './rooms.ts';
import { type RoomMessages, type State, withSlices } from './state.ts';
import type { HistoryPage } from './actions.ts';

/** Some backends broadcast a message behind later ones, but hardly by more (milliseconds of the server's time). */
const OVERTAKING = 10_000;

/** Stands for the last message of a room that had none. */
const NOTHING = '';

/**
 * The connection is lost: behind the newest message of each room others may be missing from now on.
 * @param canFetch whether the server can tell what is missing: then also what was overtaken shortly before is asked for
 */
export function markGaps(messages: State['messages'], canFetch: boolean): State['messages'] {
  return changeAll(messages, (room) => withGaps(room, [...room.gaps, lastSure(room, canFetch)]));
}

/** Nothing was missed after all. What was marked before the last loss stays. */
export function unmarkGaps(messages: State['messages'], canFetch: boolean): State['messages'] {
  return changeAll(messages, (room) => {
    const last = lastSure(room, canFetch);
    return withGaps(
      room,
      [...room.gaps].filter((key) => key !== last),
    );
  });
}

/** The last message up to which nothing is missing. */
function lastSure(room: RoomMessages, canFetch: boolean): string {
  const newest = newestOf(room);
  if (!newest || !canFetch) return newest?.key ?? NOTHING;
  const isSure = (key: string): boolean => {
    const entry = room.entries.get(key);
    return entry?.status === 'sent' && entry.createdAt < newest.createdAt - OVERTAKING;
  };
  return room.order.findLast(isSure) ?? NOTHING;
}

/** A list that reaches back to a gap has all that was missing in it. */
export function closeGaps(room: RoomMessages, told: readonly Message[]): RoomMessages {
  const isOpen = (key: string): boolean => {
    const last = room.entries.get(key);
    if (last) return !told.some((message) => compareMessages(message, last) <= 0);
    return !told.some((message) => keyOf(room, message) === room.order[0]);
  };
  const closed = withGaps(room, [...room.gaps].filter(isOpen));
  // What was told is the end of the room; whether it is all of it is not known.
  return room.gaps.has(NOTHING) && !closed.gaps.has(NOTHING) ? { ...closed, older: 'unknown' } : closed;
}

/**
 * Marks what may be missing behind messages that did not come in their turn: the acknowledgement of a repeat tells a
 * message of long ago, whose neighbours nobody has told; and the first one that is known of a room may be a late one.
 */
export function markIslands(room: RoomMessages, news: readonly Message[]): RoomMessages {
  const end = newestOf(room)?.key;
  const islands = news
    .map((message) => keyOf(room, message))
    .filter((key) => {
      if (room.entries.get(key)?.status !== 'sent') return false;
      const before = room.order[room.order.lastIndexOf(key) - 1];
      if (before === undefined) return room.older !== 'none';
      return key !== end && room.gaps.has(before);
    });
  return islands.length === 0 ? room : withGaps(room, [...room.gaps, ...islands]);
}

/** Behind this message others may be missing. */
export function markGap(room: RoomMessages, key: string): RoomMessages {
  return room.entries.get(key)?.status === 'sent' ? withGaps(room, [...room.gaps, key]) : room;
}

export function withOlder(
  messages: State['messages'],
  roomId: RoomId,
  older: RoomMessages['older'],
): State['messages'] {
  const room = messages.get(roomId) ?? NO_MESSAGES;
  return room.older === older ? messages : BucketedMap.from(messages).with(new Map([[roomId, { ...room, older }]]));
}

export function receiveHistory(before: State, page: HistoryPage): State {
  const { roomId, place } = page;
  // What it goes on from is not there any more, so neither is the gap that it was asked for.
  if (typeof place === 'object' && !before.messages.get(roomId)?.entries.has(place.after)) return before;
  const state = meet(
    before,
    page.messages.map(({ sender }) => sender),
  );
  const held = state.messages.get(roomId) ?? NO_MESSAGES;
  const { messages: merged, added } = confirm(held, page.messages, state.self.id, 'history');
  const messages = withPage(held, merged, page);
  const room = state.rooms.byId.get(roomId);
  const news = room ? countNews(added, held, room.readKey, state.self.id) : 0;
  return withSlices(state, {
    messages: BucketedMap.from(state.messages).with(new Map([[roomId, messages]])),
    rooms: room ? putRooms(state.rooms, [afterMessages(room, messages, news)]) : state.rooms,
  });
}

/** What is known of the room around its messages, now that a page has come. */
function withPage(held: RoomMessages, merged: RoomMessages, { place, messages, hasMore }: HistoryPage): RoomMessages {
  const older = hasMore ? 'unknown' : 'none';
  if (place === 'before') return { ...merged, older };
  const sorted = [...messages].sort(compareMessages);
  if (place === 'newest') {
    const first = merged.order.indexOf(keyOf(merged, sorted[0]));
    const gaps = [...held.gaps].filter((key) => key !== NOTHING);
    // What stands before the page is no neighbour of it, nor need any two of that be neighbours.
    const islands = hasMore ? merged.order.slice(0, Math.max(first, 0)) : [];
    return { ...withGaps(merged, [...gaps, ...islands]), older };
  }
  // Everything from there to the end of the page is known now, or to the end of the room.
  const begin = merged.order.indexOf(place.after);
  const last = keyOf(merged, sorted.at(-1));
  const end = hasMore ? merged.order.indexOf(last) : Infinity;
  const gaps = [...held.gaps].filter((key) => {
    const index = merged.order.indexOf(key);
    return index < begin || index > end;
  });
  return withGaps(merged, hasMore && last ? [...gaps, last] : gaps);
}

function keyOf({ keyOf: keys }: RoomMessages, message: Message | undefined): string {
  return message ? (keys.get(message.id) ?? message.id) : '';
}

function withGaps(room: RoomMessages, keys: readonly string[]): RoomMessages {
  const gaps = new Set(keys);
  const isSame = gaps.size === room.gaps.size && keys.every((key) => room.gaps.has(key));
  return isSame ? room : { ...room, gaps };
}

function changeAll(messages: State['messages'], change: (room: RoomMessages) => RoomMessages): State['messages'] {
  return BucketedMap.from(messages).with(new Map([...messages].map(([id, room]) => [id, change(room)])));
}
