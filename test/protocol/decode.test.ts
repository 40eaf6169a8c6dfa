import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decoders, decodeWith } from '../../src/protocol/decode.ts';
import type { Decoded } from '../../src/protocol/decoded.ts';
import { encoders } from '../../src/protocol/encode.ts';
import { SERVER_EVENT_NAMES } from '../../src/protocol/events.ts';
import type { Message } from '../../src/protocol/model.ts';
import { ada, grace, message, NOON } from '../support/fixtures.ts';
import { boobyTrap, hostile, lookalike } from '../support/hostile-payloads.ts';
import { isId, isMessage, isOptional, isRoom, isUser, isUsers, unique } from '../support/well-typed.ts';

const context = { now: NOON };
const RUNS = { numRuns: 500 };

/** What must hold for whatever a decoder of that event returns. */
const wellTyped: { [E in keyof typeof decoders]: (decoded: ReturnType<(typeof decoders)[E]>) => boolean } = {
  set_chats: ({ value }) => !value || (value.every(isRoom) && unique(value.map(({ room }) => room.id))),
  add_room: ({ value }) => !value || isRoom(value),
  message_broadcast: ({ value }) => !value || isMessage(value),
  error: ({ value }) => !!value && isId(value.message) && value.message.length <= 300 && isOptional(value.code, isId),
  show_start_typing: ({ value }) => !value || (isUser(value.user) && isOptional(value.roomId, isId)),
  show_end_typing: ({ value }) => !value || (isUser(value.user) && isOptional(value.roomId, isId)),
  online_status_show: ({ value }) => !value || isUsers(value),
};

function hasHonestProblems({ value, problems }: Decoded<unknown>): boolean {
  const told = value !== undefined || problems.length > 0;
  return told && problems.length <= 21 && problems.every((each) => isId(each) && each.length < 80);
}

for (const event of SERVER_EVENT_NAMES) {
  describe(`decoders.${event}`, () => {
    it('makes something well-typed of any payload, or tells why not', () => {
      const check = wellTyped[event] as (decoded: Decoded<unknown>) => boolean;
      fc.assert(
        fc.property(lookalike, (payload) => {
          const decoded = decoders[event](payload, context);
          return check(decoded) && hasHonestProblems(decoded);
        }),
        RUNS,
      );
    });

    it('makes the same of the same payload', () => {
      fc.assert(
        fc.property(lookalike, (payload) => {
          expect(decoders[event](payload, context)).to.deep.equal(decoders[event](payload, context));
        }),
        RUNS,
      );
    });

    for (const [name, payload] of hostile) {
      it(`survives ${name}, also inside a list`, () => {
        for (const each of [payload, [payload], { data: payload }, { room: 'r', messages: [payload] }]) {
          expect(hasHonestProblems(decoders[event](each, context)), name).to.equal(true);
        }
      });
    }
  });
}

describe('canonical payloads', () => {
  const text = fc.string({ unit: 'grapheme' });
  const name = text.map((each) => each.trim());
  const id = fc.string({ minLength: 1, unit: 'grapheme' });
  const user = fc.record({ id, name, email: name });
  const moment = fc.integer({ min: 1e11, max: 4e12 });
  const messages = fc.uniqueArray(
    fc.record({ id, roomId: fc.constant('r1'), type: id, body: text, sender: user, createdAt: moment }),
    { selector: (each) => each.id },
  );

  const wireMessage = ({ id: message_id, roomId, body, type, sender, createdAt }: Message): unknown => ({
    message_id,
    ...encoders.new_message({ roomId, body, type, user: sender }),
    created_at: new Date(createdAt).toISOString(),
  });

  it('of a message come back as they were', () => {
    fc.assert(
      fc.property(messages, (given) => {
        for (const each of given) {
          const decoded = decoders.message_broadcast(wireMessage(each), context);
          expect(decoded).to.deep.equal({ value: each, problems: [] });
        }
      }),
      RUNS,
    );
  });

  it('of a room come back as they were', () => {
    const participants = fc.uniqueArray(user, { selector: (each) => each.id });
    fc.assert(
      fc.property(id, name, fc.boolean(), participants, messages, fc.nat(), moment, (...given) => {
        const [roomId, roomName, isGroup, people, history, unreadCount, updatedAt] = given;
        const inRoom = history.map((each) => ({ ...each, roomId }));
        const created = encoders.new_room_create({ name: roomName, participants: people, user: ada, isGroup });
        const payload = {
          room_id: roomId,
          name: created.name,
          is_group: created.is_group,
          participants: created.participants,
          messages: inRoom.map(wireMessage),
          last_message: inRoom.length > 0 ? wireMessage(inRoom.at(-1) ?? message()) : null,
          unread_count: unreadCount,
          created_at: '2021-07-28T08:46:52.123Z',
          updated_at: new Date(updatedAt).toISOString(),
        };
        const room = { id: roomId, name: roomName, isGroup, participants: people, unreadCount, updatedAt };
        const decoded = decoders.set_chats([payload], context);
        expect(decoded).to.deep.equal({ value: [{ room, messages: inRoom }], problems: [] });
      }),
      RUNS,
    );
  });
});

describe('one bad element of a list', () => {
  const bad = fc.constantFrom<unknown>(null, true, '', {}, [], { user: {} }, { name: 'x' });
  const lists = [
    { event: 'set_chats', good: (index: number): unknown => ({ room_id: `r${index}`, name: 'Engine' }) },
    { event: 'online_status_show', good: (index: number): unknown => ({ user_id: `u${index}`, name: 'Ada' }) },
  ] as const;

  for (const { event, good } of lists) {
    it(`of ${event} costs that one and one problem`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), bad, (length, at, element) => {
          const payload = Array.from({ length }, (_, index) => good(index));
          const index = at % (length + 1);
          payload.splice(index, 0, element);
          const decoded = decoders[event](payload, context);
          expect(decoded.value).to.have.length(length);
          expect(decoded.problems).to.have.length(1);
          expect(decoded.problems[0]).to.match(new RegExp(`^(room|user) ${index}: `));
        }),
        RUNS,
      );
    });
  }
});

describe('decodeWith', () => {
  it('decodes by default', () => {
    expect(decodeWith('show_start_typing', 'u1', context).value?.user.id).to.equal('u1');
  });

  it("reads what the page's function makes of the payload", () => {
    const options = { decode: { online_status_show: (payload: unknown) => String(payload).split(',') } };
    const { value } = decodeWith('online_status_show', `${ada.id},${grace.id}`, context, options);
    expect(value?.map(({ id }) => id)).to.deep.equal([ada.id, grace.id]);
  });

  it("loses the payload and tells it when the page's function throws", () => {
    expect(decodeWith('error', 'no', context, { decode: { error: boobyTrap } })).to.deep.equal({
      value: undefined,
      problems: ['protocol.decode.error threw an error'],
    });
  });

  it("uses the page's function for its own event only", () => {
    expect(decodeWith('error', 'no', context, { decode: { set_chats: boobyTrap } }).value).to.deep.equal({
      message: 'no',
    });
  });
});
