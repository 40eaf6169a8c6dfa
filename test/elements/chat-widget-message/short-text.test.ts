import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { shortText } from '../../../src/elements/chat-widget-message/short-text.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('shortText', () => {
  const CASES: readonly [what: string, text: string, length: number, expected: string][] = [
    ['leaves a text alone that is short enough', 'Hello', 5, 'Hello'],
    ['cuts a longer one', 'Hello, world', 5, 'Hello…'],
    ['has no marks of what it cuts in the middle', '*Hello, world*', 5, 'Hello…'],
    ['counts what is seen, not the marks', '*Hello* _you_', 9, 'Hello you'],
    ['has no fence of code that it cuts', `\`\`\`\n${'code '.repeat(1000)}\n\`\`\``, 9, 'code code…'],
    ['keeps a fence that nothing closes', `\`\`\`${'code '.repeat(1000)}`, 7, '```code…'],
    ['begins where the text does', `${' \n'.repeat(5000)}Hello`, 5, 'Hello'],
    ['leaves no space before the cut', 'Hello world', 6, 'Hello…'],
    ['keeps an emoji of many parts whole', `abc${FAMILY}def`, 8, 'abc…'],
    ['keeps it where there is room', `abc${FAMILY}def`, 3 + FAMILY.length, `abc${FAMILY}…`],
    ['keeps accents with their letters', 'ete\u0301s', 3, 'et…'],
    ['keeps syllables of Hindi whole', 'नमस्ते', 5, 'नम…'],
    ['cuts between Latin letters', 'été été', 5, 'été é…'],
    ['cuts what has no end', `a${'\u0301'.repeat(5000)}`, 10, `a${'\u0301'.repeat(9)}…`],
  ];
  for (const [what, text, length, expected] of CASES) {
    it(what, () => {
      expect(shortText(text, length)).to.equal(expected);
    });
  }

  it('is never longer than asked for, but for its sign, and ends with a whole character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const short = shortText(text, length);
        expect(short.length).to.be.at.most(length + 1);
        expect(short).to.match(/^\P{Cs}*$/u);
      }),
    );
  });
});
