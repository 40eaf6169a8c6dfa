import { segmentGraphemes } from '../../localization/graphemes.ts';

/** Two Latin letters or signs are two of what a reader sees. */
const LATIN_START = /^[!-~¡-ɏ]([!-~¡-ɏ]|$)/;

/** One or two letters for somebody: of the first and the last word of a name, or of what stands before the `@`. */
export function initials(name: string): string {
  const [local = ''] = name.trim().split('@', 1);
  const words = local.split(/[\s._-]+/).filter(Boolean);
  const named = words.filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = named.length > 0 ? named : words;
  const ends = chosen.length > 1 ? [chosen.at(0), chosen.at(-1)] : chosen;
  return ends.map((word = '') => firstGrapheme(word).toLocaleUpperCase()).join('');
}

/** What a reader sees as one sign; one of a surrogate pair or of a joined emoji would be a box. */
function firstGrapheme(text: string): string {
  if (LATIN_START.test(text)) return text.charAt(0);
  for (const { segment } of segmentGraphemes(text)) return segment;
  return '';
}
