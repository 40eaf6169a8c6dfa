import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Kysely, Migrator, sql, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import * as first from '../../../demo/server/migrations/0001-rooms-and-messages.ts';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import type { Database } from '../../../demo/server/repository/schema.ts';
import { ada } from '../../support/server-harness.ts';

const MOMENT = '2021-07-28T08:46:52.123Z';

describe('openDatabase', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-widget-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** What the first version of the server left behind. */
  async function createOldDatabase(): Promise<void> {
    const file = new Libsql(join(folder, 'chat.db'));
    const old = new Kysely<Database>({ dialect: new SqliteDialect({ database: file }) });
    const provider = { getMigrations: () => Promise.resolve({ '0001-rooms-and-messages': first }) };
    const { error } = await new Migrator({ db: old, provider }).migrateToLatest();
    assert.equal(error, undefined);
    await sql`insert into users (id, name, email) values ('ada', 'Ada', 'ada@example.org')`.execute(old);
    await sql`insert into rooms (id, name, is_group, pair, last_number, created_at, updated_at)
      values ('plans', 'Plans', 1, null, 2, ${MOMENT}, ${MOMENT})`.execute(old);
    await sql`insert into participants (room_id, user_id) values ('plans', 'ada')`.execute(old);
    for (const number of [1, 2]) {
      await sql`insert into messages (id, room_id, number, user_id, type, body, created_at)
        values (${`old ${number}`}, 'plans', ${number}, 'ada', 'USER_TEXT_MESSAGE', 'Hi', ${MOMENT})`.execute(old);
    }
    await old.destroy();
  }

  it('brings what an older version left up to date, and loses nothing', async () => {
    await createOldDatabase();
    for (let times = 0; times < 2; times += 1) {
      const database = await openDatabase(folder);
      const [room] = await new Repository(database).roomsOf('ada');
      assert.deepEqual(room?.participants, [ada]);
      const old = { room: 'plans', message_body: 'Hi', type: 'USER_TEXT_MESSAGE', user: ada, created_at: MOMENT };
      assert.deepEqual(room.messages, [
        { message_id: 'old 1', ...old },
        { message_id: 'old 2', ...old },
      ]);
      await database.destroy();
    }
  });

  it('lets new messages follow old ones, and keeps the keys of a sender unique', async () => {
    await createOldDatabase();
    const database = await openDatabase(folder);
    const repository = new Repository(database);
    const message = { room: 'plans', user: ada, type: 'USER_TEXT_MESSAGE', body: 'New', clientId: 'mine' };
    const { message_id } = await repository.createMessage(message);
    await assert.rejects(repository.createMessage(message), /UNIQUE/);
    const [, , last, ...more] = await repository.messagesIn({ room: 'plans', limit: 10 });
    assert.deepEqual([last?.message_id, more], [message_id, []]);
    await database.destroy();
  });
});
