import { expect } from '@open-wc/testing';
import { findByPrefix, TypeAhead } from '../../../src/elements/chat-widget-room-list/type-ahead.ts';
import { fakeSystemClock } from '../../support/system-clock.ts';

describe('TypeAhead', () => {
  const time = fakeSystemClock();
  const press = (typeAhead: TypeAhead, key: string, more: KeyboardEventInit = {}): string =>
    typeAhead.take(new KeyboardEvent('keydown', { key, ...more }));

  it('collects letters that come quickly, and begins anew after a pause', () => {
    const typeAhead = new TypeAhead();
    expect(press(typeAhead, 'g')).to.equal('g');
    time.clock.pass(500);
    expect(press(typeAhead, 'R')).to.equal('gR');
    time.clock.pass(701);
    expect(press(typeAhead, 'h')).to.equal('h');
  });

  it('takes letters of any script, also beyond 16 bits', () => {
    expect(press(new TypeAhead(), '山')).to.equal('山');
    expect(press(new TypeAhead(), '𝒢')).to.equal('𝒢');
  });

  it('leaves keys that do not write, shortcuts and input methods alone', () => {
    for (const key of ['Enter', 'Escape', 'F1', 'Dead', 'Shift']) expect(press(new TypeAhead(), key)).to.equal('');
    expect(press(new TypeAhead(), 'c', { ctrlKey: true })).to.equal('');
    expect(press(new TypeAhead(), 'c', { metaKey: true })).to.equal('');
    expect(press(new TypeAhead(), 'c', { altKey: true })).to.equal('');
    expect(press(new TypeAhead(), 'c', { isComposing: true })).to.equal('');
  });

  it('takes a space within a name, not before it', () => {
    const typeAhead = new TypeAhead();
    expect(press(typeAhead, ' ')).to.equal('');
    press(typeAhead, 'g');
    expect(press(typeAhead, ' ')).to.equal('g ');
  });
});

describe('findByPrefix', () => {
  const titles = ['Ada', 'Grace', 'Gregor', 'Linus', 'grün'];
  const cases: readonly (readonly [typed: string, from: number, expected: number])[] = [
    ['l', 0, 3],
    ['g', 0, 1],
    ['g', 1, 2],
    ['g', 2, 4],
    ['g', 4, 1],
    ['gg', 1, 2],
    ['gr', 1, 1],
    ['gre', 1, 2],
    ['GRÜ', 0, 4],
    ['a', 0, 0],
    ['x', 0, -1],
  ];
  for (const [typed, from, expected] of cases) {
    it(`finds ${typed} from ${from} at ${expected}`, () => {
      expect(findByPrefix(titles, typed, from)).to.equal(expected);
    });
  }

  it('finds nothing in an empty list', () => {
    expect(findByPrefix([], 'a', 0)).to.equal(-1);
  });
});
