import type { EmojiGroup } from '../../localization/strings.ts';
import { EMOJI_LIST } from './emoji-list.ts';

export interface Emoji {
  readonly char: string;
  /** What is written between colons, the best known first: `smile`. */
  readonly codes: readonly [string, ...string[]];
  /** All else that it is found by, in lower case. */
  readonly words: readonly string[];
}

let groups: ReadonlyMap<EmojiGroup, readonly Emoji[]> | undefined;

/** All emoji, in the order of the groups. */
export function emojiGroups(): ReadonlyMap<EmojiGroup, readonly Emoji[]> {
  groups ??= new Map(
    Object.entries(EMOJI_LIST).map(([group, list]) => [group as EmojiGroup, list.trim().split(/;\s*/).map(parse)]),
  );
  return groups;
}

function parse(entry: string): Emoji {
  const [names = '', words = ''] = entry.split('|');
  const [char = '', code = '', ...codes] = names.split(' ');
  return { char, codes: [code, ...codes], words: [...names.split(/[ _]/).slice(1), ...words.split(' ')] };
}

/** Those that a person may mean, best first: by short code, then by whole words, then by how words begin. */
export function findEmoji(query: string, limit: number): readonly Emoji[] {
  const terms = query.toLowerCase().match(/[\p{L}\p{N}+-]+/gu);
  if (!terms) return [];
  const code = terms.join('_');
  const ranks: Emoji[][] = [[], [], [], []];
  for (const emoji of [...emojiGroups().values()].flat()) ranks[rank(emoji, code, terms)]?.push(emoji);
  return ranks.flat().slice(0, limit);
}

/** @returns the smaller the better; -1 for none of it */
function rank({ codes, words }: Emoji, code: string, terms: readonly string[]): number {
  if (codes.includes(code)) return 0;
  if (codes.some((each) => each.startsWith(code))) return 1;
  if (terms.every((term) => words.includes(term))) return 2;
  return terms.every((term) => words.some((word) => word.startsWith(term))) ? 3 : -1;
}
