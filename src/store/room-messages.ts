import type { ChatError, Message } from '../protocol/model.ts';
import { LayeredMap } from './layered-map.ts';
import { compareMessages, positionFor } from './order.ts';
import { findEchoed } from './reconcile.ts';
import type { MessageEntry, RoomMessages } from './state.ts';

export const NO_MESSAGES: RoomMessages = { entries: LayeredMap.from(), order: [], keyOf: LayeredMap.from() };

/** What a batch of confirmed messages did to a room. */
export interface Confirmed {
  readonly messages: RoomMessages;
  /** Those that were neither known nor an echo of our own, in the order of arrival. */
  readonly added: readonly MessageEntry[];
}

/** Takes confirmed messages in: new ones to their place, echoes to the message they answer, repeats nowhere. */
export function confirm(room: RoomMessages, batch: readonly Message[], selfId: string): Confirmed {
  const changes = new Map<string, MessageEntry>();
  const aliases = new Map<string, string>();
  const entryOf = (key: string): MessageEntry | undefined => changes.get(key) ?? room.entries.get(key);
  const unconfirmed = unconfirmedOf(room);
  const order = room.order.slice(0, room.order.length - unconfirmed.length);
  const added: MessageEntry[] = [];

  for (const message of batch) {
    const known = entryOf(aliases.get(message.id) ?? room.keyOf.get(message.id) ?? message.id);
    if (known?.status === 'sent') {
      if (known.body !== message.body || known.type !== message.type) {
        changes.set(known.key, { ...known, body: message.body, type: message.type });
      }
      continue;
    }
    const echoed = message.sender.id === selfId ? findEchoed(message, unconfirmed) : undefined;
    const key = echoed?.key ?? message.id;
    const entry: MessageEntry = { ...message, key, status: 'sent' };
    if (echoed) {
      unconfirmed.splice(unconfirmed.indexOf(echoed), 1);
      aliases.set(message.id, key);
    } else added.push(entry);
    changes.set(key, entry);
    order.splice(
      positionFor(order, (other) => isBefore(entryOf(other), entry)),
      0,
      key,
    );
  }

  if (changes.size === 0) return { messages: room, added };
  return {
    messages: {
      entries: LayeredMap.of(room.entries).with(changes),
      order: [...order, ...unconfirmed.map(({ key }) => key)],
      keyOf: LayeredMap.of(room.keyOf).with(aliases),
    },
    added,
  };
}

function isBefore(a: MessageEntry | undefined, b: MessageEntry): boolean {
  return a !== undefined && compareMessages(a, b) < 0;
}

/** Own messages that no echo has proven yet, in the order of sending; they stand at the end. */
export function unconfirmedOf(room: RoomMessages): MessageEntry[] {
  const found: MessageEntry[] = [];
  for (let index = room.order.length - 1; index >= 0; index -= 1) {
    const entry = room.entries.get(room.order[index] ?? '');
    if (!entry || entry.status === 'sent') break;
    found.unshift(entry);
  }
  return found;
}

/** The newest confirmed message. */
export function newestOf(room: RoomMessages): MessageEntry | undefined {
  for (let index = room.order.length - 1; index >= 0; index -= 1) {
    const entry = room.entries.get(room.order[index] ?? '');
    if (entry?.status === 'sent') return entry;
  }
  return undefined;
}

/** Puts an own message at the end, pending; one that is known stays as it is. */
export function queue(room: RoomMessages, message: Message, key: string): RoomMessages {
  if (room.entries.has(key)) return room;
  const entry: MessageEntry = { ...message, clientId: key, key, status: 'pending' };
  return { ...withEntry(room, entry), order: [...room.order, key] };
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
  return { ...withEntry(room, { ...rest, status: 'pending' }), order: [...without(room.order, key), key] };
}

export function discard(room: RoomMessages, key: string): RoomMessages {
  const entry = room.entries.get(key);
  if (!entry || entry.status === 'sent') return room;
  return { ...room, entries: LayeredMap.of(room.entries).without(key), order: without(room.order, key) };
}

function withEntry(room: RoomMessages, entry: MessageEntry): RoomMessages {
  return { ...room, entries: LayeredMap.of(room.entries).with(new Map([[entry.key, entry]])) };
}

function without(order: readonly string[], key: string): string[] {
  return order.filter((other) => other !== key);
}
