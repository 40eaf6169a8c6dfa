import { expect } from '@open-wc/testing';
import { backoff } from '../../src/connection/backoff.ts';

describe('backoff', () => {
  it('doubles from half a second to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempt) => backoff(attempt, 0));
    expect(waits).to.deep.equal([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('shortens each wait by up to half', () => {
    expect(backoff(3, 0.5)).to.equal(1500);
    expect(backoff(3, 0.999)).to.be.within(1000, 1002);
  });
});
