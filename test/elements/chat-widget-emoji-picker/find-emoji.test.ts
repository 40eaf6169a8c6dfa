import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { allEmoji } from '../../../src/elements/chat-widget-emoji-picker/emoji-groups.ts';
import { findEmoji, findExactly } from '../../../src/elements/chat-widget-emoji-picker/find-emoji.ts';
import { wordsOf } from '../../../src/elements/chat-widget-emoji-picker/fold.ts';
import { Lexicon } from '../../../src/elements/chat-widget-emoji-picker/lexicon.ts';
import { LEXICON_LANGUAGES, loadLexicon } from '../../../src/elements/chat-widget-emoji-picker/load-lexicon.ts';

async function lexiconsOf(locale: string): Promise<readonly Lexicon[]> {
  const own = await loadLexicon(locale);
  return own ? [own, Lexicon.english] : [Lexicon.english];
}

const english = [Lexicon.english];
const chars = (query: string, lexicons: readonly Lexicon[] = english, limit = 80): string[] =>
  findEmoji(query, lexicons, limit).map(({ char }) => char);

describe('findEmoji', () => {
  const first: readonly [locale: string, query: string, char: string][] = [
    ['en', 'smile', '😄'],
    ['en', 'smi', '😃'],
    ['en', '+1', '👍️'],
    ['en', '-1', '👎️'],
    ['en', 'heart', '❤️'],
    ['en', 'red heart', '❤️'],
    ['en', 'PIZZA', '🍕'],
    ['en', 'thumbs up', '👍️'],
    ['en', 'germany', '🇩🇪'],
    ['en', 'face_with_mon', '🧐'],
    ['de', 'Gesicht mit Freud', '😂'],
    ['de', 'katzengesicht', '🐱'],
    ['de', 'rotes herz', '❤️'],
    ['de', 'deutschland', '🇩🇪'],
    ['fr', 'coeur rouge', '❤️'],
    ['fr', 'éléphant', '🐘'],
    ['pl', 'slon', '🐘'],
    ['tr', 'İNEK', '🐄'],
    ['tr', 'fil', '🐘'],
    ['ru', 'слон', '🐘'],
    ['ar', 'فيل', '🐘'],
    ['he', 'פיל', '🐘'],
    ['hi', 'हाथी', '🐘'],
    ['ja', 'ぞう', '🐘'],
    ['ko', '코끼리', '🐘'],
    ['zh', '大象', '🐘'],
    ['zh-TW', '大象', '🐘'],
    ['de', 'pizza', '🍕'],
    ['de', 'heart_eyes', '😍'],
  ];
  for (const [locale, query, char] of first) {
    it(`finds ${char} first by “${query}” in ${locale}`, async () => {
      expect(chars(query, await lexiconsOf(locale))[0]).to.equal(char);
    });
  }

  for (const [locale, thanks] of [
    ['de', 'danke'],
    ['fr', 'merci'],
    ['ja', 'ありがとう'],
    ['ru', 'спасибо'],
    ['zh', '谢谢'],
  ] as const) {
    it(`finds the folded hands by “${thanks}” in ${locale}`, async () => {
      expect(chars(thanks, await lexiconsOf(locale))).to.include('🙏');
    });
  }

  it('finds by keywords, whole words before beginnings', () => {
    const found = chars('cat', english, 200);
    expect(found).to.include.members(['🐱', '🐈️', '😸']);
    expect(found.indexOf('😸')).to.be.below(found.indexOf('🪝'));
  });

  it('finds what is inside of words last', async () => {
    const found = chars('katze', await lexiconsOf('de'), 200);
    expect(found.indexOf('🐱')).to.be.within(0, found.indexOf('😸') - 1);
    expect(chars('面', await lexiconsOf('ja'))).to.include('👺');
  });

  it('prefers the own language to English, and has both', async () => {
    const found = chars('hand', await lexiconsOf('de'), 200);
    expect(found).to.include.members(['✋️', '👋']);
    // A foot in Spanish, a cake in English.
    const feet = chars('pie', await lexiconsOf('es'));
    expect(feet.indexOf('🦶')).to.be.within(0, feet.indexOf('🥧') - 1);
  });

  it('wants each word of several', () => {
    expect(chars('black cat')[0]).to.equal('🐈‍⬛');
    expect(chars('black nosuchthing')).to.deep.equal([]);
  });

  for (const query of ['', '   ', ':', '#', 'nosuchthing']) {
    it(`finds nothing by “${query}”`, () => {
      expect(chars(query)).to.deep.equal([]);
    });
  }

  it('stops at the limit', () => {
    expect(chars('a', english, 5)).to.have.length(5);
  });

  for (const language of ['en', ...LEXICON_LANGUAGES]) {
    it(`finds every emoji by its own name in ${language}, however that is typed`, async () => {
      const lexicons = await lexiconsOf(language);
      const [own = Lexicon.english] = lexicons;
      const spellings = [
        (name: string) => name,
        (name: string) => name.toUpperCase(),
        (name: string) => name.normalize('NFD'),
        (name: string) => wordsOf(name).join('_'),
        (name: string) => name.slice(0, -1) || name,
      ];
      const property = fc.property(fc.constantFrom(...allEmoji()), fc.constantFrom(...spellings), (emoji, spell) =>
        findEmoji(spell(own.nameOf(emoji)), lexicons, Infinity).includes(emoji),
      );
      fc.assert(property, { numRuns: 150 });
    });

    it(`finds every emoji by its short codes in ${language}`, async () => {
      const lexicons = await lexiconsOf(language);
      fc.assert(
        fc.property(fc.constantFrom(...allEmoji()), (emoji) =>
          emoji.codes.every((code) => findExactly(code, lexicons).includes(emoji)),
        ),
        { numRuns: 50 },
      );
    });
  }
});

describe('findExactly', () => {
  it('finds what is called so, in both languages', async () => {
    const lexicons = await lexiconsOf('de');
    const found = (code: string): string[] => findExactly(code, lexicons).map(({ char }) => char);
    expect(found('cat')).to.deep.equal(['🐱']);
    expect(found('katzengesicht')).to.deep.equal(['🐱']);
    expect(found('pie')).to.deep.equal(['🥧']);
    expect(found('rotes_herz')).to.deep.equal(['❤️']);
    expect(found('ca')).to.deep.equal([]);
    expect(found('')).to.deep.equal([]);
  });
});
