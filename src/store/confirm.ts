import type { Message, MessageId, UserId } from '../protocol/model.ts';
import { compareMessages, positionFor } from './order.ts';
import { findEchoed, type Origin } from './reconcile.ts';
import { discard, unconfirmedOf, withChanges } from './room-messages.ts';
import type { MessageEntry, RoomMessages } from './state.ts';

/** What a batch of confirmed messages did to a room. */
export interface Confirmed {
  /** The same as before when nothing was new. */
  readonly messages: RoomMessages;
  /** Those that were neither known nor an echo, in the order of arrival. */
  readonly added: readonly MessageEntry[];
}

/** Takes confirmed messages in: new ones to their place, echoes to the message they answer, repeats nowhere. */
export function confirm(room: RoomMessages, batch: readonly Message[], selfId: UserId, origin: Origin): Confirmed {
  const unconfirmed = unconfirmedOf(room);
  const confirmedCount = room.order.length - unconfirmed.length;
  const changes = new Map<string, MessageEntry>();
  const aliases = new Map<MessageId, string>();
  const placed: MessageEntry[] = [];
  const doubles: MessageEntry[] = [];
  const added: MessageEntry[] = [];
  const sent = (key: string): MessageEntry | undefined => {
    const entry = changes.get(key) ?? room.entries.get(key);
    return entry?.status === 'sent' ? entry : undefined;
  };

  for (const message of batch) {
    const { id, body, type, clientId } = message;
    const known = sent(aliases.get(id) ?? room.keyOf.get(id) ?? id);
    if (known) {
      // The row came before without our client id and was not recognised; now it is told whose it is.
      const double = message.sender.id === selfId ? unconfirmed.find(({ key }) => key === clientId) : undefined;
      if (double) doubles.push(...unconfirmed.splice(unconfirmed.indexOf(double), 1));
      if (known.id === id && (known.body !== body || known.type !== type))
        changes.set(known.key, { ...known, body, type });
      continue;
    }
    // Sent again because its first echo was lost, and saved twice: still one message.
    const twin = message.sender.id === selfId && clientId !== undefined ? sent(clientId) : undefined;
    const echoed = twin ?? findEchoed(message, unconfirmed, selfId, origin);
    const key = echoed?.key ?? id;
    if (key !== id) aliases.set(id, key);
    if (twin) continue;
    const entry: MessageEntry = { ...message, key, status: 'sent' };
    if (echoed)
      unconfirmed.splice(
        unconfirmed.findIndex((other) => other.key === key),
        1,
      );
    else added.push(entry);
    changes.set(key, entry);
    placed.push(entry);
  }

  const order = place(room, confirmedCount, placed, unconfirmed);
  const messages = withChanges(room, changes, order, aliases);
  return { messages: doubles.reduce((rest, { key }) => discard(rest, key), messages), added };
}

/** The order with these messages in it: their places are searched, the rest of the room is copied and not looked at. */
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
  // An append copies once: in a long room the copy is all that it costs.
  return (head === order.length ? order : order.slice(0, head)).concat(tail);
}
