import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Message } from '../../src/protocol/model.ts';
import {
  confirm,
  discard,
  fail,
  newestOf,
  NO_MESSAGES,
  queue,
  retry,
  unconfirmedOf,
} from '../../src/store/room-messages.ts';
import type { RoomMessages } from '../../src/store/state.ts';
import { ada, grace, message, NOON } from '../support/fixtures.ts';

const FAILURE = { message: 'No.' };
const own = (key: string, body = 'Hi') => message({ id: key, clientId: key, body, sender: ada });
const send = (room: RoomMessages, key: string, body?: string): RoomMessages => queue(room, own(key, body), key);
const take = (room: RoomMessages, ...batch: Message[]): RoomMessages =>
  confirm(room, batch, ada.id, 'broadcast').messages;
const shown = (room: RoomMessages) => room.order.map((key) => room.entries.get(key));
const brief = (room: RoomMessages) => shown(room).map((entry) => `${entry?.body ?? '?'} ${entry?.status ?? '?'}`);

describe('confirm', () => {
  it('gives the same order whatever the order of arrival, the batches and the repeats', () => {
    const messages = fc.uniqueArray(
      fc.record({ id: fc.stringMatching(/^[a-f]{1,4}$/), createdAt: fc.integer({ min: NOON, max: NOON + 5 }) }),
      { selector: ({ id }) => id, maxLength: 30 },
    );
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.nat(1000)), (facts, random) => {
        const all = facts.map((each) => message(each));
        const expected = take(NO_MESSAGES, ...all).order;
        const pool = [...all, ...all.slice(0, 5)];
        let room = NO_MESSAGES;
        while (pool.length > 0) {
          const batch: Message[] = [];
          for (let size = (random.next().value ?? 0) % 4; size >= 0 && pool.length > 0; size -= 1) {
            batch.push(...pool.splice((random.next().value ?? 0) % pool.length, 1));
          }
          room = take(room, ...batch);
        }
        expect(room.order).to.deep.equal(expected);
        const sorted = [...all].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
        expect(expected).to.deep.equal(sorted.map(({ id }) => id));
      }),
    );
  });

  it('keeps n sent messages as n rows, however many echoes come, and in whatever order', () => {
    const bodies = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(7), { maxLength: 24 }), (texts, arrivals) => {
        let room = NO_MESSAGES;
        texts.forEach((body, index) => (room = send(room, `key-${index}`, body)));
        const echoes = texts.map((body, index) =>
          message({ id: `id-${index}`, body, sender: ada, createdAt: NOON + index }),
        );
        for (const index of arrivals) {
          const echo = echoes[index % echoes.length];
          if (echo) room = take(room, echo);
        }
        const distinct = new Set(arrivals.map((index) => index % echoes.length)).size;
        expect(room.order).to.have.length(texts.length);
        expect(new Set(room.order).size).to.equal(texts.length);
        expect(shown(room).filter((entry) => entry?.status === 'sent')).to.have.length(distinct);
        expect(unconfirmedOf(room)).to.have.length(texts.length - distinct);
      }),
    );
  });

  it('shows a repeat nowhere and stays what it is', () => {
    const [first, second] = [message(), message()];
    const room = take(NO_MESSAGES, first, second);
    expect(take(room, second, first)).to.equal(room);
  });

  it('takes over the new text of a known message at its old place', () => {
    const [first, second] = [message(), message()];
    const room = take(NO_MESSAGES, first, second);
    const edited = take(room, { ...first, body: 'Edited', createdAt: first.createdAt + 60_000 });
    expect(edited.order).to.deep.equal(room.order);
    expect(shown(edited)[0]?.body).to.equal('Edited');
  });

  it('keeps the key of an own message when its id arrives', () => {
    const room = take(send(NO_MESSAGES, 'key'), message({ id: 'server', body: 'Hi', sender: ada }));
    expect(room.order).to.deep.equal(['key']);
    expect(room.keyOf.get('server')).to.equal('key');
    expect(shown(room)[0]).to.include({ id: 'server', key: 'key', status: 'sent' });
    expect(take(room, message({ id: 'server', body: 'Hi', sender: ada }))).to.equal(room);
  });

  it('does not take the same words of somebody else for an echo', () => {
    const room = take(send(NO_MESSAGES, 'key'), message({ body: 'Hi', sender: grace }));
    expect(brief(room)).to.deep.equal(['Hi sent', 'Hi pending']);
  });

  it('keeps unconfirmed messages at the end, in the order of sending', () => {
    let room = send(send(NO_MESSAGES, '1', 'one'), '2', 'two');
    room = take(room, message({ body: 'later', createdAt: NOON + 10 ** 9 }));
    expect(brief(room)).to.deep.equal(['later sent', 'one pending', 'two pending']);
    expect(newestOf(room)?.body).to.equal('later');
  });

  it('tells what was added: no repeats, no echoes', () => {
    const fresh = message();
    const room = send(NO_MESSAGES, 'key');
    const { added } = confirm(room, [fresh, fresh, message({ body: 'Hi', sender: ada })], ada.id, 'broadcast');
    expect(added.map(({ id }) => id)).to.deep.equal([fresh.id]);
  });

  it('survives ids that are names of object members', () => {
    const room = take(NO_MESSAGES, message({ id: '__proto__' }), message({ id: 'constructor' }));
    expect(room.order).to.have.members(['__proto__', 'constructor']);
  });
});

describe('an own message', () => {
  it('is queued once', () => {
    const room = send(NO_MESSAGES, 'key');
    expect(send(room, 'key')).to.equal(room);
    const confirmed = take(room, message({ body: 'Hi', sender: ada }));
    expect(send(confirmed, 'key')).to.equal(confirmed);
  });

  it('fails with its reason, is retried behind what was sent since, and is healed by a late echo', () => {
    let room = send(send(NO_MESSAGES, '1', 'one'), '2', 'two');
    room = fail(room, '1', FAILURE);
    expect(shown(room)[0]?.failure).to.deep.equal(FAILURE);
    const retried = retry(room, '1');
    expect(brief(retried)).to.deep.equal(['two pending', 'one pending']);
    expect(shown(retried)[1]).to.not.have.property('failure');
    const healed = take(room, message({ body: 'one', sender: ada }));
    expect(brief(healed)).to.deep.equal(['one sent', 'two pending']);
    expect(shown(healed)[0]).to.not.have.property('failure');
  });

  it('is discarded for good', () => {
    const room = discard(fail(send(NO_MESSAGES, 'key'), 'key', FAILURE), 'key');
    expect(room.order).to.deep.equal([]);
    expect(room.entries.size).to.equal(0);
  });

  it('that is sent can be neither failed, retried nor discarded', () => {
    const room = take(NO_MESSAGES, message({ id: 'm' }));
    expect(fail(room, 'm', FAILURE)).to.equal(room);
    expect(retry(room, 'm')).to.equal(room);
    expect(discard(room, 'm')).to.equal(room);
    expect(discard(room, 'nobody')).to.equal(room);
  });
});
