import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ada, createRoom, grace, ServerHarness } from '../support/server-harness.ts';

describe('what cannot be saved or told apart', () => {
  let server: ServerHarness;

  before(async () => {
    server = await ServerHarness.start();
  });
  after(() => server.stop());

  for (const [what, participant] of [
    ['with a space', { user_id: 'grace linus' }],
    ['with a control character', { user_id: 'grace\0' }],
    ['of nobody at all', {}],
    ['of blanks', { name: ' ', email: ' ' }],
  ] as const) {
    it(`is refused as a participant: an id ${what}`, async () => {
      const client = await server.connect(ada);
      client.emit('new_room_create', { name: 'Plans', participants: [participant], is_group: true });
      assert.equal((await client.next('error'))['code'], 'invalid_payload');
    });
  }

  it('is refused as a message: a character at which a database cuts the text', async () => {
    const client = await server.connect(ada);
    const room = await createRoom(client, [grace]);
    client.emit('new_message', { room, message_body: 'a\0b' });
    assert.equal((await client.next('error'))['code'], 'invalid_payload');
    assert.deepEqual(client.all('message_broadcast'), []);
  });

  for (const user_id of ['', 'ada grace', 'ada\n']) {
    it(`is refused as a token: the subject ${JSON.stringify(user_id)}`, async () => {
      const client = server.stranger();
      client.emit('connected', { token: await server.token({ ...ada, user_id }) });
      assert.equal((await client.next('error'))['code'], 'unauthorized');
    });
  }
});
