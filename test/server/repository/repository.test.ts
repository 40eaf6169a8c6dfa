import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { people } from '../../../demo/people.ts';
import { createId } from '../../../demo/server/repository/create-id.ts';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import { seed } from '../../../demo/server/seed.ts';
import { ada, grace } from '../../support/server-harness.ts';

describe('the kept', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-widget-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('rooms carry their last 50 messages, oldest first; the room that changed last comes first', async () => {
    const database = await openDatabase(folder);
    const repository = new Repository(database);
    const [busy, quiet] = [
      await repository.createRoom({ name: 'Busy', isGroup: true, users: [ada, grace] }),
      await repository.createRoom({ name: 'Quiet', isGroup: true, users: [ada] }),
    ];
    const begin = Date.now();
    for (let index = 0; index < 60; index += 1) {
      const message = { room: busy.room_id, user: grace, type: 'USER_TEXT_MESSAGE', body: `${index}` };
      await repository.createMessage(message, begin + index * 1000);
    }
    const rooms = await repository.roomsOf(ada.user_id);
    assert.deepEqual(
      rooms.map(({ room_id }) => room_id),
      [busy.room_id, quiet.room_id],
    );
    const [first] = rooms;
    assert.ok(first?.last_message);
    assert.deepEqual(
      first.messages.map(({ message_body }) => message_body),
      Array.from({ length: 50 }, (_, index) => `${index + 10}`),
    );
    assert.equal(first.last_message.message_body, '59');
    assert.equal(first.updated_at, first.last_message.created_at);
    await database.destroy();
  });

  it('names are those of the last sign-in, also in old messages', async () => {
    const database = await openDatabase(folder);
    const repository = new Repository(database);
    await repository.saveUser(ada);
    const room = await repository.createRoom({ name: 'Plans', isGroup: true, users: [ada] });
    await repository.createMessage({ room: room.room_id, user: ada, type: 'USER_TEXT_MESSAGE', body: 'Hi' });
    const renamed = { ...ada, name: 'Ada L.' };
    await repository.saveUser(renamed);
    const [found] = await repository.roomsOf(ada.user_id);
    assert.deepEqual([found?.participants, found?.last_message?.user], [[renamed], renamed]);
    await database.destroy();
  });

  it('past of a demo is made once', async () => {
    const database = await openDatabase(folder);
    const repository = new Repository(database);
    await seed(repository);
    const first = await Promise.all(people.map(({ user_id }) => repository.roomsOf(user_id)));
    await seed(repository);
    assert.deepEqual(await Promise.all(people.map(({ user_id }) => repository.roomsOf(user_id))), first);
    await database.destroy();
  });

  it('database that cannot be read is refused, not replaced', async () => {
    await writeFile(join(folder, 'chat.db'), 'this is no database, '.repeat(100));
    await assert.rejects(openDatabase(folder));
  });
});

describe('createId', () => {
  it('makes ids like those of MongoDB, each greater than the one before', () => {
    const ids = Array.from({ length: 1000 }, () => createId());
    for (const id of ids) assert.match(id, /^[0-9a-f]{24}$/);
    assert.equal(new Set(ids).size, 1000);
    assert.deepEqual(ids, [...ids].sort());
  });
});
