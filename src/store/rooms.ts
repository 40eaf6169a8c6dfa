import type { Room, RoomId, User, UserId } from '../protocol/model.ts';
import { LayeredMap } from './layered-map.ts';
import { compareMessages, positionFor } from './order.ts';
import { newestOf } from './room-messages.ts';
import type { MessageEntry, RoomEntry, RoomMessages, RoomsSlice } from './state.ts';

/** Puts one changed or new room to its place in the list; the others are not looked at. */
export function putRoom(rooms: RoomsSlice, room: RoomEntry): RoomsSlice {
  const before = rooms.byId.get(room.id);
  if (before === room) return rooms;
  const byId = LayeredMap.of(rooms.byId).with(new Map([[room.id, room]]));
  return {
    ...rooms,
    byId,
    order: before?.activeAt === room.activeAt ? rooms.order : moved(rooms.order, room, byId),
    unreadCount: rooms.unreadCount + room.unreadCount - (before?.unreadCount ?? 0),
  };
}

function moved(order: readonly RoomId[], room: RoomEntry, byId: RoomsSlice['byId']): RoomId[] {
  const rest = order.filter((id) => id !== room.id);
  // The list is most recent first, so the place is searched from the front: that is the end of the mirrored list.
  rest.reverse();
  rest.splice(
    positionFor(rest, (id) => compareRooms(room, byId.get(id)) < 0),
    0,
    room.id,
  );
  return rest.reverse();
}

/** Most recently active first; equal moments by id, so that the order is always the same. */
export function compareRooms(a: RoomEntry, b: RoomEntry | undefined): number {
  return (b?.activeAt ?? 0) - a.activeAt || (b && a.id < b.id ? -1 : 1);
}

/** The whole list at once: rooms that are missing from it are gone. */
export function replaceRooms(rooms: RoomsSlice, entries: readonly RoomEntry[]): RoomsSlice {
  const sorted = [...entries].sort(compareRooms);
  const order = sorted.map(({ id }) => id);
  const sameOrder = order.length === rooms.order.length && order.every((id, index) => id === rooms.order[index]);
  if (rooms.loaded && sameOrder && sorted.every((entry) => rooms.byId.get(entry.id) === entry)) return rooms;
  return {
    loaded: true,
    byId: LayeredMap.from(sorted.map((entry) => [entry.id, entry] as const)),
    order: sameOrder ? rooms.order : order,
    unreadCount: sorted.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
  };
}

/**
 * A room as the server tells it, with what we know of it besides. Keeps its identity where nothing changed.
 * @param news how many messages of others came with it that were not known before
 */
export function toEntry(room: Room, before: RoomEntry | undefined, messages: RoomMessages, news: number): RoomEntry {
  const unreadCount = room.unreadCount ?? (before ? before.unreadCount + news : 0);
  const readKey = before ? before.readKey : lastReadKey(messages, unreadCount);
  const participants =
    before && isSameList(before.participants, room.participants) ? before.participants : room.participants;
  const entry: RoomEntry = {
    ...room,
    participants,
    activeAt: Math.max(newestOf(messages)?.createdAt ?? 0, room.updatedAt ?? 0, before?.activeAt ?? 0),
    unreadCount,
    ...(readKey !== undefined && { readKey }),
  };
  return before && isSameRoom(before, entry) ? before : entry;
}

/** With `unreadCount` messages unread, the one before them was the last that was read. */
function lastReadKey({ order }: RoomMessages, unreadCount: number): string | undefined {
  return order[order.length - 1 - unreadCount];
}

function isSameRoom(a: RoomEntry, b: RoomEntry): boolean {
  return (
    a.name === b.name &&
    a.isGroup === b.isGroup &&
    a.unreadCount === b.unreadCount &&
    a.activeAt === b.activeAt &&
    a.updatedAt === b.updatedAt &&
    a.participants === b.participants
  );
}

function isSameList(a: readonly User[], b: readonly User[]): boolean {
  return a.length === b.length && a.every((user, index) => isSameUser(user, b[index]));
}

function isSameUser(a: User, b: User | undefined): boolean {
  return a.id === b?.id && a.name === b.name && a.email === b.email;
}

/** Messages by others among `added` that are later than all that was known before: old history is no news. */
export function countNews(added: readonly MessageEntry[], known: RoomMessages | undefined, selfId: UserId): number {
  const newest = known && newestOf(known);
  return added.filter((entry) => entry.sender.id !== selfId && (!newest || compareMessages(newest, entry) < 0)).length;
}

/** The room after live messages: each by somebody else is unread, and the room was active now. */
export function afterMessages(room: RoomEntry, added: readonly MessageEntry[], selfId: UserId): RoomEntry {
  if (added.length === 0) return room;
  return {
    ...room,
    activeAt: added.reduce((latest, { createdAt }) => Math.max(latest, createdAt), room.activeAt),
    unreadCount: room.unreadCount + added.filter(({ sender }) => sender.id !== selfId).length,
  };
}

/** The person has seen everything. */
export function afterReading(room: RoomEntry, messages: RoomMessages): RoomEntry {
  const readKey = messages.order.at(-1);
  if (room.unreadCount === 0 && room.readKey === readKey) return room;
  return { ...room, unreadCount: 0, ...(readKey !== undefined && { readKey }) };
}
