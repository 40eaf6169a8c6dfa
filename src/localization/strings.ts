/** Why something failed: the codes of the widget itself, and those of a backend that say nothing more than their name. */
export type FailureCode =
  | 'connection_lost'
  | 'invalid_server_url'
  | 'message_refused'
  | 'message_too_long'
  | 'no_answer'
  | 'no_echo'
  | 'not_connected'
  | 'rate_limited'
  | 'server_disconnect'
  | 'too_large'
  | 'unsendable';

export type SkinTones = readonly [
  none: string,
  light: string,
  mediumLight: string,
  medium: string,
  mediumDark: string,
  dark: string,
];

/** In the order of the emoji panel. */
export type EmojiGroup =
  'recent' | 'smileys' | 'people' | 'nature' | 'food' | 'travel' | 'activities' | 'objects' | 'symbols' | 'flags';

/**
 * Every text that a person can see or hear. One language a file; the keys are the same in all.
 * A text with values is a function of them, and picks plurals by the language's own rules (`Intl.PluralRules`).
 */
export interface Strings {
  /** Accessible name of the widget's region where the page gave none. */
  readonly chat: string;
  readonly openChat: string;
  readonly closeChat: string;
  /** In place of what is inside the panel while it is fetched. */
  readonly loadingChat: string;
  /** It could not be fetched; beside a button to try again. */
  readonly chatNotLoaded: string;
  readonly back: string;
  readonly send: string;
  readonly cancel: string;
  readonly retry: string;
  readonly delete: string;
  readonly dismiss: string;
  readonly unreadMessages: (count: number) => string;
  /** On a badge that has no room for a greater number. */
  readonly moreThan: (count: string) => string;
  readonly openChatWith: (unreadMessages: string) => string;

  readonly online: string;
  readonly offline: string;
  /** `when` is relative, such as `5 minutes ago`. */
  readonly lastSeen: (when: string) => string;
  readonly participants: (count: number) => string;
  readonly participantsAndOnline: (count: number, online: number) => string;

  /** Accessible name of the list of rooms. */
  readonly rooms: string;
  readonly newRoom: string;
  readonly filterRooms: string;
  readonly loadingRooms: string;
  readonly noRooms: string;
  readonly noRoomsHint: string;
  /** In place of a list that never came. */
  readonly roomsUnavailable: string;
  readonly roomsUnavailableHint: string;
  readonly noRoomsMatch: (query: string) => string;
  readonly clearFilter: string;
  /** Spoken while the filter is typed. */
  readonly roomsFound: (count: number) => string;
  /** The last message in the list, by whom it is. */
  readonly previewBy: (author: string) => string;
  /** In the list, for a message of a type that this version does not know and that has no text. */
  readonly unknownMessage: string;

  /** The author of an own message, where another's name would stand. */
  readonly you: string;
  /** Accessible name of one message. */
  readonly messageBy: (author: string, time: string) => string;
  readonly messagePending: string;
  /** While there is no connection. */
  readonly messageWaiting: string;
  readonly messageSent: string;
  readonly messageFailed: string;
  readonly messageFailedBecause: (reason: string) => string;
  /** On the button that puts what a message says on the clipboard. */
  readonly copyText: string;
  readonly textCopied: string;
  readonly textNotCopied: string;
  /** Below a link that leads to an image, which is not fetched before. */
  readonly showImage: string;
  readonly imageNotLoaded: string;
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
  /** Above the first message that there is. */
  readonly conversationBegins: string;
  readonly loadingOlderMessages: string;
  readonly olderMessagesNotLoaded: string;
  /** In place of all messages of a room. */
  readonly messagesNotLoaded: string;
  /** Spoken when they are there. */
  readonly olderMessagesLoaded: (count: number) => string;
  /** Between two messages, where the connection was lost. */
  readonly messagesMayBeMissing: string;
  /** Spoken in place of many that arrived at once. */
  readonly newMessages: (count: number) => string;
  /** Spoken in place of many that failed at once. */
  readonly messagesFailed: (count: number) => string;
  /** On the button that leads down to them; short. */
  readonly newMessagesBelow: (count: string) => string;
  readonly jumpToLatest: string;
  /** Spoken when it arrives. */
  readonly messageArrived: (author: string, text: string) => string;

  readonly writeMessage: string;
  readonly writeMessageTo: (room: string) => string;
  readonly readonlyRoom: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersTooMany: (count: number) => string;

  /** Accessible name of the list above the field: people to mention, or emoji. */
  readonly suggestions: string;
  /** Spoken when that list opens or changes. */
  readonly suggestionCount: (count: number) => string;

  readonly insertEmoji: string;
  readonly searchEmoji: string;
  /** Shown and spoken while searching; of none too. */
  readonly emojiFound: (count: number) => string;
  readonly emojiNotLoaded: string;
  /** What is chosen for all emoji that show people. */
  readonly skinTone: string;
  /** That of no tone, which is yellow, then from light to dark. */
  readonly skinTones: SkinTones;

  readonly attachFiles: string;
  /** Accessible name of the list of them. */
  readonly attachedFiles: string;
  /** While files are held over the conversation. */
  readonly dropFiles: string;
  readonly uploadingFile: (name: string) => string;
  readonly fileNotUploaded: (name: string) => string;
  readonly removeFile: (name: string) => string;
  readonly emojiGroups: Readonly<Record<EmojiGroup, string>>;

  readonly onePersonTypes: (name: string) => string;
  readonly twoPeopleType: (first: string, second: string) => string;
  readonly severalPeopleType: string;

  readonly connecting: string;
  readonly reconnecting: string;
  readonly reconnectingAttempt: (attempt: number) => string;
  readonly connectNow: string;
  readonly youAreOffline: string;
  /** The server did not accept who the person is. */
  readonly notSignedIn: string;
  readonly connectionFailed: string;
  readonly connectedAgain: string;

  /** Whole sentences, shown by themselves or after what failed. */
  readonly failures: Readonly<Record<FailureCode, string>>;

  /** As the failures: where the backend did not say which. */
  readonly serverError: string;
  /** Where it said nothing but a code of its own. */
  readonly serverErrorWith: (code: string) => string;

  /** Accessible name of the list of errors. */
  readonly notices: string;
  readonly noticeCount: (count: string) => string;
  readonly dismissNotice: (message: string) => string;

  readonly roomKind: string;
  readonly directRoom: string;
  readonly groupRoom: string;
  readonly groupName: string;
  readonly directRecipient: string;
  readonly groupMembers: string;
  /** Where people are looked for or typed in. */
  readonly findPeople: string;
  readonly findPeopleHint: string;
  /** In place of the hint when there is nobody to choose from. */
  readonly nobodyKnown: string;
  readonly knownPeople: string;
  readonly chosenPeople: string;
  readonly removePerson: (name: string) => string;
  readonly addByEmail: (text: string) => string;
  readonly addByName: (text: string) => string;
  readonly addById: (text: string) => string;
  readonly createDirectRoom: string;
  readonly createGroup: string;
  readonly creatingRoom: string;
  readonly groupNameMissing: string;
  readonly recipientMissing: string;
  readonly membersMissing: string;
  /** Something was typed, but nobody was chosen by it. */
  readonly personPending: (text: string) => string;
  readonly roomNotCreated: (reason: string) => string;
}
