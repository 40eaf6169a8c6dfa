import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compareMessages, positionFor } from '../../src/store/order.ts';
import { message } from '../support/fixtures.ts';

describe('compareMessages', () => {
  it('orders by time, then by id', () => {
    const [a, b, c] = [
      message({ createdAt: 1, id: 'z' }),
      message({ createdAt: 2, id: 'a' }),
      message({ createdAt: 2, id: 'b' }),
    ];
    expect([c, b, a].sort(compareMessages)).to.deep.equal([a, b, c]);
    expect(compareMessages(b, { ...b })).to.equal(0);
  });
});

describe('positionFor', () => {
  it('finds the place behind everything smaller, wherever that is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (numbers, wanted) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(positionFor(sorted, (item) => item < wanted)).to.equal(sorted.filter((item) => item < wanted).length);
      }),
    );
  });

  it('searches between two bounds only', () => {
    const sorted = [9, 1, 3, 5, 0];
    expect([0, 2, 4, 6].map((wanted) => positionFor(sorted, (item) => item < wanted, 1, 4))).to.deep.equal([
      1, 2, 3, 4,
    ]);
    expect(positionFor(sorted, () => true, 2, 2)).to.equal(2);
  });

  it('looks at one item for the end of many, and at few for any other place', () => {
    const sorted = Array.from({ length: 100_000 }, (_, index) => index);
    const looks = (wanted: number): number => {
      let count = 0;
      positionFor(sorted, (item) => {
        count += 1;
        return item < wanted;
      });
      return count;
    };
    expect(looks(100_000)).to.equal(1);
    expect(looks(50)).to.be.lessThan(20);
  });
});
