import { expect } from '@open-wc/testing';
import { Outbox, type OutboxMessage } from '../../src/connection/outbox.ts';
import { ada, message } from '../support/fixtures.ts';
import { FakeClock } from '../support/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const sent: string[] = [];
  const failed: Record<string, string | undefined> = {};
  const wire = { isUp: true };
  const outbox = new Outbox({
    clock,
    send: ({ clientId }) => {
      if (wire.isUp) sent.push(clientId);
      return wire.isUp;
    },
    failed: ({ clientId }, { code }) => {
      failed[clientId] = code;
    },
  });
  return { clock, sent, failed, outbox, wire };
}

function own(clientId: string, roomId = 'a'): OutboxMessage {
  return { ...message({ sender: ada, roomId }), id: clientId, clientId };
}

describe('Outbox', () => {
  it('sends nothing before it is opened', () => {
    const { outbox, sent } = setUp();
    outbox.add(own('1'));
    expect(sent).to.deep.equal([]);
    outbox.open();
    expect(sent).to.deep.equal(['1']);
  });

  it('has one message of a room on its way, and goes on when it is proven to be saved', () => {
    const { outbox, sent } = setUp();
    outbox.open();
    for (const id of ['1', '2', '3']) outbox.add(own(id));
    expect(sent).to.deep.equal(['1']);
    outbox.remove('1');
    outbox.remove('2');
    expect(sent).to.deep.equal(['1', '2', '3']);
  });

  it('does not let one room wait for another', () => {
    const { outbox, sent } = setUp();
    outbox.open();
    outbox.add(own('1', 'a'));
    outbox.add(own('2', 'b'));
    expect(sent).to.deep.equal(['1', '2']);
  });

  it('fails a message without an echo after ten seconds, and goes on with the next', () => {
    const { outbox, clock, sent, failed } = setUp();
    outbox.open();
    outbox.add(own('1'));
    outbox.add(own('2'));
    clock.pass(9999);
    expect(failed).to.deep.equal({});
    clock.pass(1);
    expect(failed).to.deep.equal({ 1: 'no_echo' });
    expect(sent).to.deep.equal(['1', '2']);
  });

  it('counts connected time only, and sends again what may not have arrived', () => {
    const { outbox, clock, sent, failed } = setUp();
    outbox.open();
    outbox.add(own('1'));
    clock.pass(8000);
    outbox.pause();
    clock.pass(60_000);
    outbox.open();
    clock.pass(9999);
    expect(failed).to.deep.equal({});
    expect(sent).to.deep.equal(['1', '1']);
  });

  it('keeps what could not be put on the wire', () => {
    const { outbox, sent, wire, clock, failed } = setUp();
    wire.isUp = false;
    outbox.open();
    outbox.add(own('1'));
    clock.pass(60_000);
    wire.isUp = true;
    outbox.open();
    expect(sent).to.deep.equal(['1']);
    expect(failed).to.deep.equal({});
  });

  it('fails alone the message that ends the connection each time', () => {
    const { outbox, sent, failed } = setUp();
    outbox.open();
    outbox.add(own('poison', 'a'));
    outbox.add(own('after', 'a'));
    outbox.add(own('innocent', 'b'));
    for (let times = 0; times < 10 && !('poison' in failed); times += 1) {
      // The server saves the innocent one as soon as it gets it, and dies of the other.
      const inFlight = sent.splice(0);
      if (inFlight.includes('poison')) {
        outbox.pause();
        outbox.open();
      }
      outbox.remove('innocent');
    }
    expect(failed).to.deep.equal({ poison: 'message_refused' });
    expect(sent).to.include('after');
  });

  it('lets a suspect travel alone', () => {
    const { outbox, sent } = setUp();
    outbox.open();
    outbox.add(own('1', 'a'));
    outbox.pause();
    sent.length = 0;
    outbox.add(own('2', 'b'));
    outbox.open();
    expect(sent).to.deep.equal(['2']);
    outbox.remove('2');
    expect(sent).to.deep.equal(['2', '1']);
    outbox.add(own('3', 'b'));
    expect(sent).to.deep.equal(['2', '1']);
    outbox.remove('1');
    expect(sent).to.deep.equal(['2', '1', '3']);
  });

  it('suspects nothing when the connection ends long after the sending', () => {
    const { outbox, clock, failed } = setUp();
    outbox.add(own('1'));
    for (let times = 0; times < 5; times += 1) {
      outbox.open();
      clock.pass(5000);
      outbox.pause();
    }
    expect(failed).to.deep.equal({});
  });

  it('names the only message on its way, and none of several', () => {
    const { outbox } = setUp();
    outbox.open();
    outbox.add(own('1', 'a'));
    expect(outbox.onlyInFlight?.clientId).to.equal('1');
    outbox.add(own('2', 'b'));
    expect(outbox.onlyInFlight).to.equal(undefined);
  });

  it('leaves no timer when it is empty or paused', () => {
    const { outbox, clock } = setUp();
    outbox.open();
    outbox.add(own('1'));
    outbox.add(own('2', 'b'));
    outbox.remove('1');
    outbox.pause();
    expect(clock.waiting).to.equal(0);
    expect(outbox.messages.map(({ clientId }) => clientId)).to.deep.equal(['2']);
  });
});
