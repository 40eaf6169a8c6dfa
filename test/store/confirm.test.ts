import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import { confirm } from '../../src/store/confirm.ts';
import { compareMessages } from '../../src/store/order.ts';
import { depart, fail, NO_MESSAGES, queue, unconfirmedOf } from '../../src/store/room-messages.ts';
import type { RoomMessages } from '../../src/store/state.ts';
import { ada, grace, message, NOON } from '../support/fixtures.ts';

const HOUR = 3_600_000;
const write = (room: RoomMessages, key: string, body = 'Hi', createdAt = NOON): RoomMessages =>
  queue(room, message({ id: key, clientId: key, body, sender: ada, createdAt }), key);
/** Written and put on the wire. */
const send = (room: RoomMessages, key: string, body = 'Hi', createdAt = NOON): RoomMessages =>
  depart(write(room, key, body, createdAt), key, false, false);
const take = (room: RoomMessages, ...batch: Message[]): RoomMessages =>
  confirm(room, batch, ada.id, 'broadcast').messages;
const takeHistory = (room: RoomMessages, ...batch: Message[]): RoomMessages =>
  confirm(room, batch, ada.id, 'history').messages;
const shown = (room: RoomMessages) => room.order.map((key) => room.entries.get(key));
const brief = (room: RoomMessages) => shown(room).map((entry) => `${entry?.body ?? '?'} ${entry?.status ?? '?'}`);
const mine = (id: string, changes: Partial<Message> = {}): Message =>
  message({ id, body: 'Hi', sender: ada, createdAt: NOON, ...changes });

/** Confirmed messages of a few close moments, so that ids must decide as well. */
const facts = fc
  .uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-f]{1,4}$/), createdAt: fc.integer({ min: NOON, max: NOON + 5 }) }),
    { selector: ({ id }) => id, maxLength: 40 },
  )
  .map((all) => all.map((each) => message(each)));

/** Deals items in any order and in batches of any size up to four, some of them again. */
const dealt = fc.tuple(facts, fc.infiniteStream(fc.nat(1000))).map(([all, random]) => {
  const draw = (limit: number): number => (random.next().value ?? 0) % limit;
  const pool = [...all, ...all.slice(0, 10)];
  const batches: Message[][] = [];
  while (pool.length > 0) {
    const size = Math.min(pool.length, 1 + draw(4));
    batches.push(Array.from({ length: size }, () => pool.splice(draw(pool.length), 1)[0]!));
  }
  return { all, batches };
});

describe('confirm', () => {
  it('gives the same room whatever the order of arrival, the batches and the repeats', () => {
    fc.assert(
      fc.property(dealt, ({ all, batches }) => {
        const room = batches.reduce((before, batch) => take(before, ...batch), NO_MESSAGES);
        expect(room.order).to.deep.equal([...all].sort(compareMessages).map(({ id }) => id));
        expect(shown(room).map((entry) => entry?.body)).to.not.include(undefined);
        expect(room.entries.size).to.equal(all.length);
      }),
    );
  });

  it('keeps own unconfirmed messages behind all that arrives, in the order of sending', () => {
    fc.assert(
      fc.property(dealt, fc.nat(5), ({ all, batches }, count) => {
        let room = NO_MESSAGES;
        batches.forEach((batch, index) => {
          if (index < count) room = send(room, `own-${index}`);
          room = take(room, ...batch);
        });
        const sent = batches.slice(0, count).map((_, index) => `own-${index}`);
        expect(room.order).to.deep.equal([...[...all].sort(compareMessages).map(({ id }) => id), ...sent]);
      }),
    );
  });

  it('keeps n sent messages as n rows, however many echoes come, how often, and in whatever order', () => {
    const bodies = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 8 });
    const failures = fc.array(fc.nat(7), { maxLength: 4 });
    fc.assert(
      fc.property(bodies, failures, fc.array(fc.nat(7), { maxLength: 24 }), (texts, failed, arrivals) => {
        let room = NO_MESSAGES;
        texts.forEach((body, index) => (room = send(room, `key-${index}`, body)));
        for (const index of failed) room = fail(room, `key-${index}`, { message: 'No.' });
        const echoes = texts.map((body, index) => mine(`id-${index}`, { body, createdAt: NOON + index }));
        for (const index of arrivals) room = take(room, echoes[index % echoes.length]!);
        const distinct = new Set(arrivals.map((index) => index % echoes.length));
        expect([...room.order].sort()).to.deep.equal(texts.map((_, index) => `key-${index}`));
        expect(room.entries.size).to.equal(texts.length);
        const sent = shown(room).flatMap((entry) => (entry?.status === 'sent' ? entry.id : []));
        expect(new Set(sent)).to.deep.equal(new Set([...distinct].map((index) => `id-${index}`)));
        expect(unconfirmedOf(room)).to.have.length(texts.length - distinct.size);
        expect(
          shown(room)
            .slice(0, distinct.size)
            .every((entry) => entry?.status === 'sent'),
        ).to.equal(true);
      }),
    );
  });

  it('shows a repeat nowhere and stays what it is', () => {
    const [first, second] = [message(), message()];
    const room = take(NO_MESSAGES, first, second, first);
    expect(room.order).to.deep.equal([first.id, second.id]);
    expect(take(room, second, first)).to.equal(room);
  });

  it('takes over the new text of a known message at its old place', () => {
    const [first, second] = [message(), message()];
    const room = take(NO_MESSAGES, first, second);
    const edited = take(room, { ...first, body: 'Edited', createdAt: first.createdAt + HOUR });
    expect(edited.order).to.equal(room.order);
    expect(shown(edited).map((entry) => entry?.body)).to.deep.equal(['Edited', second.body]);
    expect(edited.entries.get(second.id)).to.equal(room.entries.get(second.id));
  });

  it('tells what was added: no repeats, no echoes', () => {
    const fresh = message();
    const { added } = confirm(send(NO_MESSAGES, 'key'), [fresh, fresh, mine('m')], ada.id, 'broadcast');
    expect(added.map(({ id }) => id)).to.deep.equal([fresh.id]);
  });

  it('survives ids that are names of object members', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const room = take(NO_MESSAGES, ...ids.map((id) => message({ id })));
    expect(room.order).to.deep.equal(ids);
  });
});

describe('an echo', () => {
  it('keeps the key of the message and brings the server’s id, time and text', () => {
    const room = take(send(NO_MESSAGES, 'key', ' <Hi> '), mine('server', { body: '&lt;Hi&gt;', createdAt: NOON + 7 }));
    expect(room.order).to.deep.equal(['key']);
    expect(room.keyOf.get('server')).to.equal('key');
    expect(shown(room)[0]).to.include({
      id: 'server',
      key: 'key',
      status: 'sent',
      body: '&lt;Hi&gt;',
      createdAt: NOON + 7,
    });
  });

  it('answers nothing that has never been on the wire, whatever its words; its key does', () => {
    const room = write(NO_MESSAGES, 'key');
    expect(brief(take(room, mine('m')))).to.deep.equal(['Hi sent', 'Hi pending']);
    expect(brief(takeHistory(room, mine('m')))).to.deep.equal(['Hi sent', 'Hi pending']);
    expect(brief(take(room, mine('m', { clientId: 'key' })))).to.deep.equal(['Hi sent']);
  });

  it('makes an end of the departure', () => {
    const room = send(NO_MESSAGES, 'key');
    expect(room.entries.get('key')).to.have.property('departure');
    expect(take(room, mine('m')).entries.get('key')).to.not.have.property('departure');
  });

  it('that comes twice is one, alone and in one batch', () => {
    const pending = send(send(NO_MESSAGES, 'one'), 'two');
    const room = take(pending, mine('m'));
    expect(take(room, mine('m'))).to.equal(room);
    expect(brief(take(pending, mine('m'), mine('m')))).to.deep.equal(['Hi sent', 'Hi pending']);
  });

  it('moves the message to its place in the one order', () => {
    const room = take(send(NO_MESSAGES, 'key'), message({ body: 'later', createdAt: NOON + 9 }));
    expect(brief(room)).to.deep.equal(['later sent', 'Hi pending']);
    expect(brief(take(room, mine('m')))).to.deep.equal(['Hi sent', 'later sent']);
  });

  it('is not what somebody else says in the same words', () => {
    const room = take(send(NO_MESSAGES, 'key'), message({ body: 'Hi', sender: grace, createdAt: NOON }));
    expect(brief(room)).to.deep.equal(['Hi sent', 'Hi pending']);
  });

  it('that was saved twice, because it was sent again, is still one message', () => {
    const first = take(send(NO_MESSAGES, 'key'), mine('a', { clientId: 'key' }));
    const both = take(first, mine('b', { clientId: 'key', createdAt: NOON + 5 }));
    expect(both.order).to.deep.equal(['key']);
    expect(both.entries.get('key')).to.equal(first.entries.get('key'));
    expect(take(both, mine('b', { clientId: 'key', createdAt: NOON + 5, body: 'Edited' }))).to.equal(both);
    expect(take(first, message({ id: 'c', clientId: 'key', sender: grace })).order).to.have.length(2);
  });

  it('that was taken for another message before it was told whose it is, is still one message', () => {
    const masked = mine('m', { body: '***' });
    const apart = takeHistory(send(NO_MESSAGES, 'key'), masked);
    expect(brief(apart)).to.deep.equal(['*** sent', 'Hi pending']);
    const one = take(apart, { ...masked, clientId: 'key' });
    expect(brief(one)).to.deep.equal(['*** sent']);
    expect(one.entries.size).to.equal(1);
    expect(brief(take(apart, { ...masked, clientId: 'key', sender: grace }))).to.have.length(2);
    const others = take(apart, message({ body: 'Hello', createdAt: NOON + 1 }), { ...masked, clientId: 'key' });
    expect(brief(others)).to.deep.equal(['*** sent', 'Hello sent']);
  });

  it('of a server that gives our own key as id heals the message without an alias', () => {
    const room = take(send(NO_MESSAGES, 'key'), mine('key', { sender: { id: '', name: '', email: '' } }));
    expect(brief(room)).to.deep.equal(['Hi sent']);
    expect(room.keyOf.size).to.equal(0);
  });
});

describe('the same words in old history', () => {
  const yesterday = mine('old', { createdAt: NOON - 24 * HOUR });

  it('do not confirm what was sent later, in the first list', () => {
    const room = takeHistory(send(NO_MESSAGES, 'key'), yesterday);
    expect(brief(room)).to.deep.equal(['Hi sent', 'Hi pending']);
    expect(brief(takeHistory(room, mine('new', { createdAt: NOON + 1 })))).to.deep.equal(['Hi sent', 'Hi sent']);
  });

  it('do not confirm it in a page that is loaded later', () => {
    const room = send(take(NO_MESSAGES, message({ body: 'newest', createdAt: NOON })), 'key');
    expect(brief(take(room, yesterday))).to.deep.equal(['Hi sent', 'newest sent', 'Hi pending']);
  });

  it('confirm it where they are not old, however wrong the clock of the person is', () => {
    const wrongClock = NOON + 48 * HOUR;
    const known = take(NO_MESSAGES, message({ createdAt: NOON - 1 }));
    expect(brief(take(send(NO_MESSAGES, 'key', 'Hi', wrongClock), mine('m')))).to.deep.equal(['Hi sent']);
    expect(brief(takeHistory(send(known, 'key', 'Hi', wrongClock), mine('m'))).at(-1)).to.equal('Hi sent');
  });

  it('confirm it where a broadcast has overtaken them', () => {
    const later = message({ createdAt: NOON + 1000 });
    const room = take(send(NO_MESSAGES, 'key', 'Hi', NOON + 48 * HOUR), later);
    expect(brief(take(room, mine('m')))[0]).to.equal('Hi sent');
  });
});
