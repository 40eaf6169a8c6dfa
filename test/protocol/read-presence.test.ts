import { expect } from '@open-wc/testing';
import { decoders } from '../../src/protocol/decode.ts';
import { NOON } from '../support/fixtures.ts';

const context = { now: NOON };
const wireAda = { user_id: 'u1', email: 'ada@example.org', name: 'Ada' };
const wireGrace = { user_id: 'u2', email: 'grace@example.org', name: 'Grace' };

const shapes: [name: string, payload: unknown][] = [
  ['user objects', [wireAda, wireGrace]],
  ['bare ids', ['u1', 'u2']],
  [
    'sockets',
    [
      { sid: 's1', user: wireAda },
      { sid: 's2', user: wireGrace },
    ],
  ],
  ['two sockets of one user', [{ user: wireAda }, { user: wireGrace }, { user: wireAda }]],
  ['a map from id to true and false', { u1: true, u2: true, u3: false }],
  ['a map from id to users', { u1: { name: 'Ada' }, u2: wireGrace }],
  ['a map from id to sockets', { u1: { sid: 's1' }, u2: { sid: 's2', user: wireGrace } }],
  ['a map from id to the id of a socket, null for none', { u1: 'socket-1', u2: 'socket-2', u3: null }],
  ['a map from id to the number of sockets', { u1: 1, u2: 2, u3: 0 }],
  [
    'users who say that they are offline',
    [wireAda, wireGrace, { id: 'u3', online: false }, { id: 'u4', status: 'offline' }],
  ],
  [
    'users who say that they are online',
    [
      { id: 'u1', is_online: true },
      { id: 'u2', status: 'online' },
    ],
  ],
  ['{ users }', { users: [wireAda, wireGrace] }],
  ['{ online_users }', { online_users: ['u1', 'u2'] }],
  ['{ data: { users: {…} } }', { data: { users: { u1: true, u2: true } } }],
  ['a text with JSON in it', '["u1", "u2"]'],
];

describe('online_status_show', () => {
  for (const [name, payload] of shapes) {
    it(`reads ${name}`, () => {
      const { value, problems } = decoders.online_status_show(payload, context);
      expect(value?.map(({ id }) => id)).to.deep.equal(['u1', 'u2']);
      expect(problems).to.deep.equal([]);
    });
  }

  it('keeps what it learns about people', () => {
    expect(decoders.online_status_show([{ sid: 's1', user: wireAda }], context).value).to.deep.equal([
      { id: 'u1', email: 'ada@example.org', name: 'Ada' },
    ]);
  });

  it('reads that nobody is online', () => {
    for (const payload of [[], {}, { u1: false }]) {
      expect(decoders.online_status_show(payload, context)).to.deep.equal({ value: [], problems: [] });
    }
  });

  it('reads ids that are names of the language', () => {
    const payload: unknown = JSON.parse('{"__proto__":true,"constructor":true,"toString":{"name":"T"}}');
    const { value } = decoders.online_status_show(payload, context);
    expect(value?.map(({ id }) => id)).to.deep.equal(['__proto__', 'constructor', 'toString']);
    expect(Object.prototype).not.to.have.property('name');
  });

  it('loses only a bad element', () => {
    const { value, problems } = decoders.online_status_show([wireAda, false, wireGrace], context);
    expect(value).to.have.length(2);
    expect(problems).to.deep.equal(['user 1: no id']);
  });

  for (const payload of [null, 'u1', 5, true]) {
    it(`drops ${JSON.stringify(payload)}`, () =>
      expect(decoders.online_status_show(payload, context)).to.deep.equal({
        value: undefined,
        problems: ['not a list'],
      }));
  }
});
