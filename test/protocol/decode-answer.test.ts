import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decodeAcknowledgement, decodeMessageAnswer, decodeMessagesPage } from '../../src/protocol/decode-answer.ts';
import { encoders } from '../../src/protocol/encode.ts';
import { CAPABILITIES } from '../../src/protocol/extensions.ts';
import type { Message } from '../../src/protocol/model.ts';
import { ada, grace, NOON } from '../support/fixtures.ts';
import { hostile, lookalike } from '../support/hostile-payloads.ts';
import { isId, isMessage, unique } from '../support/well-typed.ts';

const context = { now: NOON, roomId: 'room-1' };
const RUNS = { numRuns: 500 };

const wire = (id: string, changes: Record<string, unknown> = {}) => ({
  message_id: id,
  ...encoders.new_message({ roomId: 'room-1', body: `Text of ${id}`, user: grace }),
  created_at: new Date(NOON).toISOString(),
  ...changes,
});
const read = (id: string, changes: Partial<Message> = {}): Message => ({
  id,
  roomId: 'room-1',
  body: `Text of ${id}`,
  type: 'USER_TEXT_MESSAGE',
  sender: grace,
  createdAt: NOON,
  ...changes,
});

/** Runs a decoder over all that is known to be hard to read, and over much that is not. */
function forAnything(check: (answer: unknown) => void): void {
  for (const [, payload] of hostile) {
    for (const each of [payload, [payload], { messages: [payload] }, { error: payload }, { message: payload }])
      check(each);
  }
  fc.assert(fc.property(lookalike, check), RUNS);
}

describe('decodeAcknowledgement', () => {
  it('takes the capabilities that it knows, once each', () => {
    const answer = { capabilities: ['typing_v2', 'ack', 'history', 'ack', null, 5] };
    expect(decodeAcknowledgement(answer)).to.deep.equal({ capabilities: ['ack', 'history'] });
    expect(decodeAcknowledgement({ capabilities: CAPABILITIES })).to.deep.equal({ capabilities: CAPABILITIES });
    expect(decodeAcknowledgement('{"capabilities":["ack"]}')).to.deep.equal({ capabilities: ['ack'] });
  });

  for (const answer of [undefined, null, true, 'ok', 'ack', [], ['ack'], {}, { capabilities: 'ack' }]) {
    it(`takes none from ${JSON.stringify(answer)}`, () =>
      expect(decodeAcknowledgement(answer)).to.deep.equal({ capabilities: [] }));
  }

  it('never throws, and announces nothing that is not known', () => {
    forAnything((answer) => {
      for (const name of decodeAcknowledgement(answer).capabilities) expect(CAPABILITIES).to.include(name);
    });
  });
});

describe('decodeMessagesPage', () => {
  const pages: [what: string, answer: unknown, messages: readonly Message[], hasMore: boolean][] = [
    ['the documented answer', { messages: [wire('1'), wire('2')], has_more: true }, [read('1'), read('2')], true],
    ['the end of a history', { messages: [wire('1')], has_more: false }, [read('1')], false],
    ['an empty page', { messages: [], has_more: false }, [], false],
    ['camel case', { messages: [wire('1')], hasMore: true }, [read('1')], true],
    ['a text in place of a flag', { messages: [wire('1')], has_more: 'true' }, [read('1')], true],
    ['a page in a wrapper', { data: { messages: [wire('1')], has_more: true } }, [read('1')], true],
    ['a bare list', [wire('1')], [read('1')], false],
    [
      'messages by id',
      { messages: { 7: wire('', { message_id: undefined }) } },
      [read('7', { body: 'Text of ' })],
      false,
    ],
    ['JSON as a text', JSON.stringify({ messages: [wire('1')], has_more: 1 }), [read('1')], true],
    ['messages that do not name the room', { messages: [wire('1', { room: undefined })] }, [read('1')], false],
    ['the same message twice', { messages: [wire('1'), wire('1')] }, [read('1')], false],
    ['a client id', { messages: [wire('1', { client_id: 'c' })] }, [read('1', { clientId: 'c' })], false],
    ['no error', { messages: [wire('1')], error: null }, [read('1')], false],
  ];
  for (const [what, answer, messages, hasMore] of pages) {
    it(`reads ${what}`, () => {
      expect(decodeMessagesPage(answer, context)).to.deep.equal({ value: { messages, hasMore }, problems: [] });
    });
  }

  it('leaves out a message of another room, which would be shown in this one', () => {
    const answer = { messages: [wire('1'), wire('2', { room: 'room-2' })], has_more: true };
    expect(decodeMessagesPage(answer, context)).to.deep.equal({
      value: { messages: [read('1')], hasMore: true },
      problems: ['message 1: of another room'],
    });
  });

  const refusals: [what: string, answer: unknown, problem: RegExp][] = [
    ['a refusal', { error: { code: 'forbidden', message: 'Not your room.' } }, /^Not your room\.$/],
    ['a refusal in one word', { error: 'no' }, /^no$/],
    ['no answer at all', undefined, /^not a list$/],
    ['a word', 'ok', /^not a list$/],
    ['messages of other rooms only', { messages: [wire('1', { room: 'x' })] }, /^message 0: of another room$/],
    ['messages that are none', { messages: [7, null] }, /^message 0: not an object$/],
  ];
  for (const [what, answer, problem] of refusals) {
    it(`does not take ${what} for an empty page`, () => {
      const { value, problems } = decodeMessagesPage(answer, context);
      expect(value).to.equal(undefined);
      expect(problems[0]).to.match(problem);
    });
  }

  it('makes something well-typed of any answer, or tells why not', () => {
    forAnything((answer) => {
      const { value, problems } = decodeMessagesPage(answer, context);
      expect(problems.every((each) => isId(each) && each.length <= 300)).to.equal(true);
      if (value === undefined) expect(problems).to.not.be.empty;
      else {
        expect(value.messages.every((each) => isMessage(each) && each.roomId === 'room-1')).to.equal(true);
        expect(unique(value.messages.map(({ id }) => id))).to.equal(true);
        expect(value.hasMore).to.be.a('boolean');
      }
    });
  });

  it('reads all good messages of a page, whatever stands between them', () => {
    const junk = fc.constantFrom<unknown>(null, true, '', {}, [], wire('x', { room: 'room-2' }));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(undefined), junk), { minLength: 1, maxLength: 30 }), (slots) => {
        const messages = slots.map((each, index) => (each === undefined ? wire(`${index}`) : each));
        const good = slots.flatMap((each, index) => (each === undefined ? `${index}` : []));
        const { value, problems } = decodeMessagesPage({ messages, has_more: true }, context);
        expect(value?.messages.map(({ id }) => id) ?? []).to.have.members(good);
        expect(problems).to.have.length(Math.min(slots.length - good.length, 21));
      }),
    );
  });
});

describe('decodeMessageAnswer', () => {
  const answers: [what: string, answer: unknown, expected: ReturnType<typeof decodeMessageAnswer>][] = [
    ['what was saved', { message: wire('1') }, { message: read('1') }],
    [
      'what was saved, with its client id',
      { message: wire('1', { client_id: 'c' }) },
      { message: read('1', { clientId: 'c' }) },
    ],
    ['JSON as a text', JSON.stringify({ message: wire('1') }), { message: read('1') }],
    [
      'the room that was asked about, whatever the answer calls it',
      { message: wire('1', { room: 'db-7' }) },
      { message: read('1') },
    ],
    [
      'a refusal',
      { error: { code: 'too_long', message: 'Too long.' } },
      { error: { code: 'too_long', message: 'Too long.' } },
    ],
    ['a refusal in one word', { error: 'no' }, { error: { message: 'no' } }],
    ['a refusal beside a message', { error: 'no', message: wire('1') }, { error: { message: 'no' } }],
  ];
  for (const [what, answer, expected] of answers) {
    it(`reads ${what}`, () => expect(decodeMessageAnswer(answer, context)).to.deep.equal(expected));
  }

  for (const answer of [
    undefined,
    null,
    true,
    'ok',
    7,
    [],
    {},
    { ok: true },
    { message: 'saved' },
    { message: { message_id: '1' } },
    [{ message: wire('1') }],
  ]) {
    it(`makes neither a proof nor a refusal of ${JSON.stringify(answer)}`, () =>
      expect(decodeMessageAnswer(answer, context)).to.equal(undefined));
  }

  it('never throws, and what it proves is a message of that room', () => {
    forAnything((answer) => {
      const result = decodeMessageAnswer(answer, context);
      if (!result) return;
      if ('error' in result) expect(isId(result.error.message)).to.equal(true);
      else expect(isMessage(result.message) && result.message.roomId === 'room-1').to.equal(true);
    });
  });

  it('brings back what was sent, byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (body, clientId) => {
        const sent = encoders.new_message({ roomId: 'room-1', body, user: ada, clientId });
        const result = decodeMessageAnswer({ message: { ...sent, message_id: 'm' } }, context);
        expect(result).to.deep.equal({ message: { ...read('m', { sender: ada, body }), clientId } });
      }),
    );
  });
});
