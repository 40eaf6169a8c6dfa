import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { rangeQuery } from '../../../demo/server/repository/messages.ts';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import type { Database } from '../../../demo/server/repository/schema.ts';
import type { WireMessage } from '../../../demo/server/repository/wire.ts';
import { ada } from '../../support/server-harness.ts';

const MESSAGE = { user: ada, type: 'USER_TEXT_MESSAGE', body: 'Hi' };
const NOON = Date.parse('2021-07-28T12:00:00.000Z');

describe('the messages of a room', () => {
  let folder: string;
  let database: Kysely<Database>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chat-widget-'));
    database = await openDatabase(folder);
  });
  afterEach(async () => {
    await database.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const createRoom = async (): Promise<string> =>
    (await new Repository(database).createRoom({ name: 'Plans', isGroup: true, users: [ada] })).room_id;

  const restart = async (): Promise<void> => {
    await database.destroy();
    database = await openDatabase(folder);
  };

  it('have the time of the clock', async () => {
    const room = await createRoom();
    const repository = new Repository(database);
    const first = await repository.createMessage({ ...MESSAGE, room }, NOON);
    const second = await repository.createMessage({ ...MESSAGE, room }, NOON + 5);
    assert.deepEqual([first.created_at, second.created_at], ['2021-07-28T12:00:00.000Z', '2021-07-28T12:00:00.005Z']);
  });

  it('have times that grow with their numbers when the clock stands still or is set back, also after a restart', async () => {
    const room = await createRoom();
    const moments: string[] = [];
    for (const now of [NOON, NOON, NOON - 3_600_000]) {
      moments.push((await new Repository(database).createMessage({ ...MESSAGE, room }, now)).created_at);
    }
    await restart();
    moments.push((await new Repository(database).createMessage({ ...MESSAGE, room }, NOON - 86_400_000)).created_at);
    assert.deepEqual(
      moments,
      [0, 1, 2, 3].map((ms) => new Date(NOON + ms).toISOString()),
    );
  });

  it('are left alone by the clocks of other rooms', async () => {
    const [one, two] = [await createRoom(), await createRoom()];
    const repository = new Repository(database);
    await repository.createMessage({ ...MESSAGE, room: one }, NOON + 3_600_000);
    const message = await repository.createMessage({ ...MESSAGE, room: two }, NOON);
    assert.equal(message.created_at, new Date(NOON).toISOString());
  });

  it('are in the order of their numbers when a client sorts them by time and id, however the clock jumps', async () => {
    const jump = fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 }), fc.integer({ min: -4e9, max: 4e9 }));
    const step = fc.record({ jump, room: fc.nat(1), restarts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const rooms = [await createRoom(), await createRoom()];
        let now = NOON;
        let restarts = 0;
        for (const [index, { jump: ms, room, restarts: isRestart }] of steps.entries()) {
          now += ms;
          if (isRestart && restarts++ < 2) await restart();
          await new Repository(database).createMessage({ ...MESSAGE, room: rooms[room] ?? '', body: `${index}` }, now);
        }
        for (const room of rooms) {
          const messages = await new Repository(database).messagesIn({ room, limit: 100 });
          assert.deepEqual([...messages].sort(byTimeAndId), messages);
          assert.equal(new Set(messages.map(({ created_at }) => created_at)).size, messages.length);
          const bodies = messages.map(({ message_body }) => Number(message_body));
          assert.deepEqual(
            bodies,
            [...bodies].sort((a, b) => a - b),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  for (const range of [{}, { after: 5 }, { before: 5 }, { after: 5, before: 9 }]) {
    it(`are read by an index and not sorted, ${JSON.stringify(range)}`, async () => {
      const plan = await rangeQuery(database, { room: 'any', limit: 50, ...range }).explain<{ detail: string }>(
        undefined,
        sql`query plan`,
      );
      const conditions = ['room_id=?', ...(range.after ? ['number>?'] : []), ...(range.before ? ['number<?'] : [])];
      assert.match(plan[0]?.detail ?? '', /^SEARCH messages USING INDEX /);
      assert.ok(plan[0]?.detail.endsWith(`(${conditions.join(' AND ')})`));
      assert.ok(plan.every(({ detail }) => detail.startsWith('SEARCH ')));
    });
  }
});

/** As the widget does (src/store/order.ts). */
function byTimeAndId(a: WireMessage, b: WireMessage): number {
  return Date.parse(a.created_at) - Date.parse(b.created_at) || (a.message_id < b.message_id ? -1 : 1);
}
