import { isDerivedId } from '../protocol/derive-id.ts';
import type { RoomId, UserId } from '../protocol/model.ts';
import { compareMessages } from './order.ts';
import { withUnread } from './room-entry.ts';
import { NO_MESSAGES } from './room-messages.ts';
import { putRooms } from './rooms.ts';
import { type ReadPlace, type Reads, type RoomEntry, type RoomMessages, type State, withSlices } from './state.ts';

/** How many messages of others come after this place; all of them where there is none. */
export function countAfter(messages: RoomMessages, place: ReadPlace | undefined, selfId: UserId): number {
  const last = place && (entryAt(messages, place) ?? place);
  // Without ids and times of the server, a message that is not there tells nothing about the others.
  if (last === place && place && isDerivedId(place.id)) return 0;
  let count = 0;
  for (const entry of messages.entries.values()) {
    const isOther = entry.status === 'sent' && entry.sender.id !== selfId;
    if (isOther && (!last || compareMessages(last, entry) < 0)) count += 1;
  }
  return count;
}

/** Where the person has read to in a room, as far as anybody knows. */
export function readPlaceOf({ rooms, messages }: State, roomId: RoomId): ReadPlace | undefined {
  const key = rooms.byId.get(roomId)?.readKey;
  const entry = messages.get(roomId)?.entries.get(key ?? '');
  return entry && { id: entry.id, createdAt: entry.createdAt };
}

export function keptPlace({ places, elsewhere }: Reads, roomId: RoomId): ReadPlace | undefined {
  return places.get(roomId) ?? elsewhere;
}

/** Takes in what the device has kept, also when the rooms were faster, or when another page has read on. */
export function restoreReads(state: State, reads: Reads): State {
  const counted = [...state.rooms.byId.values()].map((room) => recount(state, room, keptPlace(reads, room.id)));
  return withSlices(state, { keptReads: reads, rooms: putRooms(state.rooms, counted) });
}

function recount(state: State, room: RoomEntry, place: ReadPlace | undefined): RoomEntry {
  const messages = state.messages.get(room.id) ?? NO_MESSAGES;
  const unread = countAfter(messages, place, state.self.id);
  // The device does not know better than the server or the person, but another page may have been read since.
  const hasMoved = state.keptReads && place && place.id !== keptPlace(state.keptReads, room.id)?.id;
  const isNews = room.isReadAssumed ?? (hasMoved && unread < room.unreadCount);
  return isNews ? withUnread(room, messages, unread, state.self.id) : room;
}

function entryAt({ entries, keyOf }: RoomMessages, { id }: ReadPlace): ReadPlace | undefined {
  return entries.get(keyOf.get(id) ?? id);
}
