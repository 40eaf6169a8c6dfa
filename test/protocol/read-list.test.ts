import { expect } from '@open-wc/testing';
import { findList, readList } from '../../src/protocol/read-list.ts';

interface Thing {
  readonly id: string;
}

/** Texts are good elements, `null` is to be left out, all else is bad. */
function read(value: unknown): { things: string[] | undefined; problems: string[] } {
  const list = findList(value);
  const problems: string[] = [];
  const toThing = (element: unknown, key = ''): Thing | string | undefined => {
    if (element === null) return undefined;
    return typeof element === 'string' ? { id: key + element } : 'not a text';
  };
  const things = list && readList(list, 'thing', problems, toThing, ({ id }) => id);
  return { things: things?.map(({ id }) => id), problems };
}

const shapes: [name: string, value: unknown, things: string[] | undefined][] = [
  ['a bare array', ['a', 'b'], ['a', 'b']],
  ...['chats', 'rooms', 'data', 'list', 'result', 'users', 'online_users', 'onlineUsers', 'messages'].map(
    (holder): [string, unknown, string[]] => [
      `an object with ${holder}`,
      { ok: true, [holder]: ['a', 'b'] },
      ['a', 'b'],
    ],
  ),
  ['a holder within a holder', { data: { chats: ['a'] } }, ['a']],
  ['an object keyed by id', { x: 'a', y: 'b' }, ['xa', 'yb']],
  ['a holder with an object keyed by id', { users: { x: 'a' } }, ['xa']],
  ['an own key __proto__', JSON.parse('{"__proto__":"a","constructor":"b"}'), ['__proto__a', 'constructorb']],
  ['an empty array', [], []],
  ['an empty object', {}, []],
  ['equal ids once', ['a', 'b', 'a'], ['a', 'b']],
  ['elements to leave out', [null, 'a'], ['a']],
  ['nothing but elements to leave out', [null], []],
  ['a text', 'abc', undefined],
  ['a number', 5, undefined],
  ['null', null, undefined],
  ['nothing but bad elements', [1, 2], undefined],
];

describe('readList', () => {
  for (const [name, value, things] of shapes) {
    it(`reads ${name}`, () => expect(read(value).things).to.deep.equal(things));
  }

  it('loses only the bad element and says which', () => {
    expect(read(['a', 7, 'b'])).to.deep.equal({ things: ['a', 'b'], problems: ['thing 1: not a text'] });
  });

  it('loses only the element that throws', () => {
    const list = ['a', 'b', 'c'];
    Object.defineProperty(list, 1, {
      enumerable: true,
      get: () => {
        throw new Error('secret');
      },
    });
    expect(read(list)).to.deep.equal({ things: ['a', 'c'], problems: ['thing 1: reading it threw an error'] });
  });

  it('tells twenty problems and that there are more', () => {
    const { problems } = read([...Array.from({ length: 1000 }, () => 7), 'a']);
    expect(problems).to.have.length(21);
    expect(problems.at(-1)).to.equal('further problems are not listed');
  });

  it('does not follow a cycle of holders', () => {
    const cycle: Record<string, unknown> = {};
    cycle['data'] = cycle;
    expect(findList(cycle)).to.equal(undefined);
  });
});
