import type { EmojiGroup } from '../../localization/strings.ts';
import { EMOJI_LIST } from './emoji-list.ts';

export interface Emoji {
  readonly char: string;
  /** What is written between colons, the best known first: `smile`. */
  readonly codes: readonly [string, ...string[]];
  /** English words that it is found by, beside its codes and its name. */
  readonly words: string;
  /** In English; undefined of the flag of a region, which `Intl` can name. */
  readonly name: string | undefined;
  readonly hasTones: boolean;
}

const REGION_FLAG = /^\p{Regional_Indicator}{2}$/u;

let groups: ReadonlyMap<EmojiGroup, readonly Emoji[]> | undefined;
let all: readonly Emoji[] | undefined;

/** All emoji, in the order of the groups. */
export function emojiGroups(): ReadonlyMap<EmojiGroup, readonly Emoji[]> {
  groups ??= new Map(
    Object.entries(EMOJI_LIST).map(([group, list]) => [group as EmojiGroup, list.trim().split(/;\s*/).map(parse)]),
  );
  return groups;
}

export function allEmoji(): readonly Emoji[] {
  all ??= [...emojiGroups().values()].flat();
  return all;
}

function parse(entry: string): Emoji {
  const [head = '', words = '', ownName] = entry.split('|');
  const [marked = '', code = '', ...codes] = head.split(' ');
  const hasTones = marked.endsWith('*');
  const char = hasTones ? marked.slice(0, -1) : marked;
  const name = REGION_FLAG.test(char) ? undefined : (ownName ?? (codes.at(-1) ?? code).replaceAll('_', ' '));
  return { char, codes: [code, ...codes], words, name, hasTones };
}

/** `DE` of the flag of Germany. */
export function regionOf({ char }: Emoji): string {
  const toLetter = (indicator: string): number => (indicator.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41;
  return String.fromCharCode(...Array.from(char, toLetter));
}
