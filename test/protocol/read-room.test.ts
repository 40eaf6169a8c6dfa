import { expect } from '@open-wc/testing';
import { decoders } from '../../src/protocol/decode.ts';
import type { Room, RoomWithMessages } from '../../src/protocol/model.ts';
import { NOON } from '../support/fixtures.ts';

const context = { now: NOON };
const wireAda = { user_id: 'u1', email: 'ada@example.org', name: 'Ada' };
const wireGrace = { user_id: 'u2', email: 'grace@example.org', name: 'Grace' };
const participants = [
  { id: 'u1', email: 'ada@example.org', name: 'Ada' },
  { id: 'u2', email: 'grace@example.org', name: 'Grace' },
];
const canonical = {
  room_id: 'r1',
  name: 'Engine',
  is_group: true,
  participants: [wireAda, wireGrace],
  messages: [],
  last_message: null,
  unread_count: 3,
  created_at: '2021-07-28T08:46:52.000Z',
  updated_at: '2021-07-28T08:46:52.123Z',
};
const room: Room = {
  id: 'r1',
  name: 'Engine',
  isGroup: true,
  participants,
  unreadCount: 3,
  updatedAt: Date.UTC(2021, 6, 28, 8, 46, 52, 123),
};

function instead(gone: keyof typeof canonical, others: Record<string, unknown>): Record<string, unknown> {
  const { [gone]: _, ...rest } = canonical;
  return { ...rest, ...others };
}

function decode(payload: unknown): RoomWithMessages | undefined {
  return decoders.add_room(payload, context).value;
}

const asRoom: [name: string, payload: unknown][] = [
  ['the canonical payload', canonical],
  ...['_id', 'id', 'roomId', 'chat_id', 'chatId', 'room'].map((id): [string, unknown] => [
    `the id as ${id}`,
    instead('room_id', { [id]: 'r1' }),
  ]),
  ['the id as $oid', instead('room_id', { _id: { $oid: 'r1' } })],
  ...['room_name', 'roomName', 'title', 'channel'].map((name): [string, unknown] => [
    `the name as ${name}`,
    instead('name', { [name]: 'Engine' }),
  ]),
  ...['members', 'users'].map((list): [string, unknown] => [
    list,
    instead('participants', { [list]: [wireAda, wireGrace] }),
  ]),
  ['participants keyed by id', { ...canonical, participants: { u1: wireAda, u2: { ...wireGrace, user_id: null } } }],
  ['memberships', { ...canonical, participants: [{ user: wireAda, role: 'admin' }, { user: wireGrace }] }],
  ['a participant twice', { ...canonical, participants: [wireAda, wireGrace, wireAda] }],
  ['isGroup', instead('is_group', { isGroup: true })],
  ['is_group as a number', { ...canonical, is_group: 1 }],
  ['type group', instead('is_group', { type: 'group' })],
  ...['unread', 'unreadCount'].map((unread): [string, unknown] => [unread, instead('unread_count', { [unread]: '3' })]),
  ['updatedAt', instead('updated_at', { updatedAt: room.updatedAt })],
  ['{ room }', { room: canonical }],
  ['{ chat }', { chat: canonical }],
  ['{ data: { room } }', { ok: true, data: { room: canonical } }],
  ['{ room } with fields beside it', { _id: 'membership', room: instead('unread_count', {}), unread: 3 }],
  ['a text with JSON in it', JSON.stringify(canonical)],
];

describe('add_room', () => {
  for (const [name, payload] of asRoom) {
    it(`reads ${name}`, () =>
      expect(decoders.add_room(payload, context)).to.deep.equal({ value: { room, messages: [] }, problems: [] }));
  }

  for (const [name, payload, problem] of [
    ['null', null, 'not an object'],
    ['a text', 'r1', 'not an object'],
    ['an array', [], 'not an object'],
    ['a room without id', instead('room_id', {}), 'no id'],
  ] as const) {
    it(`drops ${name}`, () =>
      expect(decoders.add_room(payload, context)).to.deep.equal({ value: undefined, problems: [problem] }));
  }

  it('reads a room that holds itself', () => {
    const cycle: Record<string, unknown> = { room_id: 'r1', name: 'Engine' };
    cycle['room'] = cycle;
    expect(decode(cycle)?.room.name).to.equal('Engine');
  });

  it('needs nothing but an id', () => {
    expect(decode({ _id: 7, participants: 2, messages: 12 })).to.deep.equal({
      room: { id: '7', name: '', isGroup: false, participants: [] },
      messages: [],
    });
  });

  it('takes bare ids for participants', () => {
    const value = decode({ ...canonical, participants: ['u1', 2, { $oid: 'u3' }] });
    expect(value?.room.participants.map(({ id }) => id)).to.deep.equal(['u1', '2', 'u3']);
  });

  it('loses only a bad participant', () => {
    const { value, problems } = decoders.add_room({ ...canonical, participants: [wireAda, {}, wireGrace] }, context);
    expect(value?.room.participants).to.deep.equal(participants);
    expect(problems).to.deep.equal(['participant 1: no id']);
  });

  it('tells groups by is_group, else by type, else by the number of participants', () => {
    const cases: [payload: Record<string, unknown>, isGroup: boolean][] = [
      [{ is_group: false, type: 'group' }, false],
      [{ is_group: 'false' }, false],
      [{ type: 'PUBLIC_CHANNEL' }, true],
      [{ type: 'direct', participants: ['a', 'b', 'c'] }, false],
      [{ type: 'one-to-one', participants: ['a', 'b', 'c'] }, false],
      [{ type: 'dm', participants: ['a', 'b', 'c'] }, false],
      [{ type: 'phone', participants: ['a', 'b', 'c'] }, true],
      [{ participants: ['a', 'b'] }, false],
    ];
    for (const [payload, isGroup] of cases) {
      expect(decode({ id: 'r1', ...payload })?.room.isGroup, JSON.stringify(payload)).to.equal(isGroup);
    }
  });
});

describe('the messages embedded in a room', () => {
  const first = { _id: 'm1', message_body: 'Hi', user: 'u1', created_at: 1627462012 };
  const second = { _id: 'm2', message_body: 'Ho', user: 'u2', created_at: 1627462013 };
  const idsOf = (fields: Record<string, unknown>): string[] | undefined =>
    decode({ room_id: 'r1', ...fields })?.messages.map(({ id }) => id);

  for (const history of ['messages', 'chats', 'history']) {
    it(`are read from ${history}, in their order`, () =>
      expect(idsOf({ [history]: [second, first] })).to.deep.equal(['m2', 'm1']));
  }

  it('are read from a page of them', () => {
    expect(idsOf({ messages: { data: [first], total: 9 } })).to.deep.equal(['m1']);
  });

  it('may be keyed by id', () => {
    expect(idsOf({ messages: { a: { ...first, _id: null }, b: second } })).to.deep.equal(['a', 'm2']);
  });

  it('belong to that room, whatever they say', () => {
    const value = decode({ room_id: 'r1', messages: [first, { ...second, room: 'Engine' }] });
    expect(value?.messages.map(({ roomId }) => roomId)).to.deep.equal(['r1', 'r1']);
  });

  it('end with the last message', () => {
    expect(idsOf({ messages: [first], last_message: second })).to.deep.equal(['m1', 'm2']);
    expect(idsOf({ lastMessage: second })).to.deep.equal(['m2']);
  });

  it('hold the last message once', () => {
    expect(idsOf({ messages: [first, second], last_message: second })).to.deep.equal(['m1', 'm2']);
  });

  it('hold it once when it is an excerpt without id', () => {
    const excerpt = { text: 'Ho', sender: { user_id: 'u2' } };
    expect(idsOf({ messages: [first, second], last_message: excerpt })).to.deep.equal(['m1', 'm2']);
  });

  for (const last_message of [null, '', 'Hi', '61010d7ce4c9786a417b4113']) {
    it(`do without a last message that is ${JSON.stringify(last_message)}`, () =>
      expect(decoders.add_room({ room_id: 'r1', last_message }, context).problems).to.deep.equal([]));
  }

  it('lose only a bad one', () => {
    const payload = { room_id: 'r1', messages: [first, '61010d7ce4c9786a417b4113', second], last_message: {} };
    const { value, problems } = decoders.add_room(payload, context);
    expect(value?.messages.map(({ id }) => id)).to.deep.equal(['m1', 'm2']);
    expect(problems).to.deep.equal(['message 1: not an object', 'last message: neither text nor type']);
  });

  it('keep their derived ids from one list to the next', () => {
    const payload = { room_id: 'r1', messages: [{ text: 'Hi', user: 'u1' }] };
    const later = decoders.add_room(payload, { now: NOON + 1e7 }).value;
    expect(later?.messages).to.have.length(1);
    expect(later?.messages[0]?.id).to.equal(decode(payload)?.messages[0]?.id);
  });
});

describe('set_chats', () => {
  const value = [{ room, messages: [] }];

  for (const [name, payload] of [
    ['an array', [canonical]],
    ['{ chats }', { chats: [canonical] }],
    ['{ rooms }', { rooms: [canonical] }],
    ['{ data: { chats } }', { data: { chats: [canonical] } }],
    ['an object keyed by id', { r1: instead('room_id', {}) }],
    ['wrapped rooms', [{ room: canonical }]],
    ['a room twice', [canonical, canonical]],
    ['a text with JSON in it', JSON.stringify([canonical])],
  ] as const) {
    it(`reads ${name}`, () => expect(decoders.set_chats(payload, context)).to.deep.equal({ value, problems: [] }));
  }

  it('reads a person without rooms', () => {
    expect(decoders.set_chats([], context)).to.deep.equal({ value: [], problems: [] });
  });

  for (const payload of [null, 'none', 5, { error: 'no' }, { chats: 'none' }, [null]]) {
    it(`does not take ${JSON.stringify(payload)} for an empty list`, () => {
      const decoded = decoders.set_chats(payload, context);
      expect(decoded.value).to.equal(undefined);
      expect(decoded.problems).to.have.length(1);
    });
  }

  it('keeps the last of two rooms with one id', () => {
    const decoded = decoders.set_chats([{ ...canonical, name: 'Old' }, canonical], context);
    expect(decoded).to.deep.equal({ value, problems: [] });
  });

  it('loses one bad room of five hundred', () => {
    const rooms = Array.from({ length: 500 }, (_, index) => ({ ...canonical, room_id: index === 250 ? null : index }));
    const decoded = decoders.set_chats(rooms, context);
    expect(decoded.value).to.have.length(499);
    expect(decoded.problems).to.deep.equal(['room 250: no id']);
  });
});
