import { expect } from '@open-wc/testing';
import type { Message } from '../../src/protocol/model.ts';
import { confirm } from '../../src/store/confirm.ts';
import {
  depart,
  discard,
  fail,
  newestOf,
  NO_MESSAGES,
  onlyUnconfirmed,
  queue,
  restore,
  retry,
  unconfirmedOf,
} from '../../src/store/room-messages.ts';
import type { RoomMessages } from '../../src/store/state.ts';
import { ada, grace, message } from '../support/fixtures.ts';

const FAILURE = { message: 'No.' };
const write = (room: RoomMessages, key: string, body = 'Hi'): RoomMessages =>
  queue(room, message({ id: key, clientId: key, body, sender: ada }), key);
/** Written and put on the wire. */
const send = (room: RoomMessages, key: string, body = 'Hi'): RoomMessages =>
  depart(write(room, key, body), key, false, false);
const take = (room: RoomMessages, ...batch: Message[]): RoomMessages =>
  confirm(room, batch, ada.id, 'broadcast').messages;
const shown = (room: RoomMessages) => room.order.map((key) => room.entries.get(key));
const brief = (room: RoomMessages) => shown(room).map((entry) => `${entry?.body ?? '?'} ${entry?.status ?? '?'}`);

describe('an own message', () => {
  it('is queued once, also when its echo came before', () => {
    const room = send(NO_MESSAGES, 'key');
    expect(brief(room)).to.deep.equal(['Hi pending']);
    expect(write(room, 'key')).to.equal(room);
    const confirmed = take(room, message({ body: 'Hi', sender: ada }));
    expect(brief(confirmed)).to.deep.equal(['Hi sent']);
    expect(write(confirmed, 'key')).to.equal(confirmed);
  });

  it('fails with its reason, is retried behind what was sent since, and is healed by a late echo', () => {
    let room = send(send(NO_MESSAGES, '1', 'one'), '2', 'two');
    room = fail(room, '1', FAILURE);
    expect(brief(room)).to.deep.equal(['one failed', 'two pending']);
    expect(shown(room)[0]?.failure).to.deep.equal(FAILURE);
    const retried = retry(room, '1');
    expect(brief(retried)).to.deep.equal(['two pending', 'one pending']);
    expect(shown(retried)[1]).to.not.have.property('failure');
    const healed = take(room, message({ body: 'one', sender: ada }));
    expect(brief(healed)).to.deep.equal(['one sent', 'two pending']);
    expect(shown(healed)[0]).to.not.have.property('failure');
  });

  it('is discarded for good, pending or failed', () => {
    const room = send(send(NO_MESSAGES, '1', 'one'), '2', 'two');
    expect(brief(discard(room, '1'))).to.deep.equal(['two pending']);
    const rest = discard(fail(discard(room, '1'), '2', FAILURE), '2');
    expect(rest.order).to.deep.equal([]);
    expect(rest.entries.size).to.equal(0);
  });

  it('that is pending cannot be retried, and one that failed cannot fail again', () => {
    const pending = send(NO_MESSAGES, 'key');
    expect(retry(pending, 'key')).to.equal(pending);
    const failed = fail(pending, 'key', FAILURE);
    expect(fail(failed, 'key', { message: 'Again.' })).to.equal(failed);
  });

  it('that is sent can be neither failed, retried nor discarded', () => {
    const room = take(NO_MESSAGES, message({ id: 'm' }));
    for (const key of ['m', 'nobody']) {
      expect(fail(room, key, FAILURE)).to.equal(room);
      expect(retry(room, key)).to.equal(room);
      expect(discard(room, key)).to.equal(room);
    }
  });
});

describe('a departure', () => {
  const before = take(NO_MESSAGES, message({ id: 'm', createdAt: 7 }));
  const departureOf = (room: RoomMessages) => room.entries.get('key')?.departure;

  it('tells the newest message that was known, and nothing of a room of which nothing is', () => {
    expect(departureOf(depart(write(before, 'key'), 'key', true, true))).to.deep.equal({
      after: { id: 'm', createdAt: 7 },
      withClientId: true,
    });
    expect(departureOf(depart(write(NO_MESSAGES, 'key'), 'key', false, false))).to.deep.equal({ withClientId: false });
    const empty = departureOf(depart(write(NO_MESSAGES, 'key'), 'key', false, true));
    expect(empty?.after?.createdAt, 'all that the room will ever hold comes after it').to.equal(0);
  });

  it('is the first one, however often the message goes; the client id counts where it was told each time', () => {
    const first = depart(write(before, 'key'), 'key', true, true);
    const later = take(first, message({ id: 'n', createdAt: 9 }));
    expect(departureOf(depart(later, 'key', true, true))).to.deep.equal(departureOf(first));
    const bare = depart(later, 'key', false, true);
    expect(departureOf(bare)).to.deep.equal({ after: { id: 'm', createdAt: 7 }, withClientId: false });
    expect(departureOf(depart(bare, 'key', true, true))?.withClientId).to.equal(false);
    expect(departureOf(retry(fail(first, 'key', FAILURE), 'key'))).to.deep.equal(departureOf(first));
  });

  it('is only of what is pending', () => {
    const failed = fail(write(before, 'key'), 'key', FAILURE);
    expect(depart(failed, 'key', true, true)).to.equal(failed);
    expect(depart(before, 'm', true, true)).to.equal(before);
  });
});

describe('an own message that is restored', () => {
  const { clientId: _, ...text } = message({ body: 'Hi', sender: ada, createdAt: 50 });
  const found = { message: { ...text, id: 'key', clientId: 'key' } };
  const departed = { ...found, departure: { after: { id: 'm', createdAt: 7 }, withClientId: false } };
  const history = (...batch: Message[]) => confirm(NO_MESSAGES, batch, ada.id, 'history').messages;
  const saved = (id: string, changes: Partial<Message> = {}) =>
    message({ id, body: 'Hi', sender: ada, createdAt: 9, ...changes });

  it('stands at the end, pending or failed, as it was', () => {
    const room = history(message({ body: 'there', createdAt: 60 }));
    expect(brief(restore(room, found, ada.id))).to.deep.equal(['there sent', 'Hi pending']);
    const failed = restore(room, { ...departed, failure: FAILURE }, ada.id);
    expect(brief(failed)).to.deep.equal(['there sent', 'Hi failed']);
    expect(failed.entries.get('key')).to.deep.include({ failure: FAILURE, departure: departed.departure });
  });

  it('is restored once', () => {
    const room = restore(NO_MESSAGES, found, ada.id);
    expect(restore(room, found, ada.id)).to.equal(room);
    const sent = take(send(NO_MESSAGES, 'key'), message({ body: 'Hi', sender: ada }));
    expect(restore(sent, departed, ada.id)).to.equal(sent);
  });

  const cases: [what: string, told: Message, unsent: typeof found, isThere: boolean][] = [
    ['is not when the history has it', saved('a'), departed, true],
    ['is not when the history has its client id', saved('a', { clientId: 'key', body: '***' }), departed, true],
    ['is not when its client id is the id that the server gave', saved('key'), departed, true],
    ['is when the same words are older than its departure', saved('a', { createdAt: 6 }), departed, false],
    ['is when the same words were the newest at its departure', saved('m', { createdAt: 7 }), departed, false],
    ['is when the same words are of somebody else', saved('a', { sender: grace }), departed, false],
    ['is when it never departed, whatever the history has', saved('a', { createdAt: 99 }), found, false],
  ];
  for (const [what, told, unsent, isThere] of cases) {
    it(what, () => {
      const room = history(told);
      expect(restore(room, unsent, ada.id).order).to.have.length(isThere ? 1 : 2);
    });
  }

  it('is not taken for what was sent from here in the same words', () => {
    const room = take(send(NO_MESSAGES, 'other'), saved('a'));
    expect(brief(restore(room, departed, ada.id))).to.deep.equal(['Hi sent', 'Hi pending']);
  });
});

describe('the end of a room', () => {
  const [first, second] = [message({ body: 'first' }), message({ body: 'second' })];
  const room = fail(send(send(take(NO_MESSAGES, second, first), '1', 'one'), '2', 'two'), '1', FAILURE);

  it('holds what is not confirmed, in the order of sending', () => {
    expect(unconfirmedOf(room).map(({ body }) => body)).to.deep.equal(['one', 'two']);
    expect(unconfirmedOf(NO_MESSAGES)).to.deep.equal([]);
  });

  it('comes behind the newest confirmed message', () => {
    expect(newestOf(room)?.body).to.equal('second');
    expect(newestOf(send(NO_MESSAGES, 'key'))).to.equal(undefined);
  });

  it('is what stays of a room that is gone', () => {
    const rest = onlyUnconfirmed(room);
    expect(brief(rest)).to.deep.equal(['one failed', 'two pending']);
    expect(rest.entries.size).to.equal(2);
    expect(onlyUnconfirmed(take(NO_MESSAGES, first))).to.equal(NO_MESSAGES);
  });
});
