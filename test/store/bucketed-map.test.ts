import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { BucketedMap } from '../../src/store/bucketed-map.ts';

const keys = fc.oneof(fc.stringMatching(/^[a-d]{0,3}$/), fc.constantFrom('__proto__', 'constructor', '😀'));
const change = fc.record({ set: fc.array(fc.tuple(keys, fc.nat())), remove: fc.option(keys, { nil: undefined }) });
const sorted = <V>(entries: Iterable<readonly [string, V]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

describe('BucketedMap', () => {
  it('holds what a plain map holds after the same changes', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const plain = new Map<string, number>();
        let map = BucketedMap.from<number>();
        for (const { set, remove } of changes) {
          for (const [key, value] of set) plain.set(key, value);
          map = map.with(new Map(set));
          if (remove !== undefined) {
            plain.delete(remove);
            map = map.without(remove);
          }
        }
        expect(map.size).to.equal(plain.size);
        expect(sorted(map)).to.deep.equal(sorted(plain));
        for (const [key, value] of plain) expect(map.get(key)).to.equal(value);
      }),
    );
  });

  it('never changes', () => {
    const before = BucketedMap.from(new Map([['a', 1]]));
    before.with(new Map().set('a', 2).set('b', 3));
    before.without('a');
    expect([...before]).to.deep.equal([['a', 1]]);
    expect(before.size).to.equal(1);
  });

  it('stays itself when nothing changes', () => {
    const map = BucketedMap.from(new Map([['a', 1]]));
    expect(map.with(new Map())).to.equal(map);
    expect(map.with(new Map([['a', 1]]))).to.equal(map);
    expect(map.without('b')).to.equal(map);
    expect(BucketedMap.from(map)).to.equal(map);
  });

  it('is a map to all who read it', () => {
    const map = BucketedMap.from(new Map(Array.from({ length: 100 }, (_, index) => [`key-${index}`, index])));
    expect(map.size).to.equal(100);
    expect(map.has('key-99')).to.equal(true);
    expect(map.has('key-100')).to.equal(false);
    expect([...map.keys()]).to.have.members(Array.from({ length: 100 }, (_, index) => `key-${index}`));
    expect([...map.values()].reduce((sum, value) => sum + value)).to.equal(4950);
    const seen: [string, number, unknown][] = [];
    map.forEach((value, key, whole) => seen.push([key, value, whole]));
    expect(seen).to.have.length(100);
    expect(seen.every(([key, value, whole]) => key === `key-${value}` && whole === map)).to.equal(true);
  });

  it('copies few of 10,000 entries to change one', () => {
    const map = BucketedMap.from(new Map(Array.from({ length: 10_000 }, (_, index) => [`key-${index}`, index])));
    const change = new Map([['key-5000', -1]]);
    const set: (key: unknown, value: unknown) => Map<unknown, unknown> = Map.prototype.set; // eslint-disable-line @typescript-eslint/unbound-method
    let copied = 0;
    // A map that is made from another one sets each of its entries.
    Map.prototype.set = function (this: Map<unknown, unknown>, key, value) {
      copied += 1;
      set.call(this, key, value);
      return this;
    };
    try {
      map.with(change);
    } finally {
      Map.prototype.set = set;
    }
    expect(copied).to.be.within(1, 100);
  });

  it('knows 20,000 keys of every usual shape apart', () => {
    for (const keyOf of [
      (index: number) => `room${index}`,
      (index: number) => `61010d7ce4c9786a${index.toString(16).padStart(8, '0')}`,
      (index: number) => String(index * 256),
    ]) {
      let map = BucketedMap.from<number>();
      for (let from = 0; from < 20_000; from += 1000) {
        map = map.with(new Map(Array.from({ length: 1000 }, (_, index) => [keyOf(from + index), from + index])));
      }
      expect(map.size).to.equal(20_000);
      for (let index = 0; index < 20_000; index += 97) expect(map.get(keyOf(index))).to.equal(index);
    }
  });
});
