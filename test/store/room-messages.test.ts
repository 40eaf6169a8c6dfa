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
  retry,
  unconfirmedOf,
} from '../../src/store/room-messages.ts';
import type { RoomMessages } from '../../src/store/state.ts';
import { ada, message } from '../support/fixtures.ts';

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
