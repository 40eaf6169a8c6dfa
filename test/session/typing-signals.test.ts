import { expect } from '@open-wc/testing';
import { TypingSignals } from '../../src/session/typing-signals.ts';
import { FakeClock } from '../support/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const sent: string[] = [];
  const wire = { isUp: true };
  const signals = new TypingSignals(clock, (event, roomId) => {
    if (wire.isUp) sent.push(`${event} ${roomId}`);
    return wire.isUp;
  });
  const signal = (moment: 'focus' | 'input' | 'blur', roomId = 'a'): void => {
    signals.signal({ roomId, moment });
  };
  return { clock, sent, wire, signals, signal };
}

describe('TypingSignals', () => {
  it('starts on focus and ends on blur', () => {
    const { signal, sent } = setUp();
    signal('focus');
    signal('blur');
    expect(sent).to.deep.equal(['typing_start a', 'typing_end a']);
  });

  it('renews at most every five seconds while keys are pressed', () => {
    const { signal, sent, clock } = setUp();
    signal('focus');
    for (let second = 0; second < 11; second += 1) {
      clock.pass(1000);
      signal('input');
    }
    expect(sent).to.deep.equal(['typing_start a', 'typing_start a', 'typing_start a']);
  });

  it('ends in one room before it starts in another', () => {
    const { signal, sent } = setUp();
    signal('focus', 'a');
    signal('focus', 'b');
    expect(sent).to.deep.equal(['typing_start a', 'typing_end a', 'typing_start b']);
  });

  it('ends nothing that has not started, and nothing twice', () => {
    const { signal, signals, sent } = setUp();
    signal('blur');
    signal('focus', 'a');
    signal('blur', 'b');
    signals.end();
    signals.end();
    expect(sent).to.deep.equal(['typing_start a', 'typing_end a']);
  });

  it('begins anew with the first key after a message', () => {
    const { signal, signals, sent } = setUp();
    signal('focus');
    signals.renew();
    signal('input');
    expect(sent).to.deep.equal(['typing_start a', 'typing_start a']);
  });

  it('begins anew after the connection was lost, and has nothing to end', () => {
    const { signal, signals, sent } = setUp();
    signal('focus');
    signals.forget();
    signals.end();
    signal('input');
    expect(sent).to.deep.equal(['typing_start a', 'typing_start a']);
  });

  it('takes a signal that could not be sent for none', () => {
    const { signal, sent, wire } = setUp();
    wire.isUp = false;
    signal('focus');
    wire.isUp = true;
    signal('input');
    expect(sent).to.deep.equal(['typing_start a']);
  });
});
