import { allEmoji, regionOf, type Emoji } from './emoji-groups.ts';
import { fold, wordsOf } from './fold.ts';

/** The file of one language, which does not name the flags of regions. */
export interface NameFile {
  readonly NAMES: string;
  readonly FLAG: string;
}

/** What is sought, folded. */
export interface Query {
  readonly code: string;
  readonly words: readonly string[];
}

interface Terms {
  readonly name: string;
  /** What it is called: its short codes, or its name. */
  readonly titles: readonly string[];
  /** What else it is found by. */
  readonly others: string;
}

/** Folded and between blanks, so that one look tells a whole word, or how one begins: ` smile grinning_face `. */
interface Index {
  readonly titles: string;
  readonly words: string;
}

/** How many ranks there are. */
export const RANKS = 5;

/** What emoji are called in one language. */
export class Lexicon {
  static #english: Lexicon | undefined;

  static get english(): Lexicon {
    Lexicon.#english ??= Lexicon.#ofList();
    return Lexicon.#english;
  }

  static #ofList(): Lexicon {
    const regions = regionNames('en');
    return new Lexicon((emoji) => {
      const { name = `flag: ${regions(emoji)}`, codes, words } = emoji;
      return { name, titles: codes, others: `${codes.join(' ')} ${words}` };
    });
  }

  /** @param locale that of the file */
  static of(locale: string, { NAMES, FLAG }: NameFile): Lexicon {
    const regions = regionNames(locale);
    const lines = NAMES.trim().split(/;\s*/).values();
    return new Lexicon((emoji) => {
      const line = emoji.name === undefined ? FLAG + regions(emoji) : (lines.next().value ?? '');
      const [name = '', others = ''] = line.split('|');
      return { name, titles: [name], others };
    });
  }

  readonly #terms: ReadonlyMap<Emoji, Terms>;
  /** Made when something is sought, not when names are shown. */
  readonly #indexes = new Map<Emoji, Index>();

  private constructor(termsOf: (emoji: Emoji) => Terms) {
    this.#terms = new Map(allEmoji().map((emoji) => [emoji, termsOf(emoji)]));
  }

  nameOf(emoji: Emoji): string {
    return this.#terms.get(emoji)?.name ?? '';
  }

  /** @returns 0 for what is called exactly so, else the smaller the better; undefined for none of what is sought */
  rank(emoji: Emoji, { code, words: sought }: Query): number | undefined {
    const { titles, words } = this.#indexes.get(emoji) ?? this.#makeIndex(emoji);
    if (titles.includes(` ${code} `)) return 0;
    if (titles.includes(` ${code}`)) return 1;
    if (sought.every((word) => words.includes(` ${word} `))) return 2;
    if (sought.every((word) => words.includes(` ${word}`))) return 3;
    return sought.every((word) => words.includes(word)) ? 4 : undefined;
  }

  #makeIndex(emoji: Emoji): Index {
    const { name, titles, others } = this.#terms.get(emoji) ?? { name: '', titles: [], others: '' };
    const codes = titles.map((title) => wordsOf(fold(title)).join('_'));
    const words = wordsOf(fold(`${name} ${others}`.replaceAll('_', ' ')));
    const index = { titles: ` ${codes.join(' ')} `, words: ` ${words.join(' ')} ` };
    this.#indexes.set(emoji, index);
    return index;
  }
}

function regionNames(locale: string): (flag: Emoji) => string {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (flag) => names.of(regionOf(flag)) ?? '';
}
