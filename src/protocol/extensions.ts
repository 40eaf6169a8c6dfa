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
