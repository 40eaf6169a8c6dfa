import type { Message, RoomId, RoomWithMessages, User } from '../protocol/model.ts';
import type { Action } from './actions.ts';
import { LayeredMap } from './layered-map.ts';
import { addNotice } from './notices.ts';
import { learn } from './people.ts';
import { fulfil } from './room-creations.ts';
import { confirm, discard, fail, NO_MESSAGES, queue, retry, unconfirmedOf } from './room-messages.ts';
import { afterMessages, afterReading, countNews, putRoom, replaceRooms, toEntry } from './rooms.ts';
import type { RoomEntry, RoomMessages, State } from './state.ts';
import { endTyping, keepTyping, roomsSharedWith, startTyping } from './typing.ts';

type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>;
type Reducers = { readonly [T in Action['type']]: (state: State, action: ActionOf<T>) => State };

/** What follows from a fact. The state is never changed; what stays the same keeps its identity. */
export function reduce<T extends Action['type']>(state: State, action: ActionOf<T>): State {
  return reducers[action.type as T](state, action);
}

const reducers: Reducers = {
  'connection-changed': (state, { connection }) => {
    const next = change(state, { connection });
    // Without a connection nobody can tell who is there and who types.
    return connection.status === 'online' ? next : change(next, { presence: UNKNOWN, typing: noneIn(state.typing) });
  },
  'capabilities-announced': (state, { capabilities }) => change(state, { capabilities: new Set(capabilities) }),
  'rooms-received': (state, { rooms }) => receiveRooms(state, rooms),
  'room-added': (state, { room }) => addRoom(state, room),
  'messages-received': (state, { messages }) => receiveMessages(state, messages),
  'message-queued': (state, { message }) => {
    const next = changeMessages(state, message.roomId, (room) => queue(room, message, message.clientId));
    const room = next.rooms.byId.get(message.roomId);
    if (next === state || !room) return next;
    const activeAt = Math.max(room.activeAt, message.createdAt);
    return change(next, { rooms: putRoom(next.rooms, { ...room, activeAt }) });
  },
  'message-failed': (state, { roomId, key, failure }) =>
    changeMessages(state, roomId, (room) => fail(room, key, failure)),
  'message-retried': (state, { roomId, key }) => changeMessages(state, roomId, (room) => retry(room, key)),
  'message-discarded': (state, { roomId, key }) => changeMessages(state, roomId, (room) => discard(room, key)),
  'room-read': (state, { roomId }) => {
    const room = state.rooms.byId.get(roomId);
    const messages = state.messages.get(roomId) ?? NO_MESSAGES;
    return room ? change(state, { rooms: putRoom(state.rooms, afterReading(room, messages)) }) : state;
  },
  'draft-changed': (state, { roomId, text }) => {
    if ((state.drafts.get(roomId) ?? '') === text) return state;
    const drafts = new Map(state.drafts);
    if (text) drafts.set(roomId, text);
    else drafts.delete(roomId);
    return change(state, { drafts });
  },
  'typing-started': (state, { user, roomId }) => {
    if (user.id === state.self.id) return state;
    return change(state, {
      people: learn(state.people, [user]),
      typing: startTyping(state.typing, typingRooms(state, user, roomId), user.id),
    });
  },
  'typing-ended': (state, { user, roomId }) =>
    change(state, { typing: endTyping(state.typing, roomId === undefined ? state.typing.keys() : [roomId], user.id) }),
  'typing-expired': (state, { userId, roomId }) => change(state, { typing: endTyping(state.typing, [roomId], userId) }),
  'presence-received': (state, { users }) => {
    const online = new Set(users.map(({ id }) => id));
    const same = state.presence.known && isSameSet(online, state.presence.online);
    return change(state, {
      people: learn(state.people, users),
      presence: same ? state.presence : { known: true, online },
      typing: keepTyping(state.typing, online),
    });
  },
  'error-received': (state, { id, error }) => change(state, { notices: addNotice(state.notices, id, error) }),
  'notice-dismissed': (state, { id }) =>
    state.notices.some((notice) => notice.id === id)
      ? change(state, { notices: state.notices.filter((notice) => notice.id !== id) })
      : state,
  'contacts-given': (state, { contacts }) => change(state, { people: learn(state.people, contacts) }),
  'room-creation-started': (state, { id, name, participants, isGroup }) =>
    change(state, {
      roomCreations: new Map(state.roomCreations).set(id, { name, participants, isGroup, status: 'pending' }),
    }),
  'room-creation-failed': (state, { id, failure }) => {
    const creation = state.roomCreations.get(id);
    if (creation?.status !== 'pending') return state;
    return change(state, {
      roomCreations: new Map(state.roomCreations).set(id, { ...creation, status: 'failed', failure }),
    });
  },
  'room-creation-forgotten': (state, { id }) => {
    if (!state.roomCreations.has(id)) return state;
    const roomCreations = new Map(state.roomCreations);
    roomCreations.delete(id);
    return change(state, { roomCreations });
  },
};

const UNKNOWN: State['presence'] = { known: false, online: new Set() };

function noneIn(typing: State['typing']): State['typing'] {
  return typing.size === 0 ? typing : new Map();
}

/** A state with these slices, the same one when none of them is another. */
function change(state: State, slices: Partial<State>): State {
  const isChanged = (Object.keys(slices) as (keyof State)[]).some((name) => slices[name] !== state[name]);
  return isChanged ? { ...state, ...slices } : state;
}

function changeMessages(state: State, roomId: RoomId, update: (room: RoomMessages) => RoomMessages): State {
  const before = state.messages.get(roomId) ?? NO_MESSAGES;
  const after = update(before);
  return after === before
    ? state
    : change(state, { messages: LayeredMap.of(state.messages).with(new Map([[roomId, after]])) });
}

function typingRooms(state: State, user: User, roomId: RoomId | undefined): readonly RoomId[] {
  return roomId === undefined ? roomsSharedWith(state.rooms.byId.values(), user.id) : [roomId];
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
}

function receiveMessages(state: State, batch: readonly Message[]): State {
  const changes = new Map<RoomId, RoomMessages>();
  let { rooms, typing } = state;
  for (const [roomId, ofRoom] of byRoom(batch)) {
    const known = state.messages.get(roomId) ?? NO_MESSAGES;
    const { messages, added } = confirm(known, ofRoom, state.self.id);
    if (messages !== known) changes.set(roomId, messages);
    const room = rooms.byId.get(roomId);
    if (room) rooms = putRoom(rooms, afterMessages(room, added, state.self.id));
    for (const { sender } of added) typing = endTyping(typing, [roomId], sender.id);
  }
  return change(state, {
    messages: LayeredMap.of(state.messages).with(changes),
    people: learn(
      state.people,
      batch.map(({ sender }) => sender),
    ),
    rooms,
    typing,
  });
}

function byRoom(batch: readonly Message[]): ReadonlyMap<RoomId, readonly Message[]> {
  const rooms = new Map<RoomId, Message[]>();
  for (const message of batch) {
    const ofRoom = rooms.get(message.roomId);
    if (ofRoom) ofRoom.push(message);
    else rooms.set(message.roomId, [message]);
  }
  return rooms;
}

/** Takes one room's messages in, and tells what the room is then. */
function takeRoom(state: State, { room, messages }: RoomWithMessages): { entry: RoomEntry; messages: RoomMessages } {
  const known = state.messages.get(room.id);
  const confirmed = confirm(known ?? NO_MESSAGES, messages, state.self.id);
  const news = countNews(confirmed.added, known, state.self.id);
  return {
    entry: toEntry(room, state.rooms.byId.get(room.id), confirmed.messages, news),
    messages: confirmed.messages,
  };
}

function* usersIn({ room, messages }: RoomWithMessages): Generator<User> {
  yield* room.participants;
  for (const { sender } of messages) yield sender;
}

function receiveRooms(state: State, rooms: readonly RoomWithMessages[]): State {
  const messages = new Map(keptWithoutRoom(state));
  const entries = rooms.map((each) => {
    const taken = takeRoom(state, each);
    messages.set(each.room.id, taken.messages);
    return taken.entry;
  });
  const slice = replaceRooms(state.rooms, entries);
  const isGone = (id: RoomId): boolean => !slice.byId.has(id);
  return change(state, {
    rooms: slice,
    messages: isSameMap(messages, state.messages) ? state.messages : LayeredMap.from(messages),
    people: learn(
      state.people,
      rooms.flatMap((each) => [...usersIn(each)]),
    ),
    typing: withoutKeys(state.typing, isGone),
    drafts: withoutKeys(state.drafts, isGone),
    roomCreations: rooms
      .filter(({ room }) => !state.rooms.byId.has(room.id))
      .reduce((creations, { room }) => fulfil(creations, room, state.self.id), state.roomCreations),
  });
}

/** Messages that came before their room did, and texts that the person has not got rid of yet. */
function keptWithoutRoom({ rooms, messages }: State): [RoomId, RoomMessages][] {
  return [...messages].filter(([id, room]) => !rooms.byId.has(id) || unconfirmedOf(room).length > 0);
}

function isSameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function withoutKeys<K, V>(map: ReadonlyMap<K, V>, isGone: (key: K) => boolean): ReadonlyMap<K, V> {
  return [...map.keys()].some(isGone) ? new Map([...map].filter(([key]) => !isGone(key))) : map;
}

function addRoom(state: State, added: RoomWithMessages): State {
  const { entry, messages } = takeRoom(state, added);
  return change(
    changeMessages(state, entry.id, () => messages),
    {
      rooms: putRoom(state.rooms, entry),
      people: learn(state.people, usersIn(added)),
      roomCreations: fulfil(state.roomCreations, added.room, state.self.id),
    },
  );
}
