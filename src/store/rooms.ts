import type { RoomId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { positionFor } from './order.ts';
import type { RoomEntry, RoomsSlice } from './state.ts';

/** Puts changed and new rooms to their places in the list; the others are not looked at. */
export function putRooms(rooms: RoomsSlice, changed: readonly RoomEntry[]): RoomsSlice {
  const news = changed.filter((room) => rooms.byId.get(room.id) !== room);
  if (news.length === 0) return rooms;
  const moved = news.filter(({ id, activeAt }) => rooms.byId.get(id)?.activeAt !== activeAt);
  const byId = BucketedMap.from(rooms.byId).with(new Map(news.map((room) => [room.id, room])));
  const more = news.reduce((sum, room) => sum + room.unreadCount - (rooms.byId.get(room.id)?.unreadCount ?? 0), 0);
  return { ...rooms, byId, order: reorder(rooms.order, moved, byId), unreadCount: rooms.unreadCount + more };
}

function reorder(order: readonly RoomId[], moved: readonly RoomEntry[], byId: RoomsSlice['byId']): readonly RoomId[] {
  if (moved.length === 0) return order;
  const next = [...order];
  // All are taken out first: the place of one is searched among rooms that stand right.
  for (const { id } of moved) {
    const index = next.indexOf(id);
    if (index >= 0) next.splice(index, 1);
  }
  for (const { id, activeAt } of moved) {
    const isMoreActive = (other: RoomId): boolean => (byId.get(other)?.activeAt ?? 0) > activeAt;
    next.splice(positionFor(next, isMoreActive), 0, id);
  }
  return sameOrder(next, order);
}

function sameOrder(order: readonly RoomId[], before: readonly RoomId[]): readonly RoomId[] {
  return order.length === before.length && order.every((id, index) => id === before[index]) ? before : order;
}

/** The whole list at once: rooms that are missing from it are gone. Equally active ones stay in the server's order. */
export function replaceRooms(rooms: RoomsSlice, entries: ReadonlyMap<RoomId, RoomEntry>): RoomsSlice {
  const sorted = [...entries.values()].sort((a, b) => b.activeAt - a.activeAt);
  const order = sameOrder(
    sorted.map(({ id }) => id),
    rooms.order,
  );
  const isSame = rooms.loaded && order === rooms.order && sorted.every((room) => rooms.byId.get(room.id) === room);
  if (isSame) return rooms;
  return {
    loaded: true,
    byId: BucketedMap.from(entries),
    order,
    unreadCount: sorted.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
  };
}
