import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ada, type Client, createRoom, grace, linus, pause, say, ServerHarness } from '../support/server-harness.ts';
import { freePort } from './free-port.ts';

/** The line is cut, and nobody says goodbye. */
async function cut(client: Client): Promise<void> {
  client.socket.io.engine.close();
  await client.next('disconnect');
  await pause(50);
}

async function comeBack(client: Client): Promise<void> {
  client.socket.connect();
  while (!client.socket.connected) await pause(5);
}

/** What the client library sends to go on with its connection. */
function keysOf({ socket }: Client): { pid: unknown; offset: unknown } {
  return { pid: Reflect.get(socket, '_pid'), offset: Reflect.get(socket, '_lastOffset') };
}

const bodies = (client: Client): unknown[] =>
  (client.all('message_broadcast') as { message_body: string }[]).map(({ message_body }) => message_body);

describe('a connection that comes back', () => {
  let server: ServerHarness;
  let one: Client;
  let two: Client;
  let room: string;

  beforeEach(async () => {
    // The same port again after a restart.
    server = await ServerHarness.start({ PORT: String(await freePort()) });
    [one, two] = [await server.connect(ada), await server.connect(grace)];
    room = await createRoom(one, [grace]);
    await two.next('add_room');
  });
  afterEach(() => server.stop());

  it('gets what it missed, in order, also of a room that was made meanwhile', async () => {
    await cut(two);
    say(one, room, 'first');
    const added = await createRoom(one, [grace]);
    say(one, added, 'second');
    say(one, room, 'third');
    await one.next('message_broadcast');
    await comeBack(two);
    assert.equal(two.socket.recovered, true);
    assert.equal((await two.next('add_room'))['room_id'], added);
    assert.deepEqual(bodies(two), ['first', 'second', 'third']);
  });

  it('goes on as who it was, may say again who that is, and gets each message once', async () => {
    await cut(two);
    await comeBack(two);
    say(two, room, 'Still me');
    assert.deepEqual((await one.next('message_broadcast'))['user'], grace);
    const answer = await two.ask('connected', { user: grace, sid: 'new', token: await server.token(grace) });
    assert.deepEqual(answer, { capabilities: ['ack', 'history'] });
    say(one, room, 'I know');
    await one.next('message_broadcast');
    assert.deepEqual(bodies(two), ['Still me', 'I know']);
    const other = (await two.ask('connected', { token: await server.token(linus) })) as { error: { code: string } };
    assert.equal(other.error.code, 'unauthorized');
  });

  it('begins anew when the server was started again, and misses nothing by asking', async () => {
    say(one, room, 'before');
    const { message_id: last } = await two.next<{ message_id: string }>('message_broadcast');
    await cut(two);
    say(one, room, 'meanwhile');
    while (bodies(one).length < 2) await pause(5);
    await server.restart();
    await comeBack(two);
    assert.equal(two.socket.recovered, false);
    await two.ask('connected', { token: await server.token(grace) });
    const { messages } = (await two.ask('get_messages', { room, after: last })) as {
      messages: { message_body: string }[];
    };
    assert.deepEqual(
      messages.map(({ message_body }) => message_body),
      ['meanwhile'],
    );
    say(two, room, 'after');
    assert.equal((await two.next('message_broadcast'))['message_body'], 'after');
  });

  it('begins anew while the one before is not known to be dead, and keeps hearing when that is found', async () => {
    await cut(two);
    await comeBack(two);
    say(one, room, 'Hello');
    await two.next('message_broadcast');
    // The server still holds the old line when the client comes over another one.
    const again = server.stranger({ auth: keysOf(two) });
    await again.ask('connected', { token: await server.token(grace) });
    assert.equal(again.socket.recovered, false);
    await cut(two);
    say(one, room, 'Are you there?');
    assert.equal((await again.next('message_broadcast'))['message_body'], 'Are you there?');
  });

  it('begins anew with keys that are made up', async () => {
    for (const auth of [
      { pid: 'x', offset: 'y' },
      { pid: '__proto__', offset: '' },
      { pid: 7, offset: {} },
    ]) {
      const client = server.stranger({ auth });
      client.emit('get_chats');
      assert.equal((await client.next('error'))['code'], 'unauthenticated');
      assert.equal(client.socket.recovered, false);
    }
  });

  it('gets nothing when its token has ended meanwhile', async () => {
    const short = server.stranger();
    await short.ask('connected', { token: await server.token(grace, 1 / 60) });
    say(one, room, 'one');
    await short.next('message_broadcast');
    await cut(short);
    say(one, room, 'two');
    await pause(1100);
    await comeBack(short);
    assert.equal(short.socket.recovered, false);
    short.emit('get_chats');
    // On a busy machine the token may end before the connection does.
    assert.match(String((await short.next('error'))['code']), /^(unauthenticated|token_expired)$/);
    assert.deepEqual(bodies(short), []);
  });

  it('ends with the token that it was opened with', async () => {
    const short = server.stranger();
    await short.ask('connected', { token: await server.token(grace, 1 / 60) });
    say(one, room, 'one');
    await short.next('message_broadcast');
    await cut(short);
    await comeBack(short);
    assert.equal(short.socket.recovered, true);
    assert.equal((await short.next('error'))['code'], 'token_expired');
    assert.equal(await short.next('disconnect'), 'io server disconnect');
  });

  it('is not asked for again in what is large', async () => {
    const lengths = new Map<string, number>();
    two.socket.onAny((event: string, ...args: unknown[]) => lengths.set(event, args.length));
    two.emit('get_chats');
    say(two, room, 'Hello');
    await two.next('set_chats');
    await two.next('message_broadcast');
    // What is kept for a recovery carries its offset as one more argument.
    assert.deepEqual([lengths.get('set_chats'), lengths.get('message_broadcast')], [1, 2]);
  });

  it('has to pass the handshake like every other', async () => {
    const strict = await ServerHarness.start({ AUTH_AT_HANDSHAKE: 'true' });
    const client = await strict.connect(ada, { auth: { token: await strict.token(ada) } });
    client.emit('online_status');
    await client.next('online_status_show');
    await cut(client);
    client.socket.auth = {};
    client.socket.connect();
    const error = await client.next<Error & { data: { code: string } }>('connect_error');
    assert.equal(error.data.code, 'unauthorized');
    client.socket.auth = { token: await strict.token(ada) };
    await comeBack(client);
    await client.ask('connected', {});
    await createRoom(client, [grace]);
    await strict.stop();
  });
});
