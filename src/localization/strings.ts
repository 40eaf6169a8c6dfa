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
  readonly dismiss: string;
  readonly unreadMessages: (count: number) => string;
}
