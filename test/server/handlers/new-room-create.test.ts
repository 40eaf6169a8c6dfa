import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ada, type Client, createRoom, grace, linus, say, ServerHarness } from '../../support/server-harness.ts';

describe('new_room_create', () => {
  let server: ServerHarness;
  let one: Client;
  let two: Client;

  before(async () => {
    server = await ServerHarness.start();
    [one, two] = [await server.connect(ada), await server.connect(grace)];
  });
  after(() => server.stop());

  it('makes one direct room of two people who ask for it at once', async () => {
    const clients = [await server.connect(ada), await server.connect(grace)] as const;
    const rooms = await Promise.all([
      createRoom(clients[0], [grace], { is_group: false }),
      createRoom(clients[1], [ada], { is_group: false }),
    ]);
    assert.equal(rooms[0], rooms[1]);
    clients[0].emit('get_chats');
    assert.equal((await clients[0].next<unknown[]>('set_chats')).length, 1);
  });

  for (const [what, participant] of [
    ['an id', { user_id: grace.user_id }],
    ['an id, whatever else is claimed', { user_id: grace.user_id, email: 'evil@example.org', name: 'Evil' }],
    ['an address', { email: grace.email }],
    ['a name', { name: grace.name }],
  ] as const) {
    it(`finds somebody by ${what}, who may write there at once`, async () => {
      const other = await server.connect(ada);
      other.emit('new_room_create', { name: what, participants: [participant], is_group: true });
      const room = await other.next<{ room_id: string; participants: unknown[] }>('add_room');
      assert.deepEqual(room.participants, [ada, grace]);
      say(two, room.room_id, 'Here I am');
      assert.equal((await other.next('message_broadcast'))['room'], room.room_id);
    });
  }

  for (const [participant, code] of [
    [{ email: 'nobody@example.org' }, 'unknown_user'],
    [{ name: 'Nobody' }, 'unknown_user'],
    [{}, 'invalid_payload'],
  ] as const) {
    it(`refuses ${JSON.stringify(participant)}, and makes no room`, async () => {
      const count = async (client: Client) => {
        client.emit('get_chats');
        return (await client.next<unknown[]>('set_chats')).length;
      };
      const rooms = await count(one);
      const request = { name: 'x', participants: [grace, participant], is_group: true };
      const answer = (await one.ask('new_room_create', request)) as { error: { code: string } };
      assert.equal(answer.error.code, code);
      assert.equal(await count(one), rooms);
    });
  }

  it('tells of a direct room that is there already only who asks for it', async () => {
    const own = await ServerHarness.start();
    const [asker, other] = [await own.connect(ada), await own.connect(grace)];
    const room = await createRoom(asker, [grace], { is_group: false });
    await other.next('add_room');
    assert.equal(await createRoom(asker, [grace], { name: 'Again', is_group: false }), room);
    other.emit('online_status');
    await other.next('online_status_show');
    assert.deepEqual(other.all('add_room'), []);
    await own.stop();
  });

  it('finds by address and name only those who proved them, and no one of several', async () => {
    const own = await ServerHarness.start();
    const client = await own.connect(ada);
    const ask = (participant: object): Promise<unknown> =>
      client.ask('new_room_create', { name: 'x', participants: [participant], is_group: true });
    const codeOf = (answer: unknown): string => (answer as { error: { code: string } }).error.code;
    await createRoom(client, [{ user_id: 'thief', email: grace.email, name: grace.name }]);
    for (const claim of [{ email: grace.email }, { name: grace.name }]) {
      assert.equal(codeOf(await ask(claim)), 'unknown_user');
    }
    await own.connect(grace);
    client.emit('new_room_create', { name: 'x', participants: [{ email: grace.email }], is_group: true });
    assert.deepEqual((await client.next('add_room'))['participants'], [ada, grace]);
    await own.connect({ user_id: 'other', email: 'other@example.org', name: grace.name });
    assert.equal(codeOf(await ask({ name: grace.name })), 'ambiguous_user');
    await own.stop();
  });

  it('shows a room to who signs in later, under the name of their token', async () => {
    const room = await createRoom(await server.connect(ada), [{ user_id: linus.user_id, email: '', name: 'Somebody' }]);
    const late = await server.connect(linus);
    late.emit('get_chats');
    const [found] = await late.next<{ room_id: string; participants: unknown[] }[]>('set_chats');
    assert.equal(found?.room_id, room);
    assert.deepEqual(found.participants, [ada, linus]);
  });
});
