import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ada, createRoom, grace, say, ServerHarness } from '../support/server-harness.ts';

describe('limits', () => {
  it('hold for messages, rooms, signals and reads, for each person alone, and say how long', async () => {
    const server = await ServerHarness.start({
      MESSAGES_PER_MINUTE: '2',
      ROOMS_PER_HOUR: '1',
      SIGNALS_PER_MINUTE: '1',
      READS_PER_MINUTE: '1',
    });
    const [one, two] = [await server.connect(ada), await server.connect(grace)];
    const room = await createRoom(one, [grace]);
    one.emit('new_room_create', { name: 'Another', participants: [grace], is_group: true });
    const refused = await one.next<{ code: string; message: string }>('error');
    assert.equal(refused.code, 'rate_limited');
    assert.match(refused.message, /Try again in \d+ seconds/);
    for (let times = 0; times < 3; times += 1) say(one, room, 'Hi');
    assert.equal((await one.next('error'))['event'], 'new_message');
    one.emit('typing_start', { room });
    one.emit('typing_end', { room });
    assert.equal((await one.next('error'))['event'], 'typing_end');
    one.emit('get_chats');
    one.emit('get_messages', { room });
    assert.equal((await one.next('error'))['event'], 'get_messages');
    say(two, room, 'I may');
    while ((await two.next<{ message_body: string }>('message_broadcast')).message_body !== 'I may');
    await server.stop();
  });

  it('hold for connections from one address', async () => {
    const server = await ServerHarness.start({ CONNECTIONS_PER_MINUTE: '1' });
    await server.connect(ada);
    const error = await server.stranger().next<Error & { data: { code: string } }>('connect_error');
    assert.equal(error.data.code, 'rate_limited');
    await server.stop();
  });

  it('can ask for the token at the handshake', async () => {
    const server = await ServerHarness.start({ AUTH_AT_HANDSHAKE: 'true' });
    const error = await server.stranger().next<Error & { data: unknown }>('connect_error');
    assert.deepEqual(error.data, { code: 'unauthorized', message: 'You are not signed in: no token was sent.' });
    const client = await server.connect(ada, { auth: { token: await server.token(ada) } });
    assert.equal(client.socket.connected, true);
    await server.stop();
  });
});
