import { expect } from '@open-wc/testing';
import { Timers } from '../../src/session/timers.ts';
import { FakeClock } from '../support/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const fired: string[] = [];
  const timers = new Timers(clock);
  const set = (name: string, ms: number, what = name): void => {
    timers.set(name, ms, () => fired.push(what));
  };
  return { clock, fired, timers, set };
}

describe('Timers', () => {
  it('fire once, each at its time', () => {
    const { clock, fired, timers, set } = setUp();
    set('b', 20);
    set('a', 10);
    expect(timers.has('a')).to.equal(true);
    clock.pass(15);
    expect(fired).to.deep.equal(['a']);
    expect(timers.has('a')).to.equal(false);
    clock.pass(100);
    expect(fired).to.deep.equal(['a', 'b']);
  });

  it('are replaced by their name', () => {
    const { clock, fired, set } = setUp();
    set('a', 10, 'first');
    clock.pass(9);
    set('a', 10, 'second');
    clock.pass(9);
    expect(fired).to.deep.equal([]);
    clock.pass(1);
    expect(fired).to.deep.equal(['second']);
  });

  it('are cleared one by one and all at once', () => {
    const { clock, fired, timers, set } = setUp();
    set('a', 10);
    set('b', 10);
    set('c', 10);
    timers.clear('a');
    timers.clear('nobody');
    expect(clock.waiting).to.equal(2);
    timers.clearAll();
    clock.pass(100);
    expect([fired, clock.waiting]).to.deep.equal([[], 0]);
  });

  it('may be set again by their own callback', () => {
    const { clock, timers } = setUp();
    let count = 0;
    const again = (): void => {
      count += 1;
      if (count < 3) timers.set('a', 10, again);
    };
    again();
    clock.pass(100);
    expect(count).to.equal(3);
  });
});
