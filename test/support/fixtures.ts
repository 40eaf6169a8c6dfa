import type { Message, Room, RoomWithMessages, User } from '../../src/protocol/model.ts';
import { TEXT_MESSAGE } from '../../src/protocol/model.ts';

export const ada: User = { id: '61010d7ce4c9786a417b4101', name: 'Ada Lovelace', email: 'ada@example.org' };
export const grace: User = { id: '61010d7ce4c9786a417b4102', name: 'Grace Hopper', email: 'grace@example.org' };
export const linus: User = { id: '61010d7ce4c9786a417b4103', name: 'Linus Pauling', email: 'linus@example.org' };

/** Noon of a fixed day, so that day dividers do not depend on when the tests run. */
export const NOON = Date.UTC(2026, 4, 4, 12);

export function room(changes: Partial<Room> = {}): Room {
  return { id: 'room-1', name: 'Analytical engine', isGroup: true, participants: [ada, grace, linus], ...changes };
}

let count = 0;

/** A message by Grace; each call gives the next id and the next second. */
export function message(changes: Partial<Message> = {}): Message {
  count += 1;
  return {
    id: `message-${String(count).padStart(6, '0')}`,
    roomId: 'room-1',
    type: TEXT_MESSAGE,
    body: `Message ${count}`,
    sender: grace,
    createdAt: NOON + count * 1000,
    ...changes,
  };
}

export function roomWith(messages: readonly Message[] = [], changes: Partial<Room> = {}): RoomWithMessages {
  return { room: room(changes), messages };
}
