import type { Room, User, UserId } from '../protocol/model.ts';
import { compareMessages } from './order.ts';
import { named } from './people.ts';
import { newestOf } from './room-messages.ts';
import { isSameRoom } from './selectors.ts';
import type { MessageEntry, RoomEntry, RoomMessages, State } from './state.ts';

/**
 * A room as the server tells it, with what we know of it besides. Keeps its identity where nothing changed.
 * @param unreadCount for a backend that tells none
 * @param arrivedAt epoch milliseconds; a new room for which the backend tells no time is active as of then
 */
export function toEntry(
  room: Room,
  { rooms, people, self, keptReads }: State,
  messages: RoomMessages,
  unreadCount: number,
  arrivedAt: number,
): RoomEntry {
  const before = rooms.byId.get(room.id);
  const unread = room.unreadCount ?? unreadCount;
  // Who was told how many are unread was told what is read, too.
  const readKey = before && room.unreadCount === undefined ? before.readKey : lastReadKey(messages, unread, self.id);
  const isAssumed = room.unreadCount === undefined && (before?.isReadAssumed ?? !(rooms.loaded || keptReads));
  const entry: RoomEntry = {
    ...room,
    participants: sameUsers(
      room.participants.map((user) => named(user, people)),
      before?.participants,
    ),
    activeAt: activityOf(room, messages) || (before?.activeAt ?? arrivedAt),
    unreadCount: unread,
    ...(readKey !== undefined && { readKey }),
    ...(isAssumed && { isReadAssumed: true }),
  };
  return before && isSameEntry(before, entry) ? before : entry;
}

/** A room after its messages changed. */
export function afterMessages(room: RoomEntry, messages: RoomMessages, news: number): RoomEntry {
  const activeAt = activityOf(room, messages) || room.activeAt;
  return activeAt === room.activeAt && news === 0 ? room : { ...room, activeAt, unreadCount: room.unreadCount + news };
}

/** The last message, also an own one that is not confirmed, or the last change of the room itself; 0 when unknown. */
function activityOf({ updatedAt = 0 }: Room, messages: RoomMessages): number {
  const last = messages.entries.get(messages.order.at(-1) ?? '');
  return Math.max(updatedAt, newestOf(messages)?.createdAt ?? 0, last?.createdAt ?? 0);
}

/** The person has seen everything. */
export function afterReading(room: RoomEntry, messages: RoomMessages): RoomEntry {
  const readKey = newestOf(messages)?.key;
  if (room.unreadCount === 0 && room.readKey === readKey) return room;
  const { isReadAssumed: _, ...rest } = room;
  return { ...rest, unreadCount: 0, ...(readKey !== undefined && { readKey }) };
}

/** A room of which so much is unread, as somebody has found out who knows. */
export function withUnread(room: RoomEntry, messages: RoomMessages, unreadCount: number, selfId: UserId): RoomEntry {
  const { isReadAssumed: _, readKey: _before, ...rest } = room;
  const readKey = lastReadKey(messages, unreadCount, selfId);
  return { ...rest, unreadCount, ...(readKey !== undefined && { readKey }) };
}

/** With so many messages of others unread, this is the last one that was read; undefined when it is not known. */
function lastReadKey({ order, entries }: RoomMessages, unreadCount: number, selfId: UserId): string | undefined {
  let left = unreadCount;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const entry = entries.get(order[index] ?? '');
    if (entry?.status !== 'sent') continue;
    if (left === 0) return entry.key;
    if (entry.sender.id !== selfId) left -= 1;
  }
  return undefined;
}

/**
 * How many of these messages are unread: those of others that come after what was read, or where that is not known,
 * after what was there before. Old history is no news.
 */
export function countNews(
  added: readonly MessageEntry[],
  before: RoomMessages,
  readKey: string | undefined,
  selfId: UserId,
): number {
  const last = before.entries.get(readKey ?? '') ?? newestOf(before);
  return added.filter((entry) => entry.sender.id !== selfId && (!last || compareMessages(last, entry) < 0)).length;
}

function sameUsers(users: readonly User[], before: readonly User[] = []): readonly User[] {
  const isSame =
    users.length === before.length &&
    users.every(({ id, name, email }, index) => {
      const old = before[index];
      return old?.id === id && old.name === name && old.email === email;
    });
  return isSame ? before : users;
}

function isSameEntry(a: RoomEntry, b: RoomEntry): boolean {
  return (
    isSameRoom(a, b) &&
    a.unreadCount === b.unreadCount &&
    a.readKey === b.readKey &&
    a.isReadAssumed === b.isReadAssumed &&
    a.activeAt === b.activeAt &&
    a.updatedAt === b.updatedAt
  );
}
