import type { Message, RoomId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { confirm } from './confirm.ts';
import { compareMessages } from './order.ts';
import { meet } from './people.ts';
import { afterMessages, countNews } from './room-entry.ts';
import { newestOf, NO_MESSAGES } from './room-messages.ts';
import { putRooms } from './rooms.ts';
import { type RoomMessages, type State, withSlices } from './state.ts';

/** The connection is lost: behind the newest message of each room others may be missing from now on. */
export function markGaps(messages: State['messages']): State['messages'] {
  return changeAll(messages, (room) => {
    const newest = newestOf(room);
    return newest ? withGaps(room, [...room.gaps, newest.key]) : room;
  });
}

/** Nothing was missed after all. What was marked before the last loss stays. */
export function unmarkGaps(messages: State['messages']): State['messages'] {
  return changeAll(messages, (room) => {
    const newest = newestOf(room)?.key;
    return withGaps(
      room,
      [...room.gaps].filter((key) => key !== newest),
    );
  });
}

/** A list that reaches back to a gap has all that was missing in it. */
export function closeGaps(room: RoomMessages, told: readonly Message[]): RoomMessages {
  const open = [...room.gaps].filter((key) => {
    const last = room.entries.get(key);
    return last && !told.some((message) => compareMessages(message, last) <= 0);
  });
  return withGaps(room, open);
}

export function withOlder(
  messages: State['messages'],
  roomId: RoomId,
  older: RoomMessages['older'],
): State['messages'] {
  const room = messages.get(roomId) ?? NO_MESSAGES;
  return room.older === older ? messages : BucketedMap.from(messages).with(new Map([[roomId, { ...room, older }]]));
}

export interface HistoryPage {
  readonly roomId: RoomId;
  /** Key of the message that the page comes after; without it the page comes before the first message. */
  readonly after?: string;
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
}

export function receiveHistory(before: State, { roomId, after, messages: page, hasMore }: HistoryPage): State {
  const state = meet(
    before,
    page.map(({ sender }) => sender),
  );
  const held = state.messages.get(roomId) ?? NO_MESSAGES;
  const { messages: merged, added } = confirm(held, page, state.self.id, 'history');
  const messages: RoomMessages =
    after === undefined
      ? { ...merged, older: hasMore ? 'unknown' : 'none' }
      : withGaps(merged, [...gapsAfterPage(held, merged, after, page, hasMore)]);
  const room = state.rooms.byId.get(roomId);
  const news = room ? countNews(added, held, room.readKey, state.self.id) : 0;
  return withSlices(state, {
    messages: BucketedMap.from(state.messages).with(new Map([[roomId, messages]])),
    rooms: room ? putRooms(state.rooms, [afterMessages(room, messages, news)]) : state.rooms,
  });
}

/** The gap is closed, or it is smaller: then it begins behind the last message of the page. */
function* gapsAfterPage(
  held: RoomMessages,
  { keyOf }: RoomMessages,
  closed: string,
  page: readonly Message[],
  hasMore: boolean,
): Generator<string> {
  for (const key of held.gaps) if (key !== closed) yield key;
  const last = [...page].sort(compareMessages).at(-1);
  // A page that ends in what is known has reached the other side.
  if (hasMore && last && held.entries.get(held.keyOf.get(last.id) ?? last.id)?.status !== 'sent') {
    yield keyOf.get(last.id) ?? last.id;
  }
}

function withGaps(room: RoomMessages, keys: readonly string[]): RoomMessages {
  const gaps = new Set(keys);
  const isSame = gaps.size === room.gaps.size && keys.every((key) => room.gaps.has(key));
  return isSame ? room : { ...room, gaps };
}

function changeAll(messages: State['messages'], change: (room: RoomMessages) => RoomMessages): State['messages'] {
  return BucketedMap.from(messages).with(new Map([...messages].map(([id, room]) => [id, change(room)])));
}
