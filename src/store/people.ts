import type { User, UserId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { putRooms } from './rooms.ts';
import { type State, withSlices } from './state.ts';

type People = State['people'];

const NOBODY: User = { id: '', name: '', email: '' };

/** Learns who people are, and names the participants of whom only the id was known. */
export function meet(state: State, users: readonly User[]): State {
  const people = learn(state.people, users);
  const introduced = new Set<UserId>();
  for (const { id } of users) if (state.people.get(id)?.name === '' && people.get(id)?.name) introduced.add(id);
  const rooms = introduced.size === 0 ? state.rooms : introduce(state.rooms, people, introduced);
  return withSlices(state, { people, rooms });
}

/** Backends often tell a participant as a bare id; somebody else may have told the name. */
export function named(user: User, people: People): User {
  return (user.name ? undefined : people.get(user.id)) ?? user;
}

/** An empty name or address never erases a known one. */
function learn(people: People, users: readonly User[]): People {
  const learned = new Map<UserId, User>();
  for (const { id, name, email } of users) {
    const known = learned.get(id) ?? people.get(id) ?? NOBODY;
    const isNews = known === NOBODY || (name && name !== known.name) || (email && email !== known.email);
    if (id && isNews) learned.set(id, { id, name: name || known.name, email: email || known.email });
  }
  return learned.size === 0 ? people : BucketedMap.from(people).with(learned);
}

function introduce(rooms: State['rooms'], people: People, introduced: ReadonlySet<UserId>): State['rooms'] {
  const affected = [...rooms.byId.values()].filter(({ participants }) =>
    participants.some(({ id }) => introduced.has(id)),
  );
  return putRooms(
    rooms,
    affected.map((room) => ({ ...room, participants: room.participants.map((user) => named(user, people)) })),
  );
}
