import type { Message, UserId } from '../protocol/model.ts';
import type { MessageEntry } from './state.ts';

/** Clocks of people and servers rarely differ by more (milliseconds). */
const CLOCK_DIFFERENCE = 60_000;

const ENTITY = /&(amp|lt|gt|quot|apos|#0?39|#x27);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** True for the text that a backend made of ours: many trim it, some escape it for HTML. */
export function isSameText(told: string, own: string): boolean {
  return [told, unescapeHtml(told)].some((text) => text.trim() === own.trim());
}

function unescapeHtml(text: string): string {
  return text.replace(ENTITY, (_, name: string) => CHARACTERS[name] ?? "'");
}

/**
 * Finds the unconfirmed message whose echo this is: by its key, which the backend may tell as id or client id, else by
 * author, type and text; then the oldest pending one and after those the oldest failed one, because a late echo heals.
 *
 * One echo answers one message, so two identical messages sent on purpose stay two.
 * @param unconfirmed own messages of the same room, in the order of sending
 * @param liveSince server time; what is older may be history, in which the same text can stand from long ago. Such a
 *   message is no echo of one that was sent later.
 */
export function findEchoed(
  echo: Message,
  unconfirmed: readonly MessageEntry[],
  selfId: UserId,
  liveSince: number,
): MessageEntry | undefined {
  const isOwn = echo.sender.id === selfId;
  const named = unconfirmed.find(({ key }) => key === echo.id || (isOwn && key === echo.clientId));
  if (named || !isOwn) return named;
  const candidates = unconfirmed.filter(
    ({ type, body, createdAt }) =>
      type === echo.type &&
      (echo.createdAt >= liveSince || echo.createdAt >= createdAt - CLOCK_DIFFERENCE) &&
      isSameText(echo.body, body),
  );
  return candidates.find(({ status }) => status === 'pending') ?? candidates[0];
}
