import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ada, type Client, createRoom, grace, ServerHarness } from '../support/server-harness.ts';

/** For each event that can be refused for its payload: one that is. */
const unreadable = [
  ['get_chats', 'rooms, please'],
  ['new_room_create', { name: 'x', participants: 'grace', is_group: true }],
  ['new_message', { message_body: 'Hi' }],
  ['typing_start', {}],
  ['typing_end', { room: 7 }],
  ['online_status', { user_id: 7 }],
  ['get_messages', { room: 'x', limit: 'all' }],
  ['connected', 'token'],
] as const;

describe('every event', () => {
  let server: ServerHarness;
  let client: Client;

  before(async () => {
    server = await ServerHarness.start();
    client = await server.connect(ada);
  });
  after(() => server.stop());

  for (const [event, payload] of unreadable) {
    it(`says what is wrong with a ${event} that cannot be read`, async () => {
      client.emit(event, payload);
      const error = await client.next<{ code: string; message: string; event: string }>('error');
      assert.deepEqual([error.code, error.event], ['invalid_payload', event]);
      assert.match(error.message, new RegExp(`^This ${event} cannot be read: .+\\.$`));
      assert.equal(client.socket.connected, true);
    });
  }

  for (const [event, payload] of unreadable.filter(([each]) => each !== 'connected')) {
    it(`says it in the acknowledgement of ${event} alone where there is one`, async () => {
      const answer = (await client.ask(event, payload)) as { error: { code: string; message: string } };
      assert.equal(answer.error.code, 'invalid_payload');
      client.emit('online_status');
      await client.next('online_status_show');
      assert.deepEqual(client.all('error'), []);
    });
  }

  it('says why connected is refused in both ways: its acknowledgement is there for the capabilities', async () => {
    const answer = (await client.ask('connected', 'token')) as { error: object };
    assert.deepEqual(await client.next('error'), { ...answer.error, event: 'connected' });
  });

  it('answers an acknowledgement when it is granted, beside the event', async () => {
    const room = await createRoom(client, [grace]);
    for (const event of ['get_chats', 'online_status', 'typing_start', 'typing_end']) {
      const answer = await client.ask(event, { room, user: ada });
      assert.equal(answer ?? null, null);
    }
    assert.deepEqual(client.all('error'), []);
    await client.next('set_chats');
  });

  it('refuses the acknowledgement too before connected', async () => {
    const stranger = server.stranger();
    const answer = (await stranger.ask('get_chats', {})) as { error: { code: string } };
    assert.equal(answer.error.code, 'unauthenticated');
  });

  it('takes an acknowledgement in the place of the payload', async () => {
    const answer: unknown = await client.socket.timeout(3000).emitWithAck('get_chats');
    assert.equal(answer ?? null, null);
  });

  it('survives bytes, many arguments and events that nobody knows', async () => {
    client.socket.emit('new_message', Buffer.from('x'), { room: 1 }, []);
    client.socket.emit('message_edit', { room: 'x' });
    client.socket.emit('new_message', { room: Buffer.from('x'), message_body: Buffer.from('y') });
    assert.equal((await client.next('error'))['code'], 'invalid_payload');
    assert.equal((await client.next('error'))['code'], 'invalid_payload');
    client.emit('online_status');
    assert.deepEqual(await client.next('online_status_show'), [ada]);
  });
});
