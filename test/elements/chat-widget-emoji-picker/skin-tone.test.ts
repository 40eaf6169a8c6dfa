import { expect } from '@open-wc/testing';
import { allEmoji } from '../../../src/elements/chat-widget-emoji-picker/emoji-groups.ts';
import { SKIN_TONES, withTone } from '../../../src/elements/chat-widget-emoji-picker/skin-tone.ts';

const byChar = new Map(allEmoji().map((emoji) => [emoji.char, emoji]));
const toned = (char: string): string[] => {
  const emoji = byChar.get(char);
  if (!emoji) throw new Error(`There is no ${char}.`);
  return SKIN_TONES.map((tone) => withTone(emoji, tone));
};

describe('withTone', () => {
  it('writes a hand in each tone', () => {
    expect(toned('👋')).to.deep.equal(['👋', '👋🏻', '👋🏼', '👋🏽', '👋🏾', '👋🏿']);
  });

  for (const [what, char, dark] of [
    ['instead of what says that it is a picture', '☝️', '☝🏿'],
    ['of the person, not of what they do', '👩‍🚒', '👩🏿‍🚒'],
    ['and leaves the sign of a gender', '🕵️‍♀️', '🕵🏿‍♀️'],
    ['of two who have one tone', '👫', '👫🏿'],
  ] as const) {
    it(`writes it ${what}: ${dark}`, () => {
      expect(toned(char)[5]).to.equal(dark);
    });
  }

  for (const char of ['😀', '👪️', '👨‍👩‍👧', '👩‍❤️‍👨', '🧑‍🤝‍🧑', '🐈️']) {
    it(`leaves ${char} as it is`, () => {
      expect(new Set(toned(char))).to.have.all.keys(char);
    });
  }

  it('makes one picture of each that has tones', () => {
    const characters = new Intl.Segmenter('en');
    const withTones = allEmoji().filter(({ hasTones }) => hasTones);
    expect(withTones.length).to.be.above(300);
    for (const emoji of withTones) {
      expect([...characters.segment(withTone(emoji, 3))], emoji.char).to.have.length(1);
      expect(withTone(emoji, 3).replace(/\p{Emoji_Modifier}/u, '')).to.equal(emoji.char.replace(/(?<=^.)\uFE0F/u, ''));
    }
  });
});
