/** A flag, a keycap, or a picture with its skin tone, joined with others to one. Written without the `v` flag, which older browsers cannot read. */
const BASE = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}|\p{Emoji_Modifier_Base})\p{Emoji_Modifier}?`;
const JOINED = String.raw`(?:\u{200D}\p{Extended_Pictographic}\u{FE0F}?\p{Emoji_Modifier}?)*`;
const TAGS = String.raw`(?:[\u{E0020}-\u{E007E}]+\u{E007F})?`;
const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\u{FE0F}?\u{20E3}|${BASE}${TAGS}${JOINED})`;

/** More would be a wall of pictures. */
const EMOJI_ONLY = new RegExp(String.raw`^\s*(?:${EMOJI}\s*){1,3}$`, 'u');

/** The longest emoji have some 35 code units. */
const LONGEST = 120;

/** Whether a text is one to three emoji and nothing else: these are shown large. */
export function isEmojiOnly(text: string): boolean {
  return text.length <= LONGEST && EMOJI_ONLY.test(text);
}
