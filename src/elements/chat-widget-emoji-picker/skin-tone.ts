import type { Emoji } from './emoji-groups.ts';

/** None, or from light to dark. */
export const SKIN_TONES = [0, 1, 2, 3, 4, 5] as const;
export type SkinTone = (typeof SKIN_TONES)[number];

/** Of the lightest one, less one. */
const BEFORE_FIRST = 0x1f3fa;

/** The emoji as it is written in a tone, if it has tones. */
export function withTone({ char, hasTones }: Pick<Emoji, 'char' | 'hasTones'>, tone: SkinTone): string {
  if (tone === 0 || !hasTones) return char;
  const [first = '', ...others] = char;
  // The modifier also says what the selector behind the first one did: that it is a picture.
  return first + String.fromCodePoint(BEFORE_FIRST + tone) + others.join('').replace(/^\uFE0F/u, '');
}
