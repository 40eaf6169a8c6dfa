import type { ChatError, Room, User, UserId } from '../protocol/model.ts';
import { isSameText } from './reconcile.ts';
import type { RoomCreation, State } from './state.ts';

type Creations = State['roomCreations'];
type Wish = Pick<RoomCreation, 'name' | 'participants' | 'isGroup'>;

export function startCreation(creations: Creations, id: string, { name, participants, isGroup }: Wish): Creations {
  return new Map(creations).set(id, { name, participants, isGroup, status: 'pending' });
}

export function failCreation(creations: Creations, id: string, failure: ChatError): Creations {
  const creation = creations.get(id);
  return creation?.status === 'pending'
    ? new Map(creations).set(id, { ...creation, status: 'failed', failure })
    : creations;
}

export function forgetCreation(creations: Creations, id: string): Creations {
  const next = new Map(creations);
  return next.delete(id) ? next : creations;
}

/**
 * The oldest wish that this room fulfils is created: the contract has no other answer to `new_room_create`. One that
 * had failed for want of an answer is healed by a late one.
 */
export function fulfil(creations: Creations, room: Room, selfId: UserId): Creations {
  const fulfilled = [...creations].filter(([, wish]) => wish.status !== 'created' && isFulfilledBy(wish, room, selfId));
  const [id, wish] = fulfilled.find(([, { status }]) => status === 'pending') ?? fulfilled[0] ?? [];
  if (id === undefined || !wish) return creations;
  const { name, participants, isGroup } = wish;
  return new Map(creations).set(id, { name, participants, isGroup, status: 'created', roomId: room.id });
}

function isFulfilledBy(wish: Wish, room: Room, selfId: UserId): boolean {
  if (wish.isGroup !== room.isGroup) return false;
  // A group that was asked for without a name is given one on the way.
  if (wish.isGroup && wish.name.trim() && !isSameText(room.name, wish.name)) return false;
  const isOther = ({ id }: User): boolean => id !== selfId;
  const asked = wish.participants.filter(isOther);
  const told = room.participants.filter(isOther);
  return (
    asked.every((user) => told.some((other) => isSamePerson(user, other))) &&
    told.every((other) => asked.some((user) => isSamePerson(user, other)))
  );
}

/** Somebody who was typed in by name or address gets their id from the server. */
function isSamePerson(asked: User, told: User): boolean {
  if (asked.id === told.id) return true;
  return asked.email
    ? asked.email.toLowerCase() === told.email.toLowerCase()
    : asked.name !== '' && asked.name === told.name;
}
