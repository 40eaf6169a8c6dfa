import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { ada, createRoom, grace, linus, pause, say, ServerHarness } from '../support/server-harness.ts';

const EVENTS = [
  'connected',
  'get_chats',
  'new_room_create',
  'new_message',
  'typing_start',
  'typing_end',
  'online_status',
  'get_messages',
];

describe('the server', () => {
  let server: ServerHarness;

  before(async () => {
    server = await ServerHarness.start({
      MESSAGES_PER_MINUTE: '100000',
      ROOMS_PER_HOUR: '100000',
      SIGNALS_PER_MINUTE: '100000',
    });
  });
  after(() => server.stop());

  describe('identity', () => {
    it('answers nothing before connected', async () => {
      const stranger = server.stranger();
      for (const event of EVENTS.slice(1)) {
        stranger.emit(event, { room: 'a', message_body: 'Hi', participants: [ada], is_group: true });
        assert.deepEqual(await stranger.next('error'), {
          code: 'unauthenticated',
          message: 'Send `connected` with a valid token first.',
          event,
        });
      }
      assert.deepEqual(stranger.received, []);
    });

    it('acknowledges connected, and answers what is sent right behind it', async () => {
      const client = server.stranger();
      const token = await server.token(ada);
      const answer = client.ask('connected', { user: ada, sid: 'x', token });
      client.emit('get_chats', { user: ada });
      client.emit('online_status', { user_id: ada.user_id });
      assert.deepEqual(await answer, { capabilities: ['ack', 'history'] });
      assert.deepEqual(await client.next('set_chats'), []);
      assert.deepEqual(await client.next('online_status_show'), [ada]);
    });

    it('takes the token of the handshake where the payload has none', async () => {
      const client = server.stranger({ auth: { token: await server.token(ada) } });
      assert.deepEqual(await client.ask('connected', { user: ada, sid: 'x' }), { capabilities: ['ack', 'history'] });
    });

    for (const [what, token] of [
      ['no token', undefined],
      ['a token that is none', 'nonsense'],
      ['a token that nobody signed', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEiLCJleHAiOjk5OTk5OTk5OTl9.'],
    ] as const) {
      it(`refuses ${what} and ends the connection`, async () => {
        const client = server.stranger();
        client.emit('connected', { user: ada, sid: 'x', token });
        const error = await client.next('error');
        assert.equal(error['code'], 'unauthorized');
        assert.equal(error['event'], 'connected');
        assert.equal(await client.next('disconnect'), 'io server disconnect');
      });
    }

    it('believes the token, not the payload', async () => {
      const [one, two] = [await server.connect(ada), await server.connect(grace)];
      const room = await createRoom(one, [grace]);
      two.emit('new_message', { room, message_body: 'Hi', user: ada, sid: 'stolen' });
      assert.deepEqual((await one.next('message_broadcast'))['user'], grace);
    });

    it('lets a connection not change hands', async () => {
      const client = await server.connect(ada);
      client.emit('connected', { token: await server.token(grace) });
      assert.equal((await client.next('error'))['code'], 'unauthorized');
    });
  });

  describe('rooms', () => {
    it('are told to all participants, in the canonical shape', async () => {
      const [one, two] = [await server.connect(ada), await server.connect(grace)];
      one.emit('new_room_create', { name: 'Plans', participants: [grace, grace], user: ada, is_group: true });
      const room = await one.next<{ room_id: string; created_at: string }>('add_room');
      assert.match(room.room_id, /^[0-9a-f]{24}$/);
      assert.match(room.created_at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual(room, {
        room_id: room.room_id,
        name: 'Plans',
        is_group: true,
        participants: [ada, grace],
        messages: [],
        last_message: null,
        created_at: room.created_at,
        updated_at: room.created_at,
      });
      assert.deepEqual(await two.next('add_room'), room);
      two.emit('get_chats', { user: grace });
      assert.ok(
        (await two.next<unknown[]>('set_chats')).some((each) => (each as typeof room).room_id === room.room_id),
      );
    });

    it('of two people exist once', async () => {
      const client = await server.connect(ada);
      const first = await createRoom(client, [linus], { name: 'a', is_group: false });
      assert.equal(await createRoom(client, [linus], { name: 'b', is_group: false }), first);
    });

    it('take people by their address or name, and say whom they do not know', async () => {
      const client = await server.connect(ada);
      await server.connect(grace);
      client.emit('new_room_create', { name: 'By address', participants: [{ email: grace.email }], is_group: true });
      assert.deepEqual((await client.next('add_room'))['participants'], [ada, grace]);
      client.emit('new_room_create', { name: 'Nobody', participants: [{ name: 'Nobody' }], is_group: true });
      assert.deepEqual(await client.next('error'), {
        code: 'unknown_user',
        message: 'Nobody is not known here.',
        event: 'new_room_create',
      });
    });

    for (const [what, payload] of [
      ['a group without a name', { name: ' ', participants: [grace], is_group: true }],
      ['nobody to talk to', { name: 'x', participants: [], is_group: true }],
      ['a direct room of three', { name: 'x', participants: [grace, linus], is_group: false }],
      ['a direct room with oneself', { name: 'x', participants: [ada], is_group: false }],
      ['no word about its kind', { name: 'x', participants: [grace] }],
    ] as const) {
      it(`are refused with ${what}`, async () => {
        const client = await server.connect(ada);
        client.emit('new_room_create', payload);
        const error = await client.next('error');
        assert.equal(error['code'], 'invalid_payload');
        assert.equal(error['event'], 'new_room_create');
      });
    }
  });

  describe('messages', () => {
    it('go to all participants, to each of their tabs, in the canonical shape, and are kept', async () => {
      const clients = [await server.connect(ada), await server.connect(ada), await server.connect(grace)] as const;
      const room = await createRoom(clients[0], [grace]);
      say(clients[0], room, ' Hello\nthere ');
      const broadcasts = await Promise.all(clients.map((client) => client.next('message_broadcast')));
      const [message] = broadcasts;
      assert.deepEqual(message, {
        message_id: message?.['message_id'],
        room,
        message_body: ' Hello\nthere ',
        type: 'USER_TEXT_MESSAGE',
        user: ada,
        created_at: message?.['created_at'],
      });
      for (const each of broadcasts) assert.deepEqual(each, message);
      clients[2].emit('get_chats');
      const rooms = await clients[2].next<Record<string, unknown>[]>('set_chats');
      const found = rooms.find((each) => each['room_id'] === room);
      assert.deepEqual([found?.['messages'], found?.['last_message']], [[message], message]);
    });

    it('of others are nobody else’s business', async () => {
      const [one, third] = [await server.connect(ada), await server.connect(linus)];
      const room = await createRoom(one, [grace]);
      say(one, room, 'Between us');
      one.emit('typing_start', { room });
      await one.next('message_broadcast');
      say(third, room, 'Let me in');
      assert.equal((await third.next('error'))['code'], 'not_a_participant');
      third.emit('typing_start', { room });
      assert.equal((await third.next('error'))['code'], 'not_a_participant');
      third.emit('get_chats');
      const rooms = await third.next<Record<string, unknown>[]>('set_chats');
      assert.ok(rooms.every((each) => each['room_id'] !== room));
      assert.deepEqual(third.all('message_broadcast').concat(third.all('show_start_typing'), one.all('error')), []);
    });

    it('come to everybody in one order, whoever sends how fast', async () => {
      const [one, two] = [await server.connect(ada), await server.connect(grace)];
      const room = await createRoom(one, [grace]);
      for (let index = 0; index < 100; index += 1) {
        say(one, room, `ada ${index}`);
        say(two, room, `grace ${index}`);
      }
      while (one.all('message_broadcast').length < 200 || two.all('message_broadcast').length < 200) await pause(10);
      assert.deepEqual(one.all('message_broadcast'), two.all('message_broadcast'));
      const sent = one.all('message_broadcast') as { message_id: string; message_body: string }[];
      const ids = sent.map(({ message_id }) => message_id);
      assert.deepEqual(ids, [...ids].sort());
      for (const name of ['ada', 'grace']) {
        const own = sent.map(({ message_body }) => message_body).filter((body) => body.startsWith(name));
        assert.deepEqual(
          own,
          Array.from({ length: 100 }, (_, index) => `${name} ${index}`),
        );
      }
    });

    for (const [what, payload, code] of [
      ['blank', { message_body: ' \n' }, 'invalid_payload'],
      ['too long', { message_body: 'x'.repeat(4001) }, 'message_too_long'],
      ['no text', { message_body: 7 }, 'invalid_payload'],
      ['of a type that is none', { message_body: 'x', type: '<script>' }, 'invalid_payload'],
    ] as const) {
      it(`that are ${what} are refused with a reason`, async () => {
        const client = await server.connect(ada);
        const room = await createRoom(client, [grace]);
        client.emit('new_message', { room, ...payload });
        const error = await client.next<{ code: string; message: string; event: string }>('error');
        assert.equal(error.code, code);
        assert.equal(error.event, 'new_message');
        assert.ok(error.message.length > 10);
      });
    }

    it('that are refused answer an acknowledgement too', async () => {
      const client = await server.connect(ada);
      const answer = (await client.ask('new_message', { room: 'none', message_body: 'Hi' })) as {
        error: { code: string };
      };
      assert.equal(answer.error.code, 'not_a_participant');
    });

    it('that are larger than a packet may be end that connection, and no other', async () => {
      const [one, two] = [await server.connect(ada), await server.connect(grace)];
      say(one, 'any', 'x'.repeat(200_000));
      await one.next('disconnect');
      two.emit('online_status');
      await two.next('online_status_show');
    });
  });

  describe('typing', () => {
    it('is told to the others, not to own tabs, and ends with the connection', async () => {
      const [one, tab, two] = [await server.connect(ada), await server.connect(ada), await server.connect(grace)];
      const room = await createRoom(one, [grace]);
      one.emit('typing_start', { room, user: grace });
      assert.deepEqual(await two.next('show_start_typing'), { room, user: ada });
      one.emit('typing_end', { room });
      assert.deepEqual(await two.next('show_end_typing'), { room, user: ada });
      one.emit('typing_start', { room });
      await two.next('show_start_typing');
      one.socket.disconnect();
      assert.deepEqual(await two.next('show_end_typing'), { room, user: ada });
      assert.deepEqual(tab.all('show_start_typing'), []);
    });

    it('moves from room to room, and of a room of one is told to nobody', async () => {
      const [one, two, third] = [await server.connect(ada), await server.connect(grace), await server.connect(linus)];
      const [first, second] = [await createRoom(one, [grace]), await createRoom(one, [linus])];
      one.emit('typing_start', { room: first });
      assert.deepEqual(await two.next('show_start_typing'), { room: first, user: ada });
      one.emit('typing_start', { room: second });
      assert.deepEqual(await two.next('show_end_typing'), { room: first, user: ada });
      assert.deepEqual(await third.next('show_start_typing'), { room: second, user: ada });
      const alone = await createRoom(one, [ada]);
      await one.ask('typing_start', { room: alone });
      assert.deepEqual(await third.next('show_end_typing'), { room: second, user: ada });
      await one.ask('typing_end', { room: alone });
      for (const client of [two, third]) assert.deepEqual(client.all('show_start_typing'), []);
    });
  });

  describe('presence', () => {
    it('is one for all tabs, and only of those who share a room', async () => {
      const own = await ServerHarness.start();
      const [one, tab] = [await own.connect(ada), await own.connect(ada)];
      const [two, third] = [await own.connect(grace), await own.connect(linus)];
      await createRoom(two, [ada]);
      const online = async (): Promise<unknown> => {
        two.emit('online_status', { user_id: grace.user_id });
        return two.next('online_status_show');
      };
      assert.deepEqual(await online(), [ada, grace]);
      one.socket.disconnect();
      assert.deepEqual(await online(), [ada, grace]);
      tab.socket.disconnect();
      await pause(50);
      assert.deepEqual(await online(), [grace]);
      assert.equal(third.socket.connected, true);
      await own.stop();
    });
  });

  it('survives any payload of any event, and stays usable', async () => {
    const client = await server.connect(ada);
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom(
          'room',
          'user',
          'participants',
          'message_body',
          'is_group',
          'name',
          'type',
          'client_id',
          'limit',
          '__proto__',
        ),
        fc.jsonValue(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EVENTS.slice(1)), payload, async (event, value) => {
        client.emit(event, value);
        assert.deepEqual((await client.ask('online_status', {})) ?? 'answered', 'answered');
        assert.equal(client.socket.connected, true);
      }),
      { numRuns: 200 },
    );
    assert.ok((client.all('error') as { code: string }[]).every(({ code }) => code !== 'internal'));
  });
});
