/**
 * Accents, and what Arabic and Hebrew write above and below their letters. The marks of other scripts stay: in Hindi they
 * make another word.
 */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const KATAKANA = /[\u30a1-\u30f6]/g;
/** From a katakana to the hiragana of the same sound. */
const TO_HIRAGANA = -0x60;

/** Letters that no normal form takes apart, as they are typed without them on the keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ى: 'ي',
  ة: 'ه',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** One spelling for all that people type when they mean the same: `Île` and `ile`, `İ` and `ı`, `أ` and `ا`, `ネコ` and `ねこ`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_HIRAGANA));
}

/** The words of a folded text. A sign belongs to the number behind it, as in the short code `+1`. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/(?<![\p{L}\p{N}])[+-]\p{N}+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
