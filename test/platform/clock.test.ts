import { aTimeout, expect } from '@open-wc/testing';
import { systemClock } from '../../src/platform/clock.ts';

describe('systemClock', () => {
  it('knows the time', () => {
    expect(systemClock.now()).to.be.closeTo(Date.now(), 50);
  });

  it('calls back once, unless it is cancelled', async () => {
    const called: string[] = [];
    systemClock.after(1, () => called.push('kept'));
    systemClock.after(1, () => called.push('cancelled'))();
    await aTimeout(30);
    expect(called).to.deep.equal(['kept']);
  });
});
