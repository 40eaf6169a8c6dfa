import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { fold, wordsOf } from '../../../src/elements/chat-widget-emoji-picker/fold.ts';

describe('fold', () => {
  const same: readonly [what: string, one: string, other: string][] = [
    ['case', 'PIZZA', 'pizza'],
    ['accents', 'Île', 'ile'],
    ['letters with a stroke', 'słoń', 'slon'],
    ['ligatures', 'cœur', 'coeur'],
    ['the German sharp s', 'Fuß', 'FUSS'],
    ['the Turkish i with a dot', 'İNEK', 'inek'],
    ['the Turkish i without a dot', 'ışık', 'isik'],
    ['the Russian ё', 'тёмный', 'темный'],
    ['hamza', 'أرنب', 'ارنب'],
    ['Arabic vowels and stretched letters', 'قَلْبــ', 'قلب'],
    ['the last letters of Arabic words', 'قطة', 'قطه'],
    ['Hebrew vowels', 'חָתוּל', 'חתול'],
    ['hiragana and katakana', 'ネコ', 'ねこ'],
    ['letters of full and half width', 'ＡＢＣ ﾈｺ', 'abc ねこ'],
  ];
  for (const [what, one, other] of same) {
    it(`takes no notice of ${what}`, () => {
      expect(fold(one)).to.equal(fold(other));
    });
  }

  it('keeps apart what are other words', () => {
    expect(fold('काल')).not.to.equal(fold('कल'));
    expect(fold('כלב')).not.to.equal(fold('לב'));
  });

  it('finds a Korean word while its last syllable is written', () => {
    expect(fold('고양이').startsWith(fold('고야'))).to.equal(true);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  const cases: readonly [text: string, words: readonly string[]][] = [
    ['', []],
    ['a  b', ['a', 'b']],
    ['t-shirt', ['t', 'shirt']],
    ['flag: bosnia & herzegovina', ['flag', 'bosnia', 'herzegovina']],
    ['+1 -1', ['+1', '-1']],
    ['apollo-13', ['apollo', '13']],
    ['बिल्ली', ['बिल्ली']],
  ];
  for (const [text, words] of cases) {
    it(`of “${text}” are ${JSON.stringify(words)}`, () => {
      expect(wordsOf(text)).to.deep.equal(words);
    });
  }
});
