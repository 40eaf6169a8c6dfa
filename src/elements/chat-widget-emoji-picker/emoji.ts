/**
 * All that has to do with emoji and is fetched when it is first used. In the classic script it is a file of its own, so
 * it stands alone: no Lit, and of `src` nothing but types. It fetches the names in other languages by itself.
 */
export { ChatWidgetEmojiPicker } from './chat-widget-emoji-picker.ts';
export { PersonalEmoji } from './personal-emoji.ts';
