import { segmentGraphemes } from '../../localization/graphemes.ts';
import { plainText } from './parse-text.ts';

const FENCE = '```';
/** Code units that are read, marks and all: a message may be as long as a book. */
const READ = 2000;
/** Two characters that stand by themselves, whatever is around them. */
const APART = /^[ -~¡-ɏ]{2}$/;
/** What a cut leaves of a pair. */
const HALF = /[\ud800-\udbff]$/;

/**
 * The beginning of what a text says, without its marks; an ellipsis stands for the rest.
 * @param length most code units of it, without the ellipsis
 */
export function shortText(text: string, length: number): string {
  const body = text.trimStart();
  const plain = plainText(beginning(body)).trim();
  if (plain.length <= length && body.length <= READ) return plain;
  return `${plain.slice(0, wholeUpTo(plain, length)).replace(HALF, '').trimEnd()}…`;
}

/** Code that ends further on is code here, too. */
function beginning(text: string): string {
  const read = text.slice(0, READ);
  const isInCode = read.split(FENCE).length % 2 === 0 && text.includes(FENCE, READ - FENCE.length + 1);
  return isInCode ? read + FENCE : read;
}

/** Where the character ends that is the last to fit; a character without an end is cut. */
function wholeUpTo(text: string, length: number): number {
  if (text.length <= length || APART.test(text.slice(length - 1, length + 1))) return length;
  return segmentGraphemes(text).containing(length)?.index || length;
}
