/** The beginning of something that a list of suggestions can complete. */
export interface Token {
  readonly trigger: '@' | ':';
  /** What follows the trigger; of a mention it may hold blanks, as names do. */
  readonly query: string;
  /** Where the trigger stands in the text. */
  readonly start: number;
  /** It is a whole short code, with the colon behind it. */
  readonly isClosed: boolean;
}

/** Longer names are completed before. */
const LONGEST = 64;
/** Not within an address, a time or a link. */
const BEFORE = String.raw`(?<![\w.:@/-])`;
/** A colon right behind a word belongs to the sentence. */
const NO_WORD_BEFORE = String.raw`(?<![\p{L}\p{M}])`;
/** One letter after a colon is a smiley, with a nose or without: `:D`, `:-D`. One sign of these scripts is a word. */
const CODE = String.raw`(?![+_-]\P{N})[\p{L}\p{M}\p{N}_+-]{2,}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]`;
const TOKEN = new RegExp(`${BEFORE}(?:@([^\\n@:]*)|${NO_WORD_BEFORE}:(${CODE})(:?))$`, 'u');

/** @param text what stands before the caret */
export function tokenBefore(text: string): Token | undefined {
  const offset = Math.max(text.length - LONGEST, 0);
  const match = TOKEN.exec(text.slice(offset));
  if (!match) return undefined;
  const [, name, code = '', end] = match;
  return {
    trigger: name === undefined ? ':' : '@',
    query: name ?? code,
    start: offset + match.index,
    isClosed: end === ':',
  };
}
