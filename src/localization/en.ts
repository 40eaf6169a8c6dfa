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
  delete: 'Delete',
  dismiss: 'Dismiss',
  unreadMessages: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),

  you: 'You',
  messageBy: (author, time) => `${author}, ${time}`,
  messagePending: 'Sending…',
  messageSent: 'Sent',
  messageFailed: 'Not sent',
  messageFailedBecause: (reason) => `Not sent: ${reason}`,
  unknownMessageType: (type) => `This message (${type}) cannot be shown here`,

  messagesIn: (room) => `Messages in ${room}`,
  loadingMessages: 'Loading messages…',
  noMessages: 'No messages yet.',
  noMessagesHint: 'Say hello.',
  noRoomOpen: 'No conversation open',
  noRoomOpenHint: 'Choose one from the list to read and write.',
  newMessagesHere: 'New messages',
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  newMessagesBelow: (count) => `${count} new`,
  jumpToLatest: 'Jump to the latest messages',
  messageArrived: (author, text) => `${author}: ${text}`,

  writeMessage: 'Message',
  writeMessageTo: (room) => `Message ${room}`,
  readonlyRoom: 'You can read this conversation, but not write in it.',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  charactersTooMany: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),

  onePersonTypes: (name) => `${name} is typing…`,
  twoPeopleType: (first, second) => `${first} and ${second} are typing…`,
  severalPeopleType: 'Several people are typing…',
};
