import { expect } from '@open-wc/testing';
import { mentions } from '../../../src/elements/chat-widget-composer/mentions.ts';

const people = ['Grace Hopper', 'Édouard Lucas', 'Ada King-Noel', 'ليلى حسن'].map((name, index) => ({
  id: `u${index}`,
  name,
  email: '',
}));

const CASES: readonly [query: string, texts: readonly string[]][] = [
  ['', ['@Grace Hopper ', '@Édouard Lucas ', '@Ada King-Noel ', '@ليلى حسن ']],
  ['gr', ['@Grace Hopper ']],
  ['HOP', ['@Grace Hopper ']],
  ['Grace Ho', ['@Grace Hopper ']],
  ['Grace ', ['@Grace Hopper ']],
  ['Grace Hopper', []],
  ['Grace Hopper ', []],
  ['race', []],
  ['edo', ['@Édouard Lucas ']],
  ['edö', ['@Édouard Lucas ']],
  ['حس', ['@ليلى حسن ']],
  ['u1', []],
];

describe('mentions', () => {
  for (const [query, texts] of CASES) {
    it(`of “${query}”: ${texts.length > 0 ? texts.join(', ') : 'nobody'}`, () => {
      expect(mentions(query, people).map(({ text }) => text)).to.deep.equal(texts);
    });
  }

  it('name somebody without a name by what there is', () => {
    expect(mentions('g', [{ id: 'u1', name: '', email: 'g@example.org' }])[0]?.text).to.equal('@g@example.org ');
  });

  it('are few enough to choose from', () => {
    const crowd = Array.from({ length: 500 }, (_, index) => ({ id: `u${index}`, name: `Ada ${index}`, email: '' }));
    expect(mentions('ada', crowd)).to.have.length(8);
  });
});
