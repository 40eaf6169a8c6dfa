import { expect } from '@open-wc/testing';
import { initials } from '../../../src/elements/chat-widget-avatar/initials.ts';

const cases: readonly (readonly [name: string, expected: string])[] = [
  ['Grace Hopper', 'GH'],
  ['Grace Brewster Murray Hopper', 'GH'],
  ['grace', 'G'],
  ['  Jean-Luc   Picard ', 'JP'],
  ['ada.lovelace@example.org', 'AL'],
  ['ada@example.org', 'A'],
  ['山田太郎', '山'],
  ['عمر الخيام', 'عا'],
  ['Ünal Öz', 'ÜÖ'],
  ['42', '4'],
  ['(Support) Ada', 'A'],
  ['👩‍👩‍👧 Family', 'F'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['é', 'É'],
  ['@', ''],
  ['', ''],
  ['   ', ''],
];

describe('initials', () => {
  for (const [name, expected] of cases) {
    it(`of ${JSON.stringify(name)} are ${JSON.stringify(expected)}`, () => {
      expect(initials(name)).to.equal(expected);
    });
  }
});
