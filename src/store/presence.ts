import type { User, UserId } from '../protocol/model.ts';
import type { PresenceSlice } from './state.ts';

/**
 * The whole list replaces the last one.
 * @param at epoch milliseconds; without it nobody's leaving is remembered
 */
export function receivePresence(presence: PresenceSlice, users: readonly User[], at?: number): PresenceSlice {
  const online = new Set(users.map(({ id }) => id));
  if (presence.known && isSameSet(online, presence.online)) return presence;
  const left = [...presence.online].filter((id) => !online.has(id));
  if (at === undefined || left.length === 0) return { ...presence, known: true, online };
  const leftAt = new Map<UserId, number>(presence.leftAt);
  for (const id of left) leftAt.set(id, at);
  return { known: true, online, leftAt };
}

/** Without a connection nobody can tell who is there. */
export function forgetPresence(presence: PresenceSlice): PresenceSlice {
  return presence.known ? { ...presence, known: false, online: new Set() } : presence;
}

export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
