import type { Kysely, Transaction } from 'kysely';
import type { WireUser } from '../../../src/protocol/events.ts';
import { createId } from './create-id.ts';
import {
  insertMessage,
  lastMessages,
  type MessageRange,
  type NewMessage,
  numberOfMessage,
  selectRange,
  selectSent,
} from './messages.ts';
import type { Database } from './schema.ts';
import type { WireMessage, WireRoom } from './wire.ts';

export interface NewRoom {
  readonly name: string;
  readonly isGroup: boolean;
  /** All of them, the creator included, without duplicates. */
  readonly users: readonly WireUser[];
}

/** Everything that is kept. What a method has returned is committed. */
export class Repository {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** Remembers somebody as their token tells, or their new name. */
  async saveUser({ user_id: id, name, email }: WireUser): Promise<void> {
    await this.#database
      .insertInto('users')
      .values({ id, name, email, is_proven: 1 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, email, is_proven: 1 }))
      .execute();
  }

  /**
   * The known person that is meant by an id, else all that are meant by an address, else by a name: of those only who
   * proved it, so that nobody is taken for the one whose address they were given by somebody else.
   */
  async findUsers({ user_id, name, email }: WireUser): Promise<WireUser[]> {
    const known = this.#database.selectFrom('users').select(['id as user_id', 'email', 'name']);
    if (user_id) return known.where('id', '=', user_id).execute();
    const [column, value] = email ? (['email', email] as const) : (['name', name] as const);
    return known.where(column, '=', value).where('is_proven', '=', 1).limit(2).execute();
  }

  /** Their ids; none when there is no such room. */
  async participantsOf(room: string): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('participants')
      .select('user_id')
      .where('room_id', '=', room)
      .execute();
    return rows.map(({ user_id }) => user_id);
  }

  async roomIdsOf(userId: string): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('participants')
      .select('room_id')
      .where('user_id', '=', userId)
      .execute();
    return rows.map(({ room_id }) => room_id);
  }

  /** Everybody who shares a room with this user, and the user. */
  async companionsOf(userId: string): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('participants as own')
      .innerJoin('participants as other', 'other.room_id', 'own.room_id')
      .select('other.user_id')
      .distinct()
      .where('own.user_id', '=', userId)
      .execute();
    return rows.map(({ user_id }) => user_id);
  }

  async users(ids: readonly string[]): Promise<WireUser[]> {
    if (ids.length === 0) return [];
    return this.#database
      .selectFrom('users')
      .select(['id as user_id', 'email', 'name'])
      .where('id', 'in', ids)
      .orderBy('name')
      .execute();
  }

  /** The direct room of two people: there is one for each pair. */
  async findDirectRoom(users: readonly WireUser[]): Promise<WireRoom | undefined> {
    const found = await this.#database
      .selectFrom('rooms')
      .select('id')
      .where('pair', '=', pairOf(users))
      .executeTakeFirst();
    const [room] = found ? await this.#rooms([found.id]) : [];
    return room;
  }

  /** Rejects when two people have a direct room already. */
  async createRoom(room: NewRoom): Promise<WireRoom> {
    const id = await this.#database.transaction().execute((transaction) => insertRoom(transaction, room));
    const [created] = await this.#rooms([id]);
    if (!created) throw new Error(`room ${id} was saved and is not there`);
    return created;
  }

  /**
   * Saves a message under the next number of its room, and at a later moment than the one before, whatever the clock
   * says: the order of the moments is that of the numbers.
   */
  async createMessage(message: NewMessage, now = Date.now()): Promise<WireMessage> {
    return this.#database.transaction().execute((transaction) => insertMessage(transaction, message, now));
  }

  /** What somebody has sent under a key of their own. */
  async findSent(userId: string, clientId: string): Promise<WireMessage | undefined> {
    return selectSent(this.#database, userId, clientId);
  }

  /** The number of a message in its room; undefined when the room has no such message. */
  async numberOf(room: string, messageId: string): Promise<number | undefined> {
    return numberOfMessage(this.#database, room, messageId);
  }

  /** Messages of one room, in the order of their numbers. */
  async messagesIn(range: MessageRange): Promise<WireMessage[]> {
    return selectRange(this.#database, range);
  }

  async roomsOf(userId: string): Promise<WireRoom[]> {
    return this.#rooms(await this.roomIdsOf(userId));
  }

  /** Three queries, whatever the number of rooms. */
  async #rooms(ids: readonly string[]): Promise<WireRoom[]> {
    if (ids.length === 0) return [];
    const [rooms, participants, messages] = await Promise.all([
      this.#database.selectFrom('rooms').selectAll().where('id', 'in', ids).orderBy('updated_at', 'desc').execute(),
      this.#database
        .selectFrom('participants')
        .innerJoin('users', 'users.id', 'participants.user_id')
        .select(['room_id', 'users.id as user_id', 'email', 'name'])
        .where('room_id', 'in', ids)
        .orderBy('name')
        .execute(),
      lastMessages(this.#database, ids),
    ]);
    const participantsOf = grouped(participants, ({ room_id }) => room_id);
    const messagesOf = grouped(messages, ({ room }) => room);
    return rooms.map((room) => {
      const embedded = messagesOf.get(room.id) ?? [];
      return {
        room_id: room.id,
        name: room.name,
        is_group: room.is_group === 1,
        participants: (participantsOf.get(room.id) ?? []).map(({ user_id, email, name }) => ({ user_id, email, name })),
        messages: embedded,
        last_message: embedded.at(-1) ?? null,
        created_at: room.created_at,
        updated_at: room.updated_at,
      };
    });
  }
}

function pairOf(users: readonly WireUser[]): string {
  return users
    .map(({ user_id }) => user_id)
    .sort()
    .join(' ');
}

async function insertRoom(transaction: Transaction<Database>, room: NewRoom): Promise<string> {
  const now = new Date();
  const id = createId(now.getTime());
  const at = now.toISOString();
  await transaction
    .insertInto('rooms')
    .values({
      id,
      name: room.name,
      is_group: room.isGroup ? 1 : 0,
      pair: room.isGroup ? null : pairOf(room.users),
      last_number: 0,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await transaction
    .insertInto('users')
    .values(room.users.map(({ user_id, name, email }) => ({ id: user_id, name, email, is_proven: 0 })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await transaction
    .insertInto('participants')
    .values(room.users.map(({ user_id }) => ({ room_id: id, user_id })))
    .execute();
  return id;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
