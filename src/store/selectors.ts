import type { Room, RoomId, User, UserId } from '../protocol/model.ts';
import type { MessageEntry, RoomEntry, RoomMessages, State } from './state.ts';

/** Remembers the last result for each object that it was made from, so that the same state gives the same reference. */
function memoize<K extends object, T>(derive: (from: K) => T): (from: K) => T {
  const results = new WeakMap<K, T>();
  return (from) => {
    const known = results.get(from);
    if (known !== undefined) return known;
    const result = derive(from);
    results.set(from, result);
    return result;
  };
}

/** Unread messages over all rooms. */
export function totalUnread({ rooms }: State): number {
  return rooms.unreadCount;
}

export function roomMessages(state: State, roomId: RoomId): RoomMessages | undefined {
  return state.messages.get(roomId);
}

/** The last message of a room, confirmed or not. */
export function lastEntry(state: State, roomId: RoomId): MessageEntry | undefined {
  const messages = state.messages.get(roomId);
  return messages?.entries.get(messages.order.at(-1) ?? '');
}

/** Who a user is, as far as anybody told us. */
export function person({ people }: State, userId: UserId): User | undefined {
  return people.get(userId);
}

export function isOnline({ presence }: State, userId: UserId): boolean {
  return presence.online.has(userId);
}

const typistsOf = memoize((people: State['people']) =>
  memoize((userIds: readonly UserId[]) => userIds.map((id) => people.get(id) ?? { id, name: '', email: '' })),
);
const NOBODY: readonly UserId[] = [];

/** Who types in a room, in the order of starting. */
export function typists({ people, typing }: State, roomId: RoomId): readonly User[] {
  return typistsOf(people)(typing.get(roomId) ?? NOBODY);
}

const othersOf = memoize((people: State['people']) =>
  memoize((self: User) => {
    const { compare } = new Intl.Collator();
    const others = [...people.values()].filter(({ id }) => id !== self.id);
    return others.sort((a, b) => compare(displayName(a), displayName(b)));
  }),
);

/** Everybody but the user themselves, by name. */
export function knownPeople({ people, self }: State): readonly User[] {
  return othersOf(people)(self);
}

/** A name to show for somebody, whatever little is known. */
export function displayName({ id, name, email }: User): string {
  return name || email || id;
}

/** The other person of a direct room. */
export function otherParticipant(room: Room, self: User): User | undefined {
  return room.isGroup ? undefined : (room.participants.find(({ id }) => id !== self.id) ?? room.participants[0]);
}

/** Writes names as a list, as it is done in some language. */
export type JoinNames = (names: readonly string[]) => string;

/** A direct room is called by the other person; a group by its name, or by those who are in it. */
export function roomTitle(room: Room, self: User, join: JoinNames): string {
  const other = otherParticipant(room, self);
  if (other) return displayName(other);
  if (room.name) return room.name;
  const others = room.participants.filter(({ id }) => id !== self.id);
  return join(others.map(displayName)) || room.id;
}

/** The same but for what every message changes: how much is unread, and when it was active. */
export function isSameRoom(a: RoomEntry | undefined, b: RoomEntry | undefined): boolean {
  return a?.id === b?.id && a?.name === b?.name && a?.isGroup === b?.isGroup && a?.participants === b?.participants;
}

const DIACRITICS = /\p{Diacritic}/gu;

function searchable(text: string): string {
  return text.normalize('NFD').replace(DIACRITICS, '').toLowerCase();
}

/** Those whose name, e-mail address or id holds the query, in the same order. */
export function filterPeople(people: readonly User[], query: string): readonly User[] {
  const sought = searchable(query.trim());
  return sought
    ? people.filter((user) => searchable(`${user.name}\n${user.email}\n${user.id}`).includes(sought))
    : people;
}

/** What a room is found by, besides its last message. */
const textOf = memoize((join: JoinNames) =>
  memoize((self: User) =>
    memoize((room: RoomEntry) => {
      const others = room.participants.filter(({ id }) => id !== self.id);
      return searchable([roomTitle(room, self, join), ...others.map(displayName)].join('\n'));
    }),
  ),
);
const bodyOf = memoize((entry: MessageEntry) => searchable(entry.body));

const resultsOf = memoize((_join: JoinNames) =>
  memoize((_rooms: State['rooms']) => memoize((_messages: State['messages']) => new Map<string, readonly RoomId[]>())),
);

/**
 * Ids of the rooms whose title, people or last message hold the query, in the order of the list.
 * @param join as in the titles that are shown; results are kept for the same function
 */
export function filterRooms(state: State, query: string, join: JoinNames): readonly RoomId[] {
  const { rooms, messages, self } = state;
  const sought = searchable(query.trim());
  if (!sought) return rooms.order;
  const results = resultsOf(join)(rooms)(messages);
  const known = results.get(sought);
  if (known) return known;
  const found = rooms.order.filter((id) => {
    const room = rooms.byId.get(id);
    const last = lastEntry(state, id);
    const texts = [room && textOf(join)(self)(room), last && bodyOf(last)];
    return texts.some((text) => text?.includes(sought));
  });
  results.set(sought, found);
  return found;
}
