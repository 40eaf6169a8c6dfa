import { allEmoji, regionOf, type Emoji } from './emoji-groups.ts';
import { fold, wordsOf } from './fold.ts';

/** The file of one language, which says nothing of the flags of regions. */
export interface NameFile {
  readonly NAMES: string;
  readonly FLAG: string;
}

/** What is sought, folded. */
export interface Query {
  readonly code: string;
  readonly words: readonly string[];
}

interface Entry {
  readonly name: string;
  /** Short codes, or the name; folded and between blanks, so that a look tells how one begins: ` smile grinning_face `. */
  readonly titles: string;
  /** What else it is found by, in the same way. */
  readonly words: string;
}

/** How many ranks there are. */
export const RANKS = 5;

/** What emoji are called in one language. */
export class Lexicon {
  static #english: Lexicon | undefined;

  static get english(): Lexicon {
    const regions = regionNames('en');
    Lexicon.#english ??= new Lexicon(
      allEmoji().map((emoji) => {
        const { name = `flag: ${regions(emoji)}`, codes, words } = emoji;
        return entryOf(emoji, name, codes, `${codes.join(' ')} ${words}`);
      }),
    );
    return Lexicon.#english;
  }

  /** @param locale that of the file */
  static of(locale: string, { NAMES, FLAG }: NameFile): Lexicon {
    const regions = regionNames(locale);
    const named = NAMES.trim().split(/;\s*/).values();
    return new Lexicon(
      allEmoji().map((emoji) => {
        const line = emoji.name === undefined ? FLAG + regions(emoji) : (named.next().value ?? '');
        const [name = '', words = ''] = line.split('|');
        return entryOf(emoji, name, [name], words);
      }),
    );
  }

  readonly #entries: ReadonlyMap<Emoji, Entry>;

  private constructor(entries: readonly (readonly [Emoji, Entry])[]) {
    this.#entries = new Map(entries);
  }

  nameOf(emoji: Emoji): string {
    return this.#entries.get(emoji)?.name ?? '';
  }

  /** @returns 0 for what is called exactly so, else the smaller the better; undefined for none of what is sought */
  rank(emoji: Emoji, { code, words: sought }: Query): number | undefined {
    const { titles, words } = this.#entries.get(emoji) ?? { titles: '', words: '' };
    if (titles.includes(` ${code} `)) return 0;
    if (titles.includes(` ${code}`)) return 1;
    if (sought.every((word) => words.includes(` ${word} `))) return 2;
    if (sought.every((word) => words.includes(` ${word}`))) return 3;
    return sought.every((word) => words.includes(word)) ? 4 : undefined;
  }
}

function entryOf(emoji: Emoji, name: string, titles: readonly string[], others: string): [Emoji, Entry] {
  const written = titles.map((title) => wordsOf(fold(title)).join('_'));
  const words = wordsOf(fold(`${name} ${others}`.replaceAll('_', ' ')));
  return [emoji, { name, titles: ` ${written.join(' ')} `, words: ` ${words.join(' ')} ` }];
}

function regionNames(locale: string): (flag: Emoji) => string {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (flag) => names.of(regionOf(flag)) ?? '';
}
