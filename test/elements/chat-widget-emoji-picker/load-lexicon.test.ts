import { expect } from '@open-wc/testing';
import { allEmoji } from '../../../src/elements/chat-widget-emoji-picker/emoji-groups.ts';
import type { Lexicon } from '../../../src/elements/chat-widget-emoji-picker/lexicon.ts';
import { LEXICON_LANGUAGES, loadLexicon } from '../../../src/elements/chat-widget-emoji-picker/load-lexicon.ts';

async function load(locale: string): Promise<Lexicon> {
  const lexicon = await loadLexicon(locale);
  if (!lexicon) throw new Error(`There is no lexicon of ${locale}.`);
  return lexicon;
}

async function nameIn(locale: string, char: string): Promise<string | undefined> {
  const lexicon = await load(locale);
  const emoji = allEmoji().find((each) => each.char === char);
  return emoji && lexicon.nameOf(emoji);
}

describe('loadLexicon', () => {
  it('has each language that texts are in, but English', async () => {
    const languages = 'ar de es fr he hi it ja ko nl pl pt ru tr zh'.split(' ');
    expect(LEXICON_LANGUAGES).to.include.members(languages);
    expect(await loadLexicon('en-GB')).to.equal(undefined);
    expect(await loadLexicon('sv')).to.equal(undefined);
  });

  // The first one, one in the middle, and a flag that only the browser has the name of.
  const names: readonly [locale: string, ...names: string[]][] = [
    ['ar', 'وجه بابتسامة عريضة', 'بيتزا', 'علم: ألمانيا'],
    ['de', 'grinsendes Gesicht', 'Pizza', 'Flagge: Deutschland'],
    ['de-CH', 'grinsendes Gesicht', 'Pizza', 'Flagge: Deutschland'],
    ['he', 'חיוך רחב', 'פיצה', 'דגל: גרמניה'],
    ['hi', 'दाँत दिखाता चेहरा', 'पिज़्ज़ा स्लाइस', 'झंडा: जर्मनी'],
    ['ja', 'にっこり笑う', 'ピザ', '旗: ドイツ'],
    ['tr', 'sırıtan yüz', 'pizza dilimi', 'bayrak: Almanya'],
    ['zh', '嘿嘿', '披萨', '旗: 德国'],
    ['zh-TW', '笑臉', '披薩', '旗子：德國'],
  ];
  for (const [locale, ...expected] of names) {
    it(`names them in ${locale}`, async () => {
      const found = await Promise.all(['😀', '🍕', '🇩🇪'].map((char) => nameIn(locale, char)));
      expect(found).to.deep.equal(expected);
    });
  }

  for (const language of LEXICON_LANGUAGES) {
    describe(language, () => {
      it('has a name for each emoji, nearly always one of its own', async () => {
        const lexicon = await load(language);
        const all = allEmoji().map((emoji) => lexicon.nameOf(emoji));
        expect(all.filter((name) => name.trim() === '')).to.deep.equal([]);
        expect(all.filter((name) => /[|;_]/.test(name))).to.deep.equal([]);
        expect(new Set(all).size).to.be.above(all.length * 0.98);
      });

      it('ends with the names of the last emoji, so none is left out before', async () => {
        const lexicon = await load(language);
        const names = new Map(allEmoji().map((emoji) => [emoji.char, lexicon.nameOf(emoji)]));
        const [prefix = ''] = names.get('🇩🇪')?.split(/[:：]/) ?? [];
        expect(prefix).to.match(/\p{L}/u);
        expect(names.get('🏴󠁧󠁢󠁷󠁬󠁳󠁿')).to.match(new RegExp(`^${prefix}.*\\p{L}`, 'u'));
      });
    });
  }
});
