import type { Kysely, Transaction } from 'kysely';
import type { WireUser } from '../../../src/protocol/events.ts';
import { createId } from './create-id.ts';
import type { Database } from './schema.ts';
import type { WireMessage } from './wire.ts';

/** How much history a room carries in `set_chats` and `add_room`. */
const EMBEDDED = 50;

export interface NewMessage {
  readonly room: string;
  readonly user: WireUser;
  readonly type: string;
  readonly body: string;
  readonly clientId?: string | undefined;
}

/** A part of one room. */
export interface MessageRange {
  readonly room: string;
  /** Only messages with a greater number; the oldest of them first come into the range. */
  readonly after?: number | undefined;
  /** Only messages with a smaller number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Messages with the names that their senders have now. */
function selectMessages(database: Kysely<Database>) {
  return database
    .selectFrom('messages')
    .innerJoin('users', 'users.id', 'messages.user_id')
    .select([
      'messages.id',
      'messages.room_id',
      'messages.body',
      'messages.type',
      'messages.created_at',
      'messages.client_id',
      'messages.user_id',
      'users.email',
      'users.name as user_name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMessages>['executeTakeFirstOrThrow']>>;

function toWire(row: Row): WireMessage {
  return {
    message_id: row.id,
    room: row.room_id,
    message_body: row.body,
    type: row.type,
    user: { user_id: row.user_id, email: row.email, name: row.user_name },
    created_at: row.created_at,
    ...(row.client_id !== null && { client_id: row.client_id }),
  };
}

/** @param now epoch milliseconds */
export async function insertMessage(
  transaction: Transaction<Database>,
  message: NewMessage,
  now: number,
): Promise<WireMessage> {
  const { room, user, type, body, clientId } = message;
  const { last_number: number } = await transaction
    .updateTable('rooms')
    .set((expression) => ({ last_number: expression('last_number', '+', 1) }))
    .where('id', '=', room)
    .returning('last_number')
    .executeTakeFirstOrThrow();
  const moment = Math.max(now, (await momentOf(transaction, room, number - 1)) + 1);
  const at = new Date(moment).toISOString();
  const id = createId(moment);
  await transaction
    .insertInto('messages')
    .values({
      id,
      room_id: room,
      number,
      user_id: user.user_id,
      client_id: clientId ?? null,
      type,
      body,
      created_at: at,
    })
    .execute();
  await transaction.updateTable('rooms').set({ updated_at: at }).where('id', '=', room).execute();
  return {
    message_id: id,
    room,
    message_body: body,
    type,
    user,
    created_at: at,
    ...(clientId !== undefined && { client_id: clientId }),
  };
}

/** Epoch milliseconds at which a message of a room was saved; 0 where there is none. */
async function momentOf(transaction: Transaction<Database>, room: string, number: number): Promise<number> {
  const message = await transaction
    .selectFrom('messages')
    .select('created_at')
    .where('room_id', '=', room)
    .where('number', '=', number)
    .executeTakeFirst();
  return message ? Date.parse(message.created_at) : 0;
}

export async function selectSent(
  database: Kysely<Database>,
  userId: string,
  clientId: string,
): Promise<WireMessage | undefined> {
  const row = await selectMessages(database)
    .where('messages.user_id', '=', userId)
    .where('messages.client_id', '=', clientId)
    .executeTakeFirst();
  return row && toWire(row);
}

export async function numberOfMessage(
  database: Kysely<Database>,
  room: string,
  messageId: string,
): Promise<number | undefined> {
  const found = await database
    .selectFrom('messages')
    .select('number')
    .where('id', '=', messageId)
    .where('room_id', '=', room)
    .executeTakeFirst();
  return found?.number;
}

/** The oldest messages of a range that has a beginning, oldest first; else the newest, newest first. */
export function rangeQuery(database: Kysely<Database>, { room, after, before, limit }: MessageRange) {
  let query = selectMessages(database).where('messages.room_id', '=', room);
  if (after !== undefined) query = query.where('messages.number', '>', after);
  if (before !== undefined) query = query.where('messages.number', '<', before);
  return query.orderBy('messages.number', after === undefined ? 'desc' : 'asc').limit(limit);
}

/** Oldest first. */
export async function selectRange(database: Kysely<Database>, range: MessageRange): Promise<WireMessage[]> {
  const messages = (await rangeQuery(database, range).execute()).map(toWire);
  return range.after === undefined ? messages.reverse() : messages;
}

/** Numbers have no gaps, so the last ones of each room are found without a window function. */
export async function lastMessages(database: Kysely<Database>, roomIds: readonly string[]): Promise<WireMessage[]> {
  const rows = await selectMessages(database)
    .innerJoin('rooms', 'rooms.id', 'messages.room_id')
    .where('messages.room_id', 'in', roomIds)
    .whereRef('messages.number', '>', (expression) => expression('rooms.last_number', '-', EMBEDDED))
    .orderBy('messages.room_id')
    .orderBy('messages.number')
    .execute();
  return rows.map(toWire);
}
