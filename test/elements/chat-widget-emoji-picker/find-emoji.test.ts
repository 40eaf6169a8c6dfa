import { expect } from '@open-wc/testing';
import { emojiGroups, findEmoji } from '../../../src/elements/chat-widget-emoji-picker/find-emoji.ts';
import { en } from '../../../src/localization/en.ts';

const chars = (query: string, limit = 80): string[] => findEmoji(query, limit).map(({ char }) => char);

describe('emojiGroups', () => {
  it('has each group that has a title, in its order, but the recent ones', () => {
    expect(['recent', ...emojiGroups().keys()]).to.deep.equal(Object.keys(en.emojiGroups));
  });

  it('has each emoji once, with a short code of its own', () => {
    const all = [...emojiGroups().values()].flat();
    expect(all.length).to.be.above(1800);
    expect(new Set(all.map(({ char }) => char)).size).to.equal(all.length);
    const codes = all.flatMap((emoji) => emoji.codes);
    expect(new Set(codes).size).to.equal(codes.length);
    for (const { char, codes: names, words } of all) {
      expect(char).to.match(/^[\p{Emoji}\p{Emoji_Component}]+$/u);
      for (const name of names) expect(name).to.match(/^[\p{L}\p{N}_+-]+$/u);
      for (const word of words) expect(word).to.match(/^[\p{Ll}\p{Lo}\p{M}\p{N}+-]*$/u);
    }
  });
});

describe('findEmoji', () => {
  const first: readonly [query: string, char: string][] = [
    ['smile', '😄'],
    ['smi', '😃'],
    ['+1', '👍️'],
    ['-1', '👎️'],
    ['heart', '❤️'],
    ['red heart', '❤️'],
    ['PIZZA', '🍕'],
    ['thumbs up', '👍️'],
    ['germany', '🇩🇪'],
    ['face_with_mon', '🧐'],
  ];
  for (const [query, char] of first) {
    it(`finds ${char} first by “${query}”`, () => {
      expect(chars(query)[0]).to.equal(char);
    });
  }

  it('finds by keywords, whole words before beginnings', () => {
    const found = chars('cat', 200);
    expect(found).to.include.members(['🐱', '🐈️', '😸']);
    expect(found.indexOf('😸')).to.be.below(found.indexOf('🪝'));
  });

  it('wants each word of several', () => {
    expect(chars('black cat')[0]).to.equal('🐈‍⬛');
    expect(chars('black nosuchthing')).to.deep.equal([]);
  });

  for (const query of ['', '   ', ':', 'nosuchthing']) {
    it(`finds nothing by “${query}”`, () => {
      expect(chars(query)).to.deep.equal([]);
    });
  }

  it('stops at the limit', () => {
    expect(chars('a', 5)).to.have.length(5);
  });
});
