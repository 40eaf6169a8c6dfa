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

const otherPeople = memoize((people: State['people']) =>
  [...people.values()].sort((a, b) => displayName(a).localeCompare(displayName(b))),
);
const withoutSelf = memoize((people: readonly User[]) => new Map<UserId, readonly User[]>([['', people]]));

/** Everybody but the user themselves, by name. */
export function knownPeople({ people, self }: State): readonly User[] {
  const sorted = otherPeople(people);
  const bySelf = withoutSelf(sorted);
  const known = bySelf.get(self.id);
  if (known) return known;
  const others = sorted.filter(({ id }) => id !== self.id);
  bySelf.set(self.id, others);
  return others;
}

/** A name to show for somebody, whatever little is known. */
export function displayName({ id, name, email }: User): string {
  return name || email || id;
}

/** The other person of a direct room. */
export function otherParticipant(room: Room, self: User): User | undefined {
  return room.isGroup ? undefined : (room.participants.find(({ id }) => id !== self.id) ?? room.participants[0]);
}

/** A direct room is called by the other person; a group by its name, or by those who are in it. */
export function roomTitle(room: Room, self: User): string {
  const other = otherParticipant(room, self);
  if (other) return displayName(other);
  if (room.name) return room.name;
  const others = room.participants.filter(({ id }) => id !== self.id);
  return others.map(displayName).join(', ') || room.id;
}

const DIACRITICS = /\p{Diacritic}/gu;

function searchable(text: string): string {
  return text.normalize('NFD').replace(DIACRITICS, '').toLocaleLowerCase();
}

/** Ids of the rooms whose title, people or last message hold the query, in the order of the list. */
export function filterRooms(state: State, query: string): readonly RoomId[] {
  const sought = searchable(query.trim());
  if (!sought) return state.rooms.order;
  const holds = (room: RoomEntry): boolean =>
    [
      roomTitle(room, state.self),
      ...room.participants.filter(({ id }) => id !== state.self.id).map(displayName),
      lastEntry(state, room.id)?.body ?? '',
    ].some((text) => searchable(text).includes(sought));
  return state.rooms.order.filter((id) => {
    const room = state.rooms.byId.get(id);
    return room !== undefined && holds(room);
  });
}
