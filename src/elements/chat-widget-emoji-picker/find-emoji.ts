import { allEmoji, type Emoji } from './emoji-groups.ts';
import { fold, wordsOf } from './fold.ts';
import { RANKS, type Lexicon } from './lexicon.ts';

/**
 * Those that a person may mean, best first: by short code or name, then by whole words, by how words begin, and by what is
 * inside of them.
 * @param lexicons the first one has the say where two find an emoji equally well
 */
export function findEmoji(query: string, lexicons: readonly Lexicon[], limit: number): readonly Emoji[] {
  return rankAll(query, lexicons).flat().slice(0, limit);
}

/** Those that are called so, and not only like that. */
export function findExactly(code: string, lexicons: readonly Lexicon[]): readonly Emoji[] {
  return rankAll(code, lexicons).slice(0, lexicons.length).flat();
}

/** By rank, and within a rank by lexicon. */
function rankAll(query: string, lexicons: readonly Lexicon[]): readonly (readonly Emoji[])[] {
  const ranks = Array.from({ length: RANKS * lexicons.length }, (): Emoji[] => []);
  const words = wordsOf(fold(query));
  if (words.length === 0) return ranks;
  const sought = { code: words.join('_'), words };
  for (const emoji of allEmoji()) {
    const found = lexicons.flatMap((lexicon, index) => {
      const rank = lexicon.rank(emoji, sought);
      return rank === undefined ? [] : rank * lexicons.length + index;
    });
    ranks[Math.min(...found)]?.push(emoji);
  }
  return ranks;
}
