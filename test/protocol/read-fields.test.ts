import { expect } from '@open-wc/testing';
import { firstOf, names, parseText, readCount, readFlag, readId, readName } from '../../src/protocol/read-fields.ts';

type Case = [value: unknown, result: unknown];
const nothing: Case[] = [undefined, null, {}, [], NaN, Infinity, Symbol('x'), () => 'x'].map((value) => [
  value,
  undefined,
]);

const readers: { name: string; read: (value: unknown) => unknown; cases: Case[] }[] = [
  {
    name: 'readId',
    read: readId,
    cases: [
      ...nothing,
      ['61010d7ce4c9786a417b4113', '61010d7ce4c9786a417b4113'],
      ['__proto__', '__proto__'],
      [42, '42'],
      [0, '0'],
      [10n, '10'],
      [{ $oid: '61010d7ce4c9786a417b4113' }, '61010d7ce4c9786a417b4113'],
      ['', undefined],
      [true, undefined],
      [{ $oid: {} }, undefined],
      [{ toString: 'x' }, undefined],
    ],
  },
  { name: 'readName', read: readName, cases: [...nothing, [' Ada ', 'Ada'], [7, '7'], ['  ', undefined]] },
  {
    name: 'readFlag',
    read: readFlag,
    cases: [
      ...nothing,
      ...[true, 1, 'true', '1'].map((value): Case => [value, true]),
      ...[false, 0, 'false', '0'].map((value): Case => [value, false]),
      ['yes', undefined],
    ],
  },
  {
    name: 'readCount',
    read: readCount,
    cases: [
      ...nothing,
      [0, 0],
      [3, 3],
      ['12', 12],
      [-1, undefined],
      [1.5, undefined],
      ['', undefined],
      ['x', undefined],
    ],
  },
  {
    name: 'parseText',
    read: parseText,
    cases: [
      ['{"a":1}', { a: 1 }],
      [' [1]', [1]],
      ['[1', '[1'],
      ['12', '12'],
      ['text', 'text'],
      [7, 7],
    ],
  },
];

for (const { name, read, cases } of readers) {
  describe(name, () => {
    for (const [value, result] of cases) {
      it(`makes ${String(result)} of ${typeof value} ${describeValue(value)}`, () =>
        expect(read(value)).to.deep.equal(result));
    }
  });
}

function describeValue(value: unknown): string {
  return typeof value === 'symbol' || typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

describe('firstOf', () => {
  it('skips fields that cannot be read', () => {
    expect(firstOf({ a: null, b: {}, c: 'x', d: 'y' }, ['a', 'b', 'c', 'd'], readId)).to.equal('x');
  });

  it('finds snake_case and camelCase', () => {
    expect(names('_id user_id name')).to.deep.equal(['_id', 'user_id', 'userId', 'name']);
  });
});
