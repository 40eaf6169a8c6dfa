import type { UserId } from '../../protocol/model.ts';
import type { MessageEntry, RoomMessages } from '../../store/state.ts';

/** What happened at the end of a room between two renders. */
export interface Arrivals {
  /** New messages of others, in the order of the thread. */
  readonly received: readonly MessageEntry[];
  /** Own messages that were not there before. */
  readonly sent: readonly MessageEntry[];
  /** Own messages that failed since. */
  readonly failed: readonly MessageEntry[];
  /** How many were loaded that are older than all that was there. */
  readonly olderCount: number;
}

/** Looks from the end back to the first confirmed message that was there before: history that is loaded is no news. */
export function arrivals(before: RoomMessages, after: RoomMessages, selfId: UserId): Arrivals {
  const { order, entries } = after;
  const olderCount = countOlder(before, after);
  const received: MessageEntry[] = [];
  const sent: MessageEntry[] = [];
  const failed: MessageEntry[] = [];
  for (let index = order.length - 1; index >= olderCount; index -= 1) {
    const entry = entries.get(order[index] ?? '');
    const known = entry && before.entries.get(entry.key);
    if (!entry || (known && entry.status === 'sent' && known.status === 'sent')) break;
    if (!known) (entry.sender.id === selfId ? sent : received).push(entry);
    else if (entry.status === 'failed' && known.status !== 'failed') failed.push(entry);
  }
  return { received: received.reverse(), sent: sent.reverse(), failed: failed.reverse(), olderCount };
}

/** A page of history has come where they were being loaded, and are not any more. */
function countOlder(before: RoomMessages, { older, order, entries }: RoomMessages): number {
  if (before.older !== 'loading' || older === 'loading' || older === 'failed') return 0;
  const first = before.order[0];
  if (first !== undefined && before.entries.get(first)?.status === 'sent') return order.indexOf(first);
  // Nothing that was confirmed was there: all that is confirmed now came with the page.
  return order.filter((key) => entries.get(key)?.status === 'sent' && !before.entries.has(key)).length;
}
