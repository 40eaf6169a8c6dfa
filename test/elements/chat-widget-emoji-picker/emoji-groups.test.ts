import { expect } from '@open-wc/testing';
import { allEmoji, emojiGroups, regionOf } from '../../../src/elements/chat-widget-emoji-picker/emoji-groups.ts';
import { en } from '../../../src/localization/en.ts';

describe('emojiGroups', () => {
  it('has each group that has a title, in its order, but the recent ones', () => {
    expect(['recent', ...emojiGroups().keys()]).to.deep.equal(Object.keys(en.emojiGroups));
  });
});

describe('allEmoji', () => {
  it('has each emoji once, with a short code of its own', () => {
    const all = allEmoji();
    expect(all.length).to.be.above(1800);
    expect(new Set(all.map(({ char }) => char)).size).to.equal(all.length);
    const codes = all.flatMap((emoji) => emoji.codes);
    expect(new Set(codes).size).to.equal(codes.length);
    for (const { char, codes: names, words } of all) {
      expect(char).to.match(/^[\p{Emoji}\p{Emoji_Component}]+$/u);
      for (const name of names) expect(name).to.match(/^[\p{L}\p{N}_+-]+$/u);
      expect(words).to.match(/^[\p{Ll}\p{Lo}\p{M}\p{N}+ -]*$/u);
    }
  });

  it('has a name for each, but for the flags of regions', () => {
    for (const emoji of allEmoji()) {
      if (emoji.name === undefined) expect(regionOf(emoji)).to.match(/^[A-Z]{2}$/);
      else expect(emoji.name).to.match(/\S/);
    }
    const named = new Map(allEmoji().map(({ char, name }) => [char, name]));
    expect(named.get('😄')).to.equal('grinning face with smiling eyes');
    expect(named.get('😀')).to.equal('grinning face');
    expect(named.get('*️⃣')).to.equal('keycap: *');
  });
});
