import type { ChatError, Message } from './model.ts';

/**
 * Optional extensions, negotiated by the acknowledgement of `connected`:
 * a backend that answers `{ capabilities: [...] }` turns on what it lists.
 */
export const CAPABILITIES = [
  'ack',
  'history',
  'receipts',
  'presence_push',
  'attachments',
  'edits',
  'reactions',
  'replies',
  'search',
  'rooms',
  'directory',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** The server's answer to `connected`. */
export interface ConnectedAcknowledgement {
  readonly capabilities: readonly Capability[];
}

/** The server's answer to `get_messages`. */
export interface MessagesPage {
  /** In no particular order. */
  readonly messages: readonly Message[];
  /** Whether there is more in the direction that was asked for. */
  readonly hasMore: boolean;
}

/** The server's answer to `new_message` where it announced `ack`: what it saved, or why it did not. */
export type MessageAnswer = { readonly message: Message } | { readonly error: ChatError };
