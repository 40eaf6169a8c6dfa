import type { ChatError, Message, MessageId, UserId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { compareMessages, positionFor } from './order.ts';
import { findEchoed } from './reconcile.ts';
import type { MessageEntry, RoomMessages } from './state.ts';

export const NO_MESSAGES: RoomMessages = { entries: BucketedMap.from(), order: [], keyOf: BucketedMap.from() };

/** Broadcasts overtake each other by less (milliseconds of the server's time); what is older may be history. */
const OVERTAKING = 60_000;

/** What a batch of confirmed messages did to a room. */
export interface Confirmed {
  /** The same as before when nothing was new. */
  readonly messages: RoomMessages;
  /** Those that were neither known nor an echo, in the order of arrival. */
  readonly added: readonly MessageEntry[];
}

/** Takes confirmed messages in: new ones to their place, echoes to the message they answer, repeats nowhere. */
export function confirm(
  room: RoomMessages,
  batch: readonly Message[],
  selfId: UserId,
  origin: 'broadcast' | 'history',
): Confirmed {
  const unconfirmed = unconfirmedOf(room);
  const confirmedCount = room.order.length - unconfirmed.length;
  const liveSince = liveSinceOf(room, origin);
  const changes = new Map<string, MessageEntry>();
  const aliases = new Map<MessageId, string>();
  const placed: MessageEntry[] = [];
  const added: MessageEntry[] = [];
  const sent = (key: string): MessageEntry | undefined => {
    const entry = changes.get(key) ?? room.entries.get(key);
    return entry?.status === 'sent' ? entry : undefined;
  };

  for (const message of batch) {
    const { id, body, type, clientId } = message;
    const known = sent(aliases.get(id) ?? room.keyOf.get(id) ?? id);
    if (known) {
      if (known.id === id && (known.body !== body || known.type !== type))
        changes.set(known.key, { ...known, body, type });
      continue;
    }
    // Sent again because its first echo was lost, and saved twice: still one message.
    const twin = message.sender.id === selfId && clientId !== undefined ? sent(clientId) : undefined;
    const echoed = twin ?? findEchoed(message, unconfirmed, selfId, liveSince);
    const key = echoed?.key ?? id;
    if (key !== id) aliases.set(id, key);
    if (twin) continue;
    const entry: MessageEntry = { ...message, key, status: 'sent' };
    if (echoed) unconfirmed.splice(unconfirmed.indexOf(echoed), 1);
    else added.push(entry);
    changes.set(key, entry);
    placed.push(entry);
  }

  const order = place(room, confirmedCount, placed, unconfirmed);
  return { messages: withChanges(room, changes, order, aliases), added };
}

/** The server's time from which a message can only be live: near the newest one that is known. */
function liveSinceOf(room: RoomMessages, origin: 'broadcast' | 'history'): number {
  const newest = newestOf(room);
  if (newest) return newest.createdAt - OVERTAKING;
  return origin === 'broadcast' ? -Infinity : Infinity;
}

/** The order with these messages in it, each searched on its own: the rest of the room is copied, not looked at. */
function place(
  { order, entries }: RoomMessages,
  confirmedCount: number,
  placed: readonly MessageEntry[],
  unconfirmed: readonly MessageEntry[],
): readonly string[] {
  if (placed.length === 0) return order;
  const tail: string[] = [];
  let head: number | undefined;
  let from = 0;
  for (const entry of [...placed].sort(compareMessages)) {
    const isBefore = (key: string): boolean => {
      const other = entries.get(key);
      return other !== undefined && compareMessages(other, entry) < 0;
    };
    const position = positionFor(order, isBefore, from, confirmedCount);
    head ??= from = position;
    for (; from < position; from += 1) tail.push(order[from] ?? '');
    tail.push(entry.key);
  }
  for (const key of order.slice(from, confirmedCount)) tail.push(key);
  for (const { key } of unconfirmed) tail.push(key);
  return order.slice(0, head).concat(tail);
}

/** Own messages that no echo has proven yet, in the order of sending; they stand at the end. */
export function unconfirmedOf(room: RoomMessages): MessageEntry[] {
  const found: MessageEntry[] = [];
  for (let index = room.order.length - 1; index >= 0; index -= 1) {
    const entry = room.entries.get(room.order[index] ?? '');
    if (!entry || entry.status === 'sent') break;
    found.push(entry);
  }
  return found.reverse();
}

/** The newest confirmed message. */
export function newestOf(room: RoomMessages): MessageEntry | undefined {
  const index = room.order.length - 1 - unconfirmedOf(room).length;
  return room.entries.get(room.order[index] ?? '');
}

/** What stays of a room that is gone: the texts that the person has not got rid of yet. */
export function onlyUnconfirmed(room: RoomMessages): RoomMessages {
  return unconfirmedOf(room).reduce((rest, entry) => withEntry(rest, entry, [...rest.order, entry.key]), NO_MESSAGES);
}

/** Puts an own message at the end, pending; one that is known stays as it is. */
export function queue(room: RoomMessages, message: Message, key: string): RoomMessages {
  if (room.entries.has(key)) return room;
  return withEntry(room, { ...message, clientId: key, key, status: 'pending' }, [...room.order, key]);
}

export function fail(room: RoomMessages, key: string, failure: ChatError): RoomMessages {
  const entry = room.entries.get(key);
  return entry?.status === 'pending' ? withEntry(room, { ...entry, status: 'failed', failure }) : room;
}

/** A retry is a new sending: it goes behind what was sent since. */
export function retry(room: RoomMessages, key: string): RoomMessages {
  const entry = room.entries.get(key);
  if (entry?.status !== 'failed') return room;
  const { failure: _, ...rest } = entry;
  return withEntry(room, { ...rest, status: 'pending' }, [...without(room.order, key), key]);
}

export function discard(room: RoomMessages, key: string): RoomMessages {
  const status = room.entries.get(key)?.status;
  if (!status || status === 'sent') return room;
  return { ...room, entries: BucketedMap.from(room.entries).without(key), order: without(room.order, key) };
}

function without(order: readonly string[], key: string): string[] {
  return order.filter((other) => other !== key);
}

function withEntry(room: RoomMessages, entry: MessageEntry, order = room.order): RoomMessages {
  return withChanges(room, new Map([[entry.key, entry]]), order);
}

function withChanges(
  room: RoomMessages,
  changes: ReadonlyMap<string, MessageEntry>,
  order: readonly string[],
  aliases: ReadonlyMap<MessageId, string> = new Map(),
): RoomMessages {
  if (changes.size + aliases.size === 0) return room;
  return {
    entries: BucketedMap.from(room.entries).with(changes),
    order,
    keyOf: BucketedMap.from(room.keyOf).with(aliases),
  };
}
