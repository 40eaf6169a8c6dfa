import type { User } from '../../../src/protocol/model.ts';
import { ada, grace } from '../../support/fixtures.ts';

export const PEOPLE = { ada, grace } as const;
export type Person = keyof typeof PEOPLE;

export const ROOMS = ['room-1', 'room-2'] as const;

const wireUser = ({ id, email, name }: User) => ({ user_id: id, email, name });

/** Both people are in both rooms. */
export const WIRE_ROOMS = ROOMS.map((room_id) => ({ room_id, participants: [ada, grace].map(wireUser) }));
