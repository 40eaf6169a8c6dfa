import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ada, pause, ServerHarness } from '../support/server-harness.ts';

const SECOND = 1 / 60;

describe('a connection', () => {
  let server: ServerHarness;

  before(async () => {
    server = await ServerHarness.start();
  });
  after(() => server.stop());

  it('ends when its token ends', async () => {
    const client = server.stranger();
    await client.ask('connected', { token: await server.token(ada, SECOND) });
    assert.deepEqual(await client.next('error'), {
      code: 'token_expired',
      message: 'Your sign-in has expired.',
      event: 'connected',
    });
    assert.equal(await client.next('disconnect'), 'io server disconnect');
  });

  it('goes on with a fresh token, and ends with that', async () => {
    const client = server.stranger();
    await client.ask('connected', { token: await server.token(ada, SECOND) });
    await client.ask('connected', { token: await server.token(ada, 3 * SECOND) });
    await pause(1500);
    client.emit('online_status');
    assert.deepEqual(await client.next('online_status_show'), [ada]);
    assert.equal((await client.next('error'))['code'], 'token_expired');
  });

  it('is not cut short by a token that ends sooner', async () => {
    const client = await server.connect(ada);
    await client.ask('connected', { token: await server.token(ada, SECOND) });
    await pause(1500);
    client.emit('online_status');
    assert.deepEqual(await client.next('online_status_show'), [ada]);
  });

  it('may last longer than a timer can wait', async () => {
    const client = server.stranger();
    await client.ask('connected', { token: await server.token(ada, 60 * 24 * 365) });
    await pause(50);
    client.emit('online_status');
    assert.deepEqual(await client.next('online_status_show'), [ada]);
  });
});
