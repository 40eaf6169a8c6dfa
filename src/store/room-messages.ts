import type { ChatError, Message, MessageId, UnsentMessage, UserId } from '../protocol/model.ts';
import { BucketedMap } from './bucketed-map.ts';
import { isEchoByText } from './reconcile.ts';
import type { MessageEntry, RoomMessages } from './state.ts';

export const NO_MESSAGES: RoomMessages = {
  entries: BucketedMap.from(),
  order: [],
  keyOf: BucketedMap.from(),
  gaps: new Set(),
  older: 'unknown',
};

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

/**
 * Puts an own message back that was found on the device. One that is in the history by now is not: its echo was missed
 * while nobody was there.
 */
export function restore(
  room: RoomMessages,
  { message, departure, failure }: UnsentMessage,
  selfId: UserId,
): RoomMessages {
  const { clientId: key } = message;
  if (room.entries.has(key) || isConfirmed(room, { ...message, ...(departure && { departure }) }, selfId)) return room;
  const entry = { ...message, key, ...(departure && { departure }) };
  return withEntry(room, failure ? { ...entry, status: 'failed', failure } : { ...entry, status: 'pending' }, [
    ...room.order,
    key,
  ]);
}

function isConfirmed(
  { entries, keyOf }: RoomMessages,
  message: UnsentMessage['message'] & Pick<MessageEntry, 'departure'>,
  selfId: UserId,
): boolean {
  if (keyOf.has(message.clientId)) return true;
  if (!message.departure) return false;
  for (const entry of entries.values()) {
    // What has a key of its own was sent from here, and is the echo of that.
    if (entry.status !== 'sent' || entry.sender.id !== selfId || entry.key !== entry.id) continue;
    if (entry.clientId === message.clientId || isEchoByText(entry, message, 'history')) return true;
  }
  return false;
}

/** Before everything that a room known to be empty will ever hold. */
const BEGINNING = { id: '', createdAt: 0 };

/**
 * The message goes on the wire. What was known when it went for the first time stays: it may have been saved then.
 * @param isKnown whether the server has told the room, so that one without messages is empty
 */
export function depart(room: RoomMessages, key: string, withClientId: boolean, isKnown: boolean): RoomMessages {
  const entry = room.entries.get(key);
  if (entry?.status !== 'pending') return room;
  const { departure: before } = entry;
  const newest = newestOf(room);
  const last = newest ? { id: newest.id, createdAt: newest.createdAt } : isKnown ? BEGINNING : undefined;
  const after = before ? before.after : last;
  const departure = { ...(after && { after }), withClientId: withClientId && (before?.withClientId ?? true) };
  return withEntry(room, { ...entry, departure });
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

/** The room itself when there is nothing to change. */
export function withChanges(
  room: RoomMessages,
  changes: ReadonlyMap<string, MessageEntry>,
  order: readonly string[],
  aliases: ReadonlyMap<MessageId, string> = new Map(),
): RoomMessages {
  if (changes.size + aliases.size === 0) return room;
  return {
    ...room,
    entries: BucketedMap.from(room.entries).with(changes),
    order,
    keyOf: BucketedMap.from(room.keyOf).with(aliases),
  };
}
