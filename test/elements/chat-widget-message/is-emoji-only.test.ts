import { expect } from '@open-wc/testing';
import { isEmojiOnly } from '../../../src/elements/chat-widget-message/is-emoji-only.ts';

describe('is-emoji-only', () => {
  for (const text of ['👍', '👍👍🏽', ' 🎉 🎉 🎉 ', '❤️', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '5️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👩🏽‍💻', '☝🏽']) {
    it(`${text} is`, () => {
      expect(isEmojiOnly(text)).to.equal(true);
    });
  }

  for (const text of ['', ' ', '5', '#', '©', 'ok 👍', '👍!', '👍👍👍👍', '12', '❤', '👍'.repeat(10_000)]) {
    it(`${JSON.stringify(text.slice(0, 12))} is not`, () => {
      expect(isEmojiOnly(text)).to.equal(false);
    });
  }
});
