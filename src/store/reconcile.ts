import type { Message, UserId } from '../protocol/model.ts';
import type { MessageEntry } from './state.ts';

/** Clocks of people and servers rarely differ by more (milliseconds). */
const CLOCK_DIFFERENCE = 60_000;
/** Live messages overtake each other by less (milliseconds of the server's time). */
const OVERTAKING = 60_000;

type UnconfirmedMessage = Pick<MessageEntry, 'key' | 'status' | 'type' | 'body' | 'createdAt' | 'departure'>;

const ENTITY = /&(amp|lt|gt|quot|apos|#0?39|#x27);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** True for the text that a backend made of ours: many trim it, some escape it for HTML. */
export function isSameText(told: string, own: string): boolean {
  return [told, unescapeHtml(told)].some((text) => text.trim() === own.trim());
}

function unescapeHtml(text: string): string {
  return text.replace(ENTITY, (_, name: string) => CHARACTERS[name] ?? "'");
}

/** How a message reached us: live, or as a part of what was before. */
export type Origin = 'broadcast' | 'history';

/**
 * Finds the unconfirmed message whose echo this is: by its key, which the backend may tell as id or client id, else by
 * author, type and text; then the oldest pending one and after those the oldest failed one, because a late echo heals.
 *
 * One echo answers one message, so two identical messages sent on purpose stay two.
 * @param echo not known until now
 * @param unconfirmed own messages of the same room, in the order of sending
 */
export function findEchoed(
  echo: Message,
  unconfirmed: readonly UnconfirmedMessage[],
  selfId: UserId,
  origin: Origin,
): UnconfirmedMessage | undefined {
  const isOwn = echo.sender.id === selfId;
  const named = unconfirmed.find(({ key }) => key === echo.id || (isOwn && key === echo.clientId));
  if (named || !isOwn) return named;
  const candidates = unconfirmed.filter((message) => isEchoByText(echo, message, origin));
  return candidates.find(({ status }) => status === 'pending') ?? candidates[0];
}

/** What has never been on the wire has no echo: the same text then comes from another device, or from long ago. */
export function isEchoByText(
  echo: Message,
  { type, body, createdAt, departure }: Omit<UnconfirmedMessage, 'key' | 'status'>,
  origin: Origin,
): boolean {
  if (!departure || type !== echo.type || !isSameText(echo.body, body)) return false;
  // A server that was told our client id and names another one speaks of another message, perhaps of another device.
  if (departure.withClientId && echo.clientId !== undefined) return false;
  const isLive = origin === 'broadcast';
  const { after } = departure;
  if (!after) return isLive || echo.createdAt >= createdAt - CLOCK_DIFFERENCE;
  return echo.id !== after.id && echo.createdAt >= after.createdAt - (isLive ? OVERTAKING : 0);
}
