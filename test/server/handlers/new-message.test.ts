import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { pino } from 'pino';
import { Server } from 'socket.io';
import { Authenticator } from '../../../demo/server/authenticate.ts';
import type { Context } from '../../../demo/server/context.ts';
import { newMessage } from '../../../demo/server/handlers/new-message.ts';
import { Limits } from '../../../demo/server/limits.ts';
import { Queues } from '../../../demo/server/queues.ts';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import type { Database } from '../../../demo/server/repository/schema.ts';
import type { WireMessage } from '../../../demo/server/repository/wire.ts';
import { ada, type Client, createRoom, grace, linus, say, ServerHarness } from '../../support/server-harness.ts';

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

  describe('with a client_id', () => {
    interface Answer {
      readonly message?: WireMessage;
      readonly error?: { readonly code: string };
    }
    const send = (client: Client, payload: object): Promise<Answer> =>
      client.ask('new_message', { room, message_body: 'Hi', ...payload }) as Promise<Answer>;
    const count = async (): Promise<number> => (await database.selectFrom('messages').select('id').execute()).length;

    it('is acknowledged with the message that everybody gets, and that is kept', async () => {
      const { message } = await send(one, { client_id: 'mine' });
      assert.deepEqual(message, {
        message_id: message?.message_id,
        room,
        message_body: 'Hi',
        type: 'USER_TEXT_MESSAGE',
        user: ada,
        created_at: message?.created_at,
        client_id: 'mine',
      });
      for (const client of [one, two]) assert.deepEqual(await client.next('message_broadcast'), message);
      two.emit('get_chats');
      const [known] = await two.next<{ messages: WireMessage[]; last_message: WireMessage }[]>('set_chats');
      assert.deepEqual([known?.messages, known?.last_message], [[message], message]);
      assert.deepEqual(await two.ask('get_messages', { room }), { messages: [message], has_more: false });
    });

    it('is saved and broadcast once, however often it is sent, also at once over several connections', async () => {
      const tab = await server.connect(ada);
      const asked = [one, tab, one, tab].map((client) => send(client, { client_id: 'mine' }));
      const [first, ...repeats] = await Promise.all(asked);
      assert.ok(first?.message);
      for (const repeat of repeats) assert.deepEqual(repeat, first);
      assert.deepEqual(await send(await server.connect(ada), { client_id: 'mine', message_body: 'Other' }), first);
      assert.equal(await count(), 1);
      await send(two, { message_body: 'The end' });
      for (const client of [one, tab, two]) {
        assert.deepEqual(await client.next('message_broadcast'), first.message);
        assert.equal((await client.next('message_broadcast'))['message_body'], 'The end');
      }
    });

    it('is saved once when it is sent again while the first is still being saved', async () => {
      const { config } = server;
      const context: Context = {
        config,
        server: new Server(),
        repository: new Repository(database),
        authenticator: new Authenticator(config.authSecret),
        limits: new Limits(config),
        queues: new Queues(),
        log: pino({ level: 'silent' }),
      };
      const other = await createRoom(one, [linus]);
      const payload = { message_body: 'Hi', type: 'USER_TEXT_MESSAGE', user: ada, client_id: 'mine' };
      const [first, ...repeats] = await Promise.all(
        [room, room, other].map((each) =>
          newMessage(context, undefined as never, { user: ada, expiresAt: Infinity }, { ...payload, room: each }),
        ),
      );
      for (const repeat of repeats) assert.deepEqual(repeat, first);
      assert.equal(await count(), 1);
    });

    it('is the same message in whichever room it is sent again', async () => {
      const other = await createRoom(one, [linus]);
      const first = await send(one, { client_id: 'mine' });
      assert.deepEqual(await send(one, { client_id: 'mine', room: other }), first);
      assert.equal(await count(), 1);
    });

    it('is another message of another sender, and each one without is another', async () => {
      const answers = [
        await send(one, { client_id: 'same' }),
        await send(two, { client_id: 'same' }),
        await send(one, {}),
        await send(one, {}),
      ];
      assert.equal(new Set(answers.map(({ message }) => message?.message_id)).size, 4);
      assert.ok(answers[2]?.message && !('client_id' in answers[2].message));
    });

    it('is told to nobody who is no longer in its room', async () => {
      await send(one, { client_id: 'mine' });
      await database.deleteFrom('participants').where('user_id', '=', ada.user_id).execute();
      const other = await createRoom(one, [linus]);
      for (const each of [room, other]) {
        const { error, message } = await send(one, { client_id: 'mine', room: each });
        assert.deepEqual([error?.code, message], ['not_a_participant', undefined]);
      }
    });

    it('may be sent again after one that was refused', async () => {
      assert.equal((await send(one, { client_id: 'mine', room: 'none' })).error?.code, 'not_a_participant');
      assert.ok((await send(one, { client_id: 'mine' })).message);
    });

    it('is answered again although its sender has sent too much', async () => {
      const strict = await ServerHarness.start({ MESSAGES_PER_MINUTE: '1' });
      const client = await strict.connect(ada);
      const payload = { room: await createRoom(client, [grace]), message_body: 'Hi', client_id: 'mine' };
      const first = await client.ask('new_message', payload);
      assert.deepEqual(await client.ask('new_message', payload), first);
      const { error } = (await client.ask('new_message', { ...payload, client_id: 'other' })) as Answer;
      assert.equal(error?.code, 'rate_limited');
      await strict.stop();
    });

    for (const [what, client_id] of [
      ['empty', ''],
      ['too long', 'x'.repeat(129)],
      ['a number', 7],
      ['not printable', 'a\u0007'],
      ['of two lines', 'a\nb'],
      ['half a character', '\ud83d'],
    ] as const) {
      it(`is refused where that is ${what}`, async () => {
        assert.equal((await send(one, { client_id })).error?.code, 'invalid_payload');
        assert.equal(await count(), 0);
      });
    }

    for (const client_id of ['x'.repeat(128), 'a b', '\u{1f642}', '8a0c3e2e-8c83-4b2a-9d58-5d3c2b0f9d11']) {
      it(`is saved where that is ${client_id}`, async () => {
        assert.equal((await send(one, { client_id })).message?.client_id, client_id);
      });
    }
  });
});
