import type { Room, User } from '../protocol/model.ts';
import type { RoomCreation, State } from './state.ts';

type Creations = State['roomCreations'];

/** A pending wish that this room fulfils becomes created: the contract has no other answer to `new_room_create`. */
export function fulfil(creations: Creations, room: Room, selfId: string): Creations {
  for (const [id, creation] of creations) {
    if (creation.status === 'pending' && isFulfilledBy(creation, room, selfId)) {
      return new Map(creations).set(id, { ...creation, status: 'created', roomId: room.id });
    }
  }
  return creations;
}

function isFulfilledBy(wish: RoomCreation, room: Room, selfId: string): boolean {
  const others = room.participants.filter(({ id }) => id !== selfId);
  const asked = wish.participants.filter(({ id }) => id !== selfId);
  return (
    wish.isGroup === room.isGroup &&
    (!wish.isGroup || wish.name.trim() === room.name.trim()) &&
    asked.length === others.length &&
    asked.every((user) => others.some((other) => isSamePerson(user, other)))
  );
}

/** Somebody who was typed in by name or address gets their id from the server. */
function isSamePerson(asked: User, told: User): boolean {
  if (asked.id === told.id) return true;
  return asked.email
    ? asked.email.toLowerCase() === told.email.toLowerCase()
    : asked.name !== '' && asked.name === told.name;
}
