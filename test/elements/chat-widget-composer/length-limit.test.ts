import { expect } from '@open-wc/testing';
import { LengthLimit } from '../../../src/elements/chat-widget-composer/length-limit.ts';

/** What is spoken while a text grows, or shrinks, to these lengths one after the other. */
function spoken(lengths: readonly number[], most = 100): (number | undefined)[] {
  const limit = new LengthLimit();
  return lengths.map((length) => {
    limit.update('x'.repeat(length), most);
    return limit.spoken;
  });
}

describe('LengthLimit', () => {
  it('shows nothing and speaks of nothing without a limit', () => {
    const limit = new LengthLimit();
    limit.update('x'.repeat(100_000));
    expect(limit.left).to.equal(undefined);
    expect(limit.spoken).to.equal(undefined);
    expect(limit.isExceeded).to.equal(false);
  });

  const cases: readonly [length: number, most: number, left: number | undefined][] = [
    [79, 100, undefined],
    [80, 100, 20],
    [100, 100, 0],
    [101, 100, -1],
    [9_899, 10_000, undefined],
    [9_900, 10_000, 100],
  ];
  for (const [length, most, left] of cases) {
    it(`${left === undefined ? 'shows nothing' : `shows ${left}`} at ${length} of ${most}`, () => {
      const limit = new LengthLimit();
      limit.update('x'.repeat(length), most);
      expect(limit.left).to.equal(left);
      expect(limit.isExceeded).to.equal(length > most);
    });
  }

  it('does not count the blank around, which is not sent', () => {
    const limit = new LengthLimit();
    limit.update(`  ${'x'.repeat(10)}\n `, 10);
    expect(limit.left).to.equal(0);
  });

  it('speaks when the end is near, and then of every tenth character', () => {
    expect(spoken([70, 80, 81, 89, 90, 95, 100])).to.deep.equal([undefined, 20, 20, 20, 10, 10, 0]);
  });

  it('speaks of each character that is too much, and when it is enough again', () => {
    expect(spoken([100, 101, 102, 101, 100, 99])).to.deep.equal([0, -1, -2, -1, 0, 0]);
  });

  it('speaks anew when the end is near again', () => {
    expect(spoken([85, 20, 85])).to.deep.equal([15, undefined, 15]);
  });
});
