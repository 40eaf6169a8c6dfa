import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { people } from '../../demo/people.ts';
import { ada, Client, createRoom, grace, pause, say, SECRET, ServerHarness } from '../support/server-harness.ts';
import { freePort } from './free-port.ts';

const MAIN = fileURLToPath(new URL('../../demo/server/main.ts', import.meta.url));
const MAIN_THAT_DIES = fileURLToPath(new URL('main-that-dies.ts', import.meta.url));

/** The server as a process of its own, over the data of a harness. */
async function spawnServer(harness: ServerHarness, environment: Record<string, string> = {}, main = MAIN) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      ...process.env,
      AUTH_SECRET: SECRET,
      PORT: String(port),
      DATA_DIR: harness.folder,
      LOG_LEVEL: 'debug',
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = Date.now() + 10_000;
  while (!output.includes('is served at')) {
    if (Date.now() > end || child.exitCode !== null) throw new Error(`the server did not start: ${output}`);
    await pause(20);
  }
  return { child, url: `http://127.0.0.1:${port}`, output: () => output };
}

async function bodiesIn(client: Client, room: string): Promise<string[]> {
  client.emit('get_chats');
  const rooms = await client.next<{ room_id: string; messages: { message_body: string }[] }[]>('set_chats');
  return rooms.find(({ room_id }) => room_id === room)?.messages.map(({ message_body }) => message_body) ?? [];
}

describe('durability', () => {
  it('keeps rooms and messages over a restart', async () => {
    const server = await ServerHarness.start();
    const client = await server.connect(ada);
    const room = await createRoom(client, [grace]);
    say(client, room, 'Kept');
    await client.next('message_broadcast');
    await server.restart();
    assert.deepEqual(await bodiesIn(await server.connect(grace), room), ['Kept']);
    await server.stop();
  });

  it('has lost nothing that it broadcast when it is killed', async () => {
    const server = await ServerHarness.start();
    const { child, url } = await spawnServer(server);
    const client = new Client(url);
    await client.ask('connected', { token: await server.token(ada) });
    const room = await createRoom(client, [grace]);
    for (let index = 0; index < 40; index += 1) say(client, room, `message ${index}`);
    while (client.all('message_broadcast').length < 10) await pause(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await pause(20);
    const broadcast = (client.all('message_broadcast') as { message_body: string }[]).map(
      ({ message_body }) => message_body,
    );
    const kept = await bodiesIn(await server.connect(grace), room);
    assert.deepEqual(kept.slice(0, broadcast.length), broadcast);
    await server.stop();
  });

  it('has a message once that is repeated after a kill between its commit and its broadcast', async () => {
    const server = await ServerHarness.start();
    const { child, url } = await spawnServer(server, {}, MAIN_THAT_DIES);
    const client = new Client(url);
    await client.ask('connected', { token: await server.token(ada) });
    const room = await createRoom(client, [grace]);
    const payload = { room, message_body: 'Die now', type: 'USER_TEXT_MESSAGE', client_id: 'mine' };
    client.emit('new_message', payload);
    await once(child, 'exit');
    await client.next('disconnect');
    assert.deepEqual(client.all('message_broadcast'), []);
    const again = await server.connect(ada);
    const { message } = (await again.ask('new_message', payload)) as { message: { client_id: string } };
    assert.equal(message.client_id, 'mine');
    assert.deepEqual(await again.ask('new_message', payload), { message });
    assert.deepEqual(await bodiesIn(await server.connect(grace), room), ['Die now']);
    await server.stop();
  });

  it('ends gracefully when it is asked to, with people connected and a request half sent', async () => {
    const server = await ServerHarness.start();
    const { child, url } = await spawnServer(server, { DEMO: 'true' });
    const client = new Client(url);
    await client.ask('connected', { token: await server.token(ada) });
    const unfinished = connect(Number(new URL(url).port), '127.0.0.1');
    unfinished.on('error', () => undefined);
    unfinished.write('POST /demo/login HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{');
    await once(unfinished, 'connect');
    await (await fetch(`${url}/health`)).text();
    const begin = Date.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
    assert.ok(Date.now() - begin < 2000);
    assert.equal(await client.next('disconnect'), 'transport close');
    await server.stop();
  });

  it('writes neither words nor tokens nor engine ids into its log', async () => {
    const server = await ServerHarness.start();
    const { child, url, output } = await spawnServer(server);
    const client = new Client(url);
    const token = await server.token(ada);
    await client.ask('connected', { token, sid: 'engine-id-of-the-client' });
    const room = await createRoom(client, [grace]);
    say(client, room, 'between-us-only');
    await client.next('message_broadcast');
    client.emit('new_message', { room: 'none', message_body: 'between-us-only' });
    await client.next('error');
    const engineId = client.socket.io.engine.id;
    child.kill('SIGTERM');
    await once(child, 'exit');
    assert.match(output(), /"msg":"listening"/);
    for (const secret of ['between-us-only', token, engineId, 'engine-id-of-the-client', SECRET]) {
      assert.ok(!output().includes(secret), secret);
    }
    await server.stop();
  });

  it('says what to do when the port is taken', async () => {
    const server = await ServerHarness.start();
    const { child, url } = await spawnServer(server);
    const { port } = new URL(url);
    const failed = spawnServer(server, { PORT: port });
    await assert.rejects(failed, /Port \d+ is taken\. Stop what listens there, or choose another one/);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await server.stop();
  });

  it('gives a demo a past, once', async () => {
    const server = await ServerHarness.start({ DEMO: 'true' });
    const [{ user_id, email, name }] = people;
    const rooms = async () => {
      const client = await server.connect({ user_id, email, name });
      client.emit('get_chats');
      return client.next<{ room_id: string; messages: unknown[] }[]>('set_chats');
    };
    const first = await rooms();
    assert.ok(first.length >= 3 && first.every(({ messages }) => messages.length > 0));
    await server.restart();
    assert.deepEqual(await rooms(), first);
    await server.stop();
  });
});
