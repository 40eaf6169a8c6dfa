import type { Message } from '../protocol/model.ts';
import type { MessageEntry } from './state.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** Backends trim texts and escape them for HTML; neither makes it another message. */
export function comparableBody(body: string): string {
  return body.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (match, name: string) => ENTITIES[name] ?? match).trim();
}

/**
 * Finds the unconfirmed message whose echo this is: by the echoed client id, else by type and text, the oldest pending
 * first and then the oldest failed, because a late echo heals.
 *
 * One echo answers one message, so two identical messages sent on purpose stay two.
 * @param unconfirmed own messages of the same room, in the order of sending
 */
export function findEchoed(echo: Message, unconfirmed: readonly MessageEntry[]): MessageEntry | undefined {
  if (echo.clientId !== undefined) {
    const own = unconfirmed.find(({ key }) => key === echo.clientId);
    if (own) return own;
  }
  const body = comparableBody(echo.body);
  const same = unconfirmed.filter((entry) => entry.type === echo.type && comparableBody(entry.body) === body);
  return same.find(({ status }) => status === 'pending') ?? same[0];
}
