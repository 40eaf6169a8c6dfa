import { expect } from '@open-wc/testing';
import { readSender, readUser } from '../../src/protocol/read-user.ts';

const ada = { id: 'u1', name: 'Ada', email: 'ada@example.org' };
const bare = { id: 'u1', name: '', email: '' };
const rest = { name: 'Ada', email: 'ada@example.org' };

const users: [name: string, value: unknown, user: unknown][] = [
  ['the documented object', { user_id: 'u1', email: 'ada@example.org', name: 'Ada' }, ada],
  ['_id', { _id: 'u1', ...rest }, ada],
  ['id', { id: 'u1', ...rest }, ada],
  ['userId', { userId: 'u1', ...rest }, ada],
  ['$oid', { _id: { $oid: 'u1' }, ...rest }, ada],
  ['a number for an id', { id: 7 }, { ...bare, id: '7' }],
  ["user_id rather than the database's own _id", { _id: 'row', user_id: 'u1', ...rest }, ada],
  ['a socket', { sid: 's', id: 'socket', user: { user_id: 'u1', ...rest } }, ada],
  ['a socket with a bare id', { id: 'socket', user: 'u1' }, bare],
  ['a membership with the id beside the user', { user_id: 'u1', user: rest }, ada],
  ['username', { user_id: 'u1', username: 'Ada' }, { ...bare, name: 'Ada' }],
  ['display_name', { user_id: 'u1', name: '', displayName: 'Ada' }, { ...bare, name: 'Ada' }],
  ['no name', { user_id: 'u1', name: null, email: {} }, bare],
  ['a bare id', 'u1', bare],
  ['a bare number', 7, { ...bare, id: '7' }],
  ['a bare $oid', { $oid: 'u1' }, bare],
  ['an object without id', { name: 'Ada' }, undefined],
  ['an empty text', '', undefined],
  ['null', null, undefined],
  ['an array', ['u1'], undefined],
];

const senders: [name: string, fields: Record<string, unknown>, user: unknown][] = [
  ['user', { user: { user_id: 'u1', ...rest } }, ada],
  ['sender', { sender: { _id: 'u1', ...rest } }, ada],
  ['from', { from: { id: 'u1', ...rest } }, ada],
  ['author', { author: { id: 'u1', ...rest } }, ada],
  ['a bare id', { sender: 'u1' }, bare],
  ['a bare id and a name', { user: 'u1', user_name: 'Ada' }, { ...bare, name: 'Ada' }],
  ['an e-mail address without a name', { user: { id: 'u1', email: 'a@b' }, name: 'x' }, { ...bare, email: 'a@b' }],
  ['flat user_id', { user_id: 'u1', ...rest }, ada],
  ['flat sender_id', { sender_id: 'u1', sender_name: 'Ada' }, { ...bare, name: 'Ada' }],
  ['flat senderId', { senderId: 9 }, { ...bare, id: '9' }],
  ['an unreadable user before a flat id', { user: null, user_id: 'u1' }, bare],
  ['nobody', { user: {}, name: 'Ada' }, undefined],
];

describe('readUser', () => {
  for (const [name, value, user] of users) it(`reads ${name}`, () => expect(readUser(value)).to.deep.equal(user));

  it('takes the key of a keyed list for the id where the element has none', () => {
    expect(readUser({ name: 'Ada' }, 'u1')).to.deep.equal({ ...bare, name: 'Ada' });
    expect(readUser({ id: 'u2' }, 'u1')).to.deep.equal({ ...bare, id: 'u2' });
    expect(readUser(true, 'u1')).to.deep.equal(bare);
  });

  it('does not follow a cycle', () => {
    const cycle: Record<string, unknown> = { name: 'Ada' };
    cycle['user'] = cycle;
    expect(readUser(cycle)).to.equal(undefined);
  });
});

describe('readSender', () => {
  for (const [name, fields, user] of senders) it(`reads ${name}`, () => expect(readSender(fields)).to.deep.equal(user));
});
