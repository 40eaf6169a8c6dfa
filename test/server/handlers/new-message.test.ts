import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import type { Database } from '../../../demo/server/repository/schema.ts';
import { ada, type Client, createRoom, grace, say, ServerHarness } from '../../support/server-harness.ts';

describe('new_message', () => {
  let server: ServerHarness;
  let database: Kysely<Database>;
  let one: Client;
  let two: Client;
  let room: string;

  beforeEach(async () => {
    server = await ServerHarness.start({ MESSAGES_PER_MINUTE: '1000' });
    database = await openDatabase(server.folder);
    [one, two] = [await server.connect(ada), await server.connect(grace)];
    room = await createRoom(one, [grace]);
  });
  afterEach(async () => {
    await database.destroy();
    await server.stop();
  });

  it('broadcasts nothing that cannot be committed, tells only the sender, and goes on', async () => {
    // What is checked only at the commit fails at the last possible moment.
    await sql`create table obstacle (room text references rooms (id) deferrable initially deferred)`.execute(database);
    await sql`create trigger fail after insert on messages when new.body = 'Lost'
      begin insert into obstacle values ('none'); end`.execute(database);
    say(one, room, 'Lost');
    assert.deepEqual(await one.next('error'), {
      code: 'internal',
      message: 'Something went wrong here. Try again.',
      event: 'new_message',
    });
    say(one, room, 'Kept');
    for (const client of [one, two]) {
      assert.equal((await client.next('message_broadcast'))['message_body'], 'Kept');
    }
    assert.deepEqual([one.all('message_broadcast'), two.all('error')], [[], []]);
    assert.deepEqual(await database.selectFrom('messages').select(['number', 'body']).execute(), [
      { number: 1, body: 'Kept' },
    ]);
  });

  it('numbers what several send at once without gaps, in the order of the broadcasts', async () => {
    const asked: Promise<unknown>[] = [];
    for (let index = 0; index < 100; index += 1) {
      for (const client of [one, two]) {
        asked.push(client.ask('new_message', { room, message_body: String(index) }));
      }
    }
    await Promise.all(asked);
    const saved = await database.selectFrom('messages').select(['number', 'id']).orderBy('number').execute();
    assert.deepEqual(
      saved.map(({ number }) => number),
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    const broadcast = one.all('message_broadcast') as { message_id: string }[];
    assert.deepEqual(
      broadcast.map(({ message_id }) => message_id),
      saved.map(({ id }) => id),
    );
  });
});
