import type { UserId } from '../../protocol/model.ts';
import type { MessageEntry, RoomEntry, RoomMessages } from '../../store/state.ts';

/** Messages of one author that are not further apart stand together. */
const GROUP_GAP = 5 * 60_000;

/** One row of the thread, and what stands above it. */
export interface ThreadRow {
  readonly entry: MessageEntry;
  /** The first of a calendar day (local time). */
  readonly startsDay: boolean;
  /** The first that was unread when the room was opened. */
  readonly startsUnread: boolean;
  /** Messages may be missing between this one and the one before. */
  readonly followsGap: boolean;
  /** Goes on with the group of the message before. */
  readonly continued: boolean;
}

/** The rows `from` to `to` (exclusive) of a room. Looks at those and the one before, however long the room is. */
export function threadRows(
  { entries, order, gaps }: RoomMessages,
  from: number,
  to: number,
  firstUnreadKey: string | undefined,
): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let previous = entries.get(order[from - 1] ?? '');
  let previousDay = previous && dayOf(previous);
  for (const key of order.slice(from, to)) {
    const entry = entries.get(key);
    if (!entry) continue;
    const day = dayOf(entry);
    const startsDay = day !== previousDay;
    const startsUnread = key === firstUnreadKey;
    // Without a key before: the room was empty when the connection was lost.
    const followsGap = entry.status === 'sent' && gaps.has(previous?.key ?? '');
    const continued =
      !startsDay && !startsUnread && !followsGap && previous !== undefined && isOneGroup(previous, entry);
    rows.push({ entry, startsDay, startsUnread, followsGap, continued });
    previous = entry;
    previousDay = day;
  }
  return rows;
}

function dayOf({ createdAt }: MessageEntry): number {
  return new Date(createdAt).setHours(0, 0, 0, 0);
}

function isOneGroup(a: MessageEntry, b: MessageEntry): boolean {
  return a.sender.id === b.sender.id && Math.abs(b.createdAt - a.createdAt) <= GROUP_GAP;
}

/** Where what is new begins, as far as it is known. */
export interface UnreadStart {
  /** The first unread message of somebody else; undefined when all was read. */
  readonly key: string | undefined;
  /** So many more are unread, and older than all that is here. */
  readonly missing: number;
}

export const ALL_READ: UnreadStart = { key: undefined, missing: 0 };

export function unreadStart(
  room: RoomEntry | undefined,
  messages: RoomMessages | undefined,
  selfId: UserId,
): UnreadStart {
  if (!room?.unreadCount || !messages) return ALL_READ;
  const { order, entries } = messages;
  const readIndex = room.readKey === undefined ? -1 : order.lastIndexOf(room.readKey);
  // Where the last read message is not known, the count tells how far back it is.
  if (readIndex < 0) return countBack(messages, order.length, { key: undefined, missing: room.unreadCount }, selfId);
  const key = order.find((key, index) => index > readIndex && entries.get(key)?.sender.id !== selfId);
  return { key, missing: 0 };
}

/** The same, now that older messages have come. */
export function withOlderUnread(start: UnreadStart, messages: RoomMessages, selfId: UserId): UnreadStart {
  if (start.key === undefined || start.missing === 0) return start;
  return countBack(messages, messages.order.indexOf(start.key), start, selfId);
}

function countBack({ order, entries }: RoomMessages, end: number, start: UnreadStart, selfId: UserId): UnreadStart {
  let { key, missing } = start;
  for (let index = end - 1; index >= 0 && missing > 0; index -= 1) {
    const older = order[index];
    if (older === undefined || entries.get(older)?.sender.id === selfId) continue;
    key = older;
    missing -= 1;
  }
  return { key, missing };
}
