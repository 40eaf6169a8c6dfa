import { expect } from '@open-wc/testing';
import { decoders } from '../../src/protocol/decode.ts';
import { NOON } from '../support/fixtures.ts';

const user = { id: 'u1', name: 'Ada', email: 'ada@example.org' };
const wireUser = { user_id: 'u1', name: 'Ada', email: 'ada@example.org' };
const bare = { id: 'u1', name: '', email: '' };

const shapes: [name: string, payload: unknown, signal: unknown][] = [
  ['{ room, user }', { room: 'r1', user: wireUser }, { roomId: 'r1', user }],
  ['{ room: {…}, user }', { room: { _id: 'r1' }, user: wireUser }, { roomId: 'r1', user }],
  ['{ room_id, user }', { room_id: 7, user: wireUser }, { roomId: '7', user }],
  ['{ room, user: id }', { room: 'r1', user: 'u1' }, { roomId: 'r1', user: bare }],
  [
    '{ room, user_id, name }',
    { room: 'r1', user_id: 'u1', name: 'Ada' },
    { roomId: 'r1', user: { ...bare, name: 'Ada' } },
  ],
  ['{ user } alone', { user: wireUser }, { user }],
  ['{ data: { room, user } }', { data: { room: 'r1', user: wireUser } }, { roomId: 'r1', user }],
  ['a user', wireUser, { user }],
  ['a user with _id', { _id: 'u1', name: 'Ada', email: 'ada@example.org' }, { user }],
  ['a bare id', 'u1', { user: bare }],
  ['a bare number', 7, { user: { ...bare, id: '7' } }],
  ['a bare $oid', { $oid: 'u1' }, { user: bare }],
  ['a text with JSON in it', '{"room":"r1","user":"u1"}', { roomId: 'r1', user: bare }],
];

for (const event of ['show_start_typing', 'show_end_typing'] as const) {
  describe(event, () => {
    for (const [name, payload, value] of shapes) {
      it(`reads ${name}`, () => expect(decoders[event](payload, { now: NOON })).to.deep.equal({ value, problems: [] }));
    }

    for (const payload of [null, undefined, '', {}, [], true, { room: 'r1' }, { room: 'r1', user: {} }]) {
      it(`drops ${JSON.stringify(payload)}`, () =>
        expect(decoders[event](payload, { now: NOON })).to.deep.equal({ value: undefined, problems: ['no user'] }));
    }
  });
}
