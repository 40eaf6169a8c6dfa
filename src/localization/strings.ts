/**
 * Every text that a person can see or hear. One language a file; the keys are the same in all.
 * A text with values is a function of them, and picks plurals by the language's own rules (`Intl.PluralRules`).
 */
export interface Strings {
  /** Accessible name of the widget's region where the page gave none. */
  readonly chat: string;
  readonly openChat: string;
  readonly closeChat: string;
  readonly back: string;
  readonly send: string;
  readonly cancel: string;
  readonly retry: string;
  readonly delete: string;
  readonly dismiss: string;
  readonly unreadMessages: (count: number) => string;

  /** The author of an own message, where another's name would stand. */
  readonly you: string;
  /** Accessible name of one message. */
  readonly messageBy: (author: string, time: string) => string;
  readonly messagePending: string;
  readonly messageSent: string;
  readonly messageFailed: string;
  readonly messageFailedBecause: (reason: string) => string;
  /** In place of a message of a type that this version does not know. */
  readonly unknownMessageType: (type: string) => string;

  /** Accessible name of the transcript. */
  readonly messagesIn: (room: string) => string;
  readonly loadingMessages: string;
  readonly noMessages: string;
  readonly noMessagesHint: string;
  readonly noRoomOpen: string;
  readonly noRoomOpenHint: string;
  /** On the line above the first unread message. */
  readonly newMessagesHere: string;
  /** Spoken in place of many that arrived at once. */
  readonly newMessages: (count: number) => string;
  /** On the button that leads down to them; short. */
  readonly newMessagesBelow: (count: number) => string;
  readonly jumpToLatest: string;
  /** Spoken when it arrives. */
  readonly messageArrived: (author: string, text: string) => string;

  readonly writeMessage: string;
  readonly writeMessageTo: (room: string) => string;
  readonly readonlyRoom: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersTooMany: (count: number) => string;

  readonly onePersonTypes: (name: string) => string;
  readonly twoPeopleType: (first: string, second: string) => string;
  readonly severalPeopleType: string;
}
