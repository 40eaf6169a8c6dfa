import { expect } from '@open-wc/testing';
import { Outbox, type OutboxOptions } from '../../src/connection/outbox.ts';
import type { ChatError, Departure, UnsentMessage } from '../../src/protocol/model.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ada, message } from '../support/fixtures.ts';

const TOO_LARGE: ChatError = { code: 'too_large', message: 'Too large.' };

function own(clientId: string, roomId = 'a'): UnsentMessage {
  return { message: { ...message({ sender: ada, roomId }), id: clientId, clientId } };
}

/** An outbox whose device, wire and server are the test's. */
function setUp(changes: Partial<OutboxOptions> = {}) {
  const clock = new FakeClock();
  const sent: string[] = [];
  const failed: Record<string, string | undefined> = {};
  const calls: string[] = [];
  const server = { isUp: true, heardAt: clock.now() };
  const outbox = new Outbox({
    clock,
    keep: () => undefined,
    depart: (): Departure => ({ withClientId: false }),
    send: ({ clientId }) => {
      if (!server.isUp) return 'offline';
      sent.push(clientId);
      return 'sent';
    },
    ask: () => calls.push('ask'),
    heardAt: () => server.heardAt,
    doubt: () => calls.push('doubt'),
    failed: ({ clientId }, { code }) => {
      failed[clientId] = code;
    },
    ...changes,
  });
  const add = (...messages: UnsentMessage[]) => {
    for (const each of messages) outbox.add(each);
  };
  const reconnect = (reason?: ChatError) => {
    outbox.pause(reason);
    outbox.open();
  };
  return { clock, sent, failed, calls, server, outbox, add, reconnect };
}

describe('Outbox', () => {
  it('sends nothing before it is opened', () => {
    const { outbox, sent, add } = setUp();
    add(own('1'));
    expect(sent).to.deep.equal([]);
    outbox.open();
    expect(sent).to.deep.equal(['1']);
  });

  it('has one message of a room on its way, and goes on when it is proven to be saved', () => {
    const { outbox, sent, add } = setUp();
    outbox.open();
    add(own('1'), own('2'), own('3'));
    expect(sent).to.deep.equal(['1']);
    outbox.remove('1');
    outbox.remove('2');
    expect(sent).to.deep.equal(['1', '2', '3']);
  });

  it('does not let one room wait for another', () => {
    const { outbox, sent, add } = setUp();
    outbox.open();
    add(own('1', 'a'), own('2', 'b'));
    expect(sent).to.deep.equal(['1', '2']);
  });

  it('keeps what could not be put on the wire', () => {
    const { outbox, sent, server, clock, failed, add } = setUp();
    server.isUp = false;
    outbox.open();
    add(own('1'));
    clock.pass(60_000);
    server.isUp = true;
    outbox.open();
    expect(sent).to.deep.equal(['1']);
    expect(failed).to.deep.equal({});
  });

  it('fails what can never be put on the wire, and goes on with the next', () => {
    const sent: string[] = [];
    const { outbox, failed, add } = setUp({
      send: ({ clientId }) => {
        if (clientId === '1') return { code: 'unsendable', message: 'No.' };
        sent.push(clientId);
        return 'sent';
      },
    });
    outbox.open();
    add(own('1'), own('2'));
    expect(failed).to.deep.equal({ 1: 'unsendable' });
    expect(sent).to.deep.equal(['2']);
  });

  it('puts on the wire what it was given, with what is known of the departure', () => {
    const given: unknown[] = [];
    const departure: Departure = { after: { id: 'm', createdAt: 1 }, withClientId: true };
    const { outbox, add } = setUp({
      depart: () => departure,
      send: (...args) => {
        given.push(args);
        return 'sent';
      },
    });
    const unsent = own('1');
    outbox.open();
    add(unsent);
    expect(given).to.deep.equal([[unsent.message, departure]]);
  });

  it('names the only message on its way, and none of several', () => {
    const { outbox, add } = setUp();
    outbox.open();
    add(own('1', 'a'));
    expect(outbox.onlyInFlight?.clientId).to.equal('1');
    add(own('2', 'b'));
    expect(outbox.onlyInFlight).to.equal(undefined);
  });

  it('leaves no timer when it is empty, paused or cleared, and what waited still goes after a pause', () => {
    const { outbox, clock, sent, add } = setUp();
    outbox.open();
    add(own('1'), own('2', 'b'));
    outbox.remove('1');
    outbox.pause();
    expect(clock.waiting).to.equal(0);
    outbox.open();
    expect(sent).to.deep.equal(['1', '2', '2']);
    outbox.clear();
    expect(clock.waiting).to.equal(0);
    outbox.open();
    expect(sent).to.deep.equal(['1', '2', '2']);
  });
});

describe('Outbox, without an echo', () => {
  it('asks the server after ten seconds, and fails what is not in the answer', () => {
    const { outbox, clock, sent, failed, calls, add } = setUp();
    outbox.open();
    add(own('1'), own('2'));
    clock.pass(9999);
    expect(calls).to.deep.equal([]);
    clock.pass(1);
    expect(calls).to.deep.equal(['ask']);
    expect(failed).to.deep.equal({});
    outbox.answered();
    expect(failed).to.deep.equal({ 1: 'no_echo' });
    expect(sent).to.deep.equal(['1', '2']);
  });

  it('is content when the answer has the message in it', () => {
    const { outbox, clock, failed, add } = setUp();
    outbox.open();
    add(own('1'));
    clock.pass(10_000);
    outbox.remove('1');
    outbox.answered();
    clock.pass(60_000);
    expect(failed).to.deep.equal({});
    expect(clock.waiting).to.equal(0);
  });

  it('does not give up for an answer that was not asked for', () => {
    const { outbox, clock, failed, add } = setUp();
    outbox.open();
    add(own('1'));
    clock.pass(5000);
    outbox.answered();
    expect(failed).to.deep.equal({});
  });

  it('gives up after five seconds more where the server lives but does not answer', () => {
    const { outbox, clock, failed, server, calls, add } = setUp();
    outbox.open();
    add(own('1'));
    clock.pass(14_000);
    server.heardAt = clock.now();
    clock.pass(999);
    expect(failed).to.deep.equal({});
    clock.pass(1);
    expect(failed).to.deep.equal({ 1: 'no_echo' });
    expect(calls).to.deep.equal(['ask']);
  });

  it('doubts a silent connection once, and gives the message up when the next one is silent, too', () => {
    const { outbox, clock, failed, sent, calls, add, reconnect } = setUp();
    outbox.open();
    add(own('1'));
    clock.pass(15_000);
    expect(calls).to.deep.equal(['ask', 'doubt']);
    expect(failed).to.deep.equal({});
    reconnect();
    expect(sent).to.deep.equal(['1', '1']);
    clock.pass(15_000);
    expect(calls).to.deep.equal(['ask', 'doubt', 'ask']);
    expect(failed).to.deep.equal({ 1: 'no_echo' });
  });

  it('counts connected time only, and sends again what may not have arrived', () => {
    const { outbox, clock, sent, failed, calls, add } = setUp();
    outbox.open();
    add(own('1'));
    clock.pass(8000);
    outbox.pause();
    clock.pass(60_000);
    outbox.open();
    clock.pass(9999);
    expect(calls).to.deep.equal([]);
    expect(failed).to.deep.equal({});
    expect(sent).to.deep.equal(['1', '1']);
  });

  it('does not wait long for echoes where history confirmed the message before, until an echo comes again', () => {
    const { outbox, clock, calls, add } = setUp();
    outbox.open();
    add(own('1'), own('2'), own('3'), own('4'));
    clock.pass(10_000);
    outbox.remove('1');
    clock.pass(2000);
    expect(calls).to.deep.equal(['ask', 'ask']);
    outbox.remove('2');
    clock.pass(1999);
    outbox.remove('3');
    clock.pass(9999);
    expect(calls).to.deep.equal(['ask', 'ask']);
  });
});

describe('Outbox, on a device that keeps', () => {
  /** Every write waits for the test. */
  function keeping(changes: Partial<OutboxOptions> = {}) {
    const kept: UnsentMessage[] = [];
    const writes: (() => void)[] = [];
    const parts = setUp({
      keep: (unsent) => {
        kept.push(unsent);
        return new Promise((resolve) => writes.push(resolve));
      },
      ...changes,
    });
    const write = async () => {
      writes.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    };
    const briefly = () =>
      kept.map(({ message: { clientId }, departure }) => `${clientId} ${departure?.withClientId ?? 'never'}`);
    return { ...parts, kept, write, briefly };
  }

  it('lets nothing go before it is written, and nothing before it is written that it goes', async () => {
    const { outbox, sent, write, briefly, add } = keeping();
    outbox.open();
    add(own('1'));
    expect(sent).to.deep.equal([]);
    while (sent.length === 0) await write();
    expect(briefly().at(-1)).to.equal('1 false');
  });

  it('writes a message that waits before anything is known of the connection', async () => {
    const { outbox, sent, write, briefly, add } = keeping();
    add(own('1'));
    expect(briefly()).to.deep.equal(['1 never']);
    outbox.open();
    expect(sent).to.deep.equal([]);
    await write();
    expect(briefly()).to.deep.equal(['1 never', '1 false']);
    expect(sent).to.deep.equal([]);
    await write();
    expect(sent).to.deep.equal(['1']);
  });

  it('does not write again what has departed, unless the server is told another thing', async () => {
    const departure = { withClientId: true };
    const { outbox, sent, write, briefly, add, reconnect } = keeping({ depart: () => ({ ...departure }) });
    outbox.open();
    add(own('1'));
    while (sent.length === 0) await write();
    const writes = briefly().length;
    reconnect();
    expect(sent).to.deep.equal(['1', '1']);
    expect(briefly()).to.have.length(writes);
    departure.withClientId = false;
    reconnect();
    expect(sent).to.deep.equal(['1', '1']);
    expect(briefly().slice(writes)).to.deep.equal(['1 false']);
    await write();
    expect(sent).to.deep.equal(['1', '1', '1']);
  });

  it('does not write again what was found on the device, but that it goes', async () => {
    const { outbox, sent, write, briefly } = keeping();
    outbox.add(own('never'), true);
    outbox.add({ ...own('before', 'b'), departure: { withClientId: false } }, true);
    expect(briefly()).to.deep.equal([]);
    outbox.open();
    expect(sent).to.deep.equal(['before']);
    expect(briefly()).to.deep.equal(['never false']);
    await write();
    expect(sent).to.deep.equal(['before', 'never']);
  });

  it('does not send what was removed or cut off while it was being written', async () => {
    const { outbox, sent, write, add } = keeping();
    outbox.open();
    add(own('1'), own('2', 'b'));
    outbox.remove('1');
    outbox.pause();
    for (let times = 0; times < 4; times += 1) await write();
    expect(sent).to.deep.equal([]);
    outbox.open();
    for (let times = 0; times < 4; times += 1) await write();
    expect(sent).to.deep.equal(['2']);
  });

  it('keeps the order of a room although a later message is written first', async () => {
    const writes = new Map<string, () => void>();
    const { outbox, sent, add } = setUp({
      keep: ({ message: { clientId } }) => new Promise((resolve) => writes.set(clientId, resolve)),
    });
    add(own('1'), own('2'));
    outbox.open();
    writes.get('2')?.();
    await Promise.resolve();
    expect(sent).to.deep.equal([]);
    for (let times = 0; times < 3; times += 1) {
      writes.get('1')?.();
      await Promise.resolve();
    }
    expect(sent).to.deep.equal(['1']);
  });
});

describe('Outbox, when the connection ends because of a message', () => {
  it('fails the only one on its way with the reason that the server gave', () => {
    const { outbox, failed, sent, add, reconnect } = setUp();
    outbox.open();
    add(own('1'), own('2'));
    reconnect(TOO_LARGE);
    expect(failed).to.deep.equal({ 1: 'too_large' });
    expect(sent).to.deep.equal(['1', '2']);
  });

  it('finds out which of several it was, and fails no other', () => {
    const { outbox, failed, sent, add, reconnect } = setUp();
    outbox.open();
    add(own('poison', 'a'), own('innocent', 'b'), own('another', 'c'));
    for (let times = 0; times < 10 && sent.length > 0; times += 1) {
      const inFlight = sent.splice(0);
      if (inFlight.includes('poison')) reconnect(TOO_LARGE);
      else for (const id of inFlight) outbox.remove(id);
    }
    expect(failed).to.deep.equal({ poison: 'too_large' });
  });

  it('fails alone the message that ends it each time without a reason', () => {
    const { outbox, sent, failed, add, reconnect } = setUp();
    outbox.open();
    add(own('poison', 'a'), own('after', 'a'), own('innocent', 'b'));
    for (let times = 0; times < 10 && !('poison' in failed); times += 1) {
      // The server saves the innocent one as soon as it gets it, and dies of the other.
      const inFlight = sent.splice(0);
      if (inFlight.includes('poison')) reconnect();
      outbox.remove('innocent');
    }
    expect(failed).to.deep.equal({ poison: 'message_refused' });
    expect(sent).to.include('after');
  });

  it('needs five such ends in a row', () => {
    const { outbox, failed, add, reconnect, clock } = setUp();
    outbox.open();
    add(own('1'));
    for (let times = 0; times < 4; times += 1) reconnect();
    clock.pass(5000);
    for (let times = 0; times < 5; times += 1) {
      expect(failed).to.deep.equal({});
      reconnect();
    }
    expect(failed).to.deep.equal({});
    reconnect();
    expect(failed).to.deep.equal({ 1: 'message_refused' });
  });

  it('lets a suspect travel alone', () => {
    const { outbox, sent, add } = setUp();
    outbox.open();
    add(own('1', 'a'));
    outbox.pause();
    sent.length = 0;
    add(own('2', 'b'));
    outbox.open();
    expect(sent).to.deep.equal(['2']);
    outbox.remove('2');
    expect(sent).to.deep.equal(['2', '1']);
    add(own('3', 'b'));
    expect(sent).to.deep.equal(['2', '1']);
    outbox.remove('1');
    expect(sent).to.deep.equal(['2', '1', '3']);
  });

  it('lets one suspect after the other travel, each alone', () => {
    const { outbox, sent, add, reconnect } = setUp();
    outbox.open();
    add(own('1', 'a'), own('2', 'b'), own('3', 'c'));
    sent.length = 0;
    reconnect();
    const journeys: string[] = [];
    while (sent.length > 0 && journeys.length < 10) {
      journeys.push(sent.join());
      for (const id of sent.splice(0)) outbox.remove(id);
    }
    expect(journeys).to.deep.equal(['1', '2', '3']);
  });

  it('suspects nothing when it ends long after the sending', () => {
    const { outbox, clock, failed, add } = setUp();
    add(own('1'));
    for (let times = 0; times < 9; times += 1) {
      outbox.open();
      clock.pass(5000);
      outbox.pause();
    }
    expect(failed).to.deep.equal({});
  });
});
