import type { User } from '../protocol/model.ts';
import type { PresenceSlice } from './state.ts';

/** The whole list replaces the last one. */
export function receivePresence(presence: PresenceSlice, users: readonly User[]): PresenceSlice {
  const online = new Set(users.map(({ id }) => id));
  return presence.known && isSameSet(online, presence.online) ? presence : { known: true, online };
}

/** Without a connection nobody can tell who is there. */
export function forgetPresence(presence: PresenceSlice): PresenceSlice {
  return presence.known ? { known: false, online: new Set() } : presence;
}

export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
