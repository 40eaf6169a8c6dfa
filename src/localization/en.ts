import type { Strings } from './strings.ts';

/** The default language, and what a missing key of `strings` falls back to. */
export const en: Strings = {
  chat: 'Chat',
  openChat: 'Open chat',
  closeChat: 'Close chat',
  back: 'Back',
  send: 'Send',
  cancel: 'Cancel',
  retry: 'Try again',
  dismiss: 'Dismiss',
  unreadMessages: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
};
