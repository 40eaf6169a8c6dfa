import type { Message, RoomId, RoomWithMessages, User } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { confirm } from './confirm.ts';
import { closeGaps, markGap, markIslands } from './history.ts';
import { meet } from './people.ts';
import { countAfter, keptPlace } from './reads.ts';
import { fulfil } from './room-creations.ts';
import { afterMessages, countNews, toEntry } from './room-entry.ts';
import { NO_MESSAGES, onlyUnconfirmed } from './room-messages.ts';
import { putRooms, replaceRooms } from './rooms.ts';
import { type MessageEntry, type RoomEntry, type RoomMessages, type State, withSlices } from './state.ts';
import { endTyping } from './typing.ts';

/** Live messages, or a page of old ones: each to its room, also to one that is not known yet. */
export function receiveMessages(before: State, batch: readonly Message[]): State {
  const state = meet(
    before,
    batch.map(({ sender }) => sender),
  );
  const { self, rooms } = state;
  const messages = new Map<RoomId, RoomMessages>();
  const entries: RoomEntry[] = [];
  let { typing } = state;
  for (const [roomId, ofRoom] of byRoom(batch)) {
    const held = state.messages.get(roomId) ?? NO_MESSAGES;
    const confirmed = confirm(held, ofRoom, self.id, 'broadcast');
    // Only a server with history can tell what is missing; without it the mark would be wrong as often as right.
    const hasHistory = state.capabilities.has('history');
    messages.set(roomId, hasHistory ? markIslands(confirmed.messages, ofRoom) : confirmed.messages);
    const room = rooms.byId.get(roomId);
    const news = countNews(confirmed.added, held, room?.readKey, self.id);
    if (room) entries.push(afterMessages(room, confirmed.messages, news));
    typing = endTyping(typing, [roomId], new Set(confirmed.added.map(({ sender }) => sender.id)));
  }
  return withSlices(state, {
    messages: BucketedMap.from(state.messages).with(messages),
    rooms: putRooms(rooms, entries),
    typing,
  });
}

function byRoom(batch: readonly Message[]): ReadonlyMap<RoomId, readonly Message[]> {
  const rooms = new Map<RoomId, Message[]>();
  for (const message of batch) {
    const ofRoom = rooms.get(message.roomId) ?? [];
    ofRoom.push(message);
    rooms.set(message.roomId, ofRoom);
  }
  return rooms;
}

/** The whole list: rooms that are missing from it are gone. */
export function receiveRooms(before: State, list: readonly RoomWithMessages[]): State {
  const state = meet(before, list.flatMap(usersIn));
  const entries = new Map<RoomId, RoomEntry>();
  const messages = new Map<RoomId, RoomMessages>();
  for (const told of list) {
    const taken = takeRoom(state, told, 0);
    entries.set(taken.entry.id, taken.entry);
    messages.set(taken.entry.id, taken.messages);
  }
  for (const [id, held] of state.messages) {
    if (entries.has(id)) continue;
    // A room that was never there may still come: its messages were faster.
    const kept = state.rooms.byId.has(id) ? onlyUnconfirmed(held) : held;
    if (kept.order.length > 0) messages.set(id, kept);
  }
  return withSlices(state, {
    rooms: replaceRooms(state.rooms, entries),
    messages: isSameMap(messages, state.messages) ? state.messages : BucketedMap.from(messages),
    typing: onlyOf(state.typing, entries),
    drafts: onlyOf(state.drafts, entries),
    roomCreations: list
      .filter(({ room }) => !state.rooms.byId.has(room.id))
      .reduce((creations, { room }) => fulfil(creations, room, state.self.id), state.roomCreations),
  });
}

/** A new room, or another version of a known one. */
export function receiveRoom(before: State, told: RoomWithMessages, at: number): State {
  const state = meet(before, usersIn(told));
  const { entry, messages } = takeRoom(state, told, at);
  return withSlices(state, {
    rooms: putRooms(state.rooms, [entry]),
    messages: BucketedMap.from(state.messages).with(new Map([[entry.id, messages]])),
    roomCreations: fulfil(state.roomCreations, told.room, state.self.id),
  });
}

/** What a room and its messages are once this is merged with what is held. */
function takeRoom(
  state: State,
  { room, messages: told }: RoomWithMessages,
  at: number,
): { readonly entry: RoomEntry; readonly messages: RoomMessages } {
  const { self } = state;
  const held = beforeRoom(state, room.id, told);
  const { messages: merged, added } = confirm(held, told, self.id, 'history');
  const messages = closeGaps(merged, told);
  return { entry: toEntry(room, state, messages, unreadNow(state, room.id, messages, added), at), messages };
}

function unreadNow(
  { self, rooms, messages: before, keptReads }: State,
  roomId: RoomId,
  messages: RoomMessages,
  added: readonly MessageEntry[],
): number {
  const known = rooms.byId.get(roomId);
  const held = before.get(roomId) ?? NO_MESSAGES;
  if (known) return known.unreadCount + countNews(added, held, known.readKey, self.id);
  if (keptReads) return countAfter(messages, keptPlace(keptReads, roomId), self.id);
  // The first list is where everything begins, read; in a room that appears later everything is new.
  return countAfter(rooms.loaded ? messages : held, undefined, self.id);
}

/** What came live before its room did stands alone: nobody has told what is between, unless the list tells it now. */
function beforeRoom({ rooms, messages, capabilities }: State, roomId: RoomId, told: readonly Message[]): RoomMessages {
  const held = messages.get(roomId) ?? NO_MESSAGES;
  // Without history the mark would stay, and a list without messages proves nothing.
  if (rooms.byId.has(roomId) || (told.length === 0 && !capabilities.has('history'))) return held;
  return held.order.reduce(markGap, held);
}

function usersIn({ room, messages }: RoomWithMessages): User[] {
  return [...room.participants, ...messages.map(({ sender }) => sender)];
}

function isSameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function onlyOf<V>(map: ReadonlyMap<RoomId, V>, rooms: ReadonlyMap<RoomId, unknown>): ReadonlyMap<RoomId, V> {
  const rest = new Map([...map].filter(([id]) => rooms.has(id)));
  return rest.size < map.size ? rest : map;
}
