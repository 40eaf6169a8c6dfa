import { expect } from '@open-wc/testing';
import { decoders } from '../../src/protocol/decode.ts';
import type { Message } from '../../src/protocol/model.ts';
import { NOON } from '../support/fixtures.ts';

const context = { now: NOON };
const wireAda = { user_id: 'u1', email: 'ada@example.org', name: 'Ada' };
const canonical = {
  message_id: 'm1',
  room: 'r1',
  message_body: 'Hi',
  type: 'USER_TEXT_MESSAGE',
  user: wireAda,
  created_at: '2021-07-28T08:46:52.123Z',
};
const message: Message = {
  id: 'm1',
  roomId: 'r1',
  type: 'USER_TEXT_MESSAGE',
  body: 'Hi',
  sender: { id: 'u1', email: 'ada@example.org', name: 'Ada' },
  createdAt: Date.UTC(2021, 6, 28, 8, 46, 52, 123),
};

function decode(payload: unknown, now = NOON): Message | undefined {
  return decoders.message_broadcast(payload, { now }).value;
}

/** The canonical payload with one field gone and others instead. */
function instead(gone: keyof typeof canonical, others: Record<string, unknown>): Record<string, unknown> {
  const { [gone]: _, ...rest } = canonical;
  return { ...rest, ...others };
}

const asMessage: [name: string, payload: unknown][] = [
  ['the canonical payload', canonical],
  ...['_id', 'id', 'messageId'].map((id): [string, unknown] => [id, instead('message_id', { [id]: 'm1' })]),
  ['an id as $oid', instead('message_id', { _id: { $oid: 'm1' } })],
  ...['room_id', 'roomId', 'chat_id', 'chatId', 'channel'].map((room): [string, unknown] => [
    room,
    instead('room', { [room]: 'r1' }),
  ]),
  ['a room object', { ...canonical, room: { _id: 'r1', name: 'Engine' } }],
  ['a chat object', instead('room', { chat_id: { $oid: 'r1' } })],
  ...['body', 'text', 'message', 'content'].map((body): [string, unknown] => [
    body,
    instead('message_body', { [body]: 'Hi' }),
  ]),
  ...['sender', 'from', 'author'].map((sender): [string, unknown] => [sender, instead('user', { [sender]: wireAda })]),
  ['a flat sender', instead('user', { sender_id: 'u1', sender_name: 'Ada', sender_email: 'ada@example.org' })],
  ...['createdAt', 'timestamp', 'date', 'time', 'sent_at', 'sentAt'].map((time): [string, unknown] => [
    time,
    instead('created_at', { [time]: message.createdAt }),
  ]),
  ['no type', instead('type', {})],
  ['a type that is no text', { ...canonical, type: 7 }],
  ['{ message }', { message: canonical }],
  ['{ data }', { success: true, data: canonical }],
  ['{ data: { message } }', { data: { message: canonical } }],
  ['a wrapped message with its room outside', { room: 'r1', message: instead('room', {}) }],
  ['a wrapped message with its sender outside', { type: 'event', user: wireAda, message: instead('user', {}) }],
  ['a text with JSON in it', JSON.stringify(canonical)],
];

const asNone: [name: string, payload: unknown, problem: string][] = [
  ['null', null, 'not an object'],
  ['a text', 'Hi', 'not an object'],
  ['an array', [canonical], 'not an object'],
  ['an empty object', {}, 'no room'],
  ['a message without room', instead('room', {}), 'no room'],
  ['a room without message', { room: 'r1', user: wireAda }, 'neither text nor type'],
  ['a cycle', Object.assign(canonicalCycle(), { room: 'r1' }), 'neither text nor type'],
];

function canonicalCycle(): Record<string, unknown> {
  const cycle: Record<string, unknown> = {};
  cycle['message'] = cycle;
  return cycle;
}

describe('message_broadcast', () => {
  for (const [name, payload] of asMessage) {
    it(`reads ${name}`, () =>
      expect(decoders.message_broadcast(payload, context)).to.deep.equal({ value: message, problems: [] }));
  }

  for (const [name, payload, problem] of asNone) {
    it(`drops ${name}`, () =>
      expect(decoders.message_broadcast(payload, context)).to.deep.equal({ value: undefined, problems: [problem] }));
  }

  it('keeps an unknown type, an empty body and a number for a body', () => {
    expect(decode({ ...canonical, type: 'POLL' })).to.deep.equal({ ...message, type: 'POLL' });
    expect(decode({ ...canonical, message_body: '' })).to.deep.equal({ ...message, body: '' });
    expect(decode({ ...canonical, message_body: 42 })).to.deep.equal({ ...message, body: '42' });
  });

  it('keeps a message of a known type without text', () => {
    const payload = { ...instead('message_body', { data: { url: '/x' } }), type: 'USER_IMAGE_MESSAGE' };
    expect(decode(payload)).to.deep.equal({ ...message, type: 'USER_IMAGE_MESSAGE', body: '' });
  });

  it('keeps a message of nobody', () => {
    expect(decode(instead('user', {}))).to.deep.equal({ ...message, sender: { id: '', name: '', email: '' } });
  });

  it("keeps the sender's own key", () => {
    expect(decode({ ...canonical, client_id: 'c-1' })).to.deep.equal({ ...message, clientId: 'c-1' });
  });

  it('takes the moment of arrival where the backend told none', () => {
    expect(decode(instead('created_at', {}))?.createdAt).to.equal(NOON);
    expect(decode({ ...canonical, created_at: 'soon' })?.createdAt).to.equal(NOON);
  });
});

describe('the derived id of a message', () => {
  const withoutId = instead('message_id', {});
  const bare = { room: 'r1', message_body: 'ok', user: wireAda };
  const idOf = (payload: unknown, now = NOON): string => decode(payload, now)?.id ?? '';

  it('is the same whenever a message with a time arrives', () => {
    expect(idOf(withoutId)).not.to.equal('');
    expect(idOf(withoutId, NOON + 1e6)).to.equal(idOf(withoutId));
  });

  it('is the same however the time is spelt', () => {
    expect(idOf({ ...withoutId, created_at: message.createdAt })).to.equal(idOf(withoutId));
  });

  it('differs with the room, the sender, the type, the body and the time', () => {
    const changes = [
      { room: 'r2' },
      { user: 'u2' },
      { type: 'POLL' },
      { message_body: 'Ho' },
      { created_at: '2021-07-28T08:46:52.124Z' },
    ];
    const ids = changes.map((change) => idOf({ ...withoutId, ...change }));
    expect(new Set([idOf(withoutId), ...ids]).size).to.equal(6);
  });

  it('makes one message of a broadcast without id and time that arrives twice', () => {
    expect(idOf(bare, NOON + 40)).to.equal(idOf(bare));
  });

  it('makes two messages of equal broadcasts a second or more apart', () => {
    expect(idOf(bare, NOON + 1000)).not.to.equal(idOf(bare));
  });

  it("follows the sender's own key where there is no time", () => {
    const first = { ...bare, client_id: 'c-1' };
    expect(idOf(first, NOON + 1e6)).to.equal(idOf(first));
    expect(idOf({ ...bare, client_id: 'c-2' })).not.to.equal(idOf(first));
  });
});
