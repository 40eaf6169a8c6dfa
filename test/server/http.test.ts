import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { people } from '../../demo/people.ts';
import { ada, ServerHarness } from '../support/server-harness.ts';

describe('http', () => {
  let demo: ServerHarness;
  let plain: ServerHarness;

  before(async () => {
    demo = await ServerHarness.start({ DEMO: 'true', CONNECTIONS_PER_MINUTE: '12' });
    await mkdir(join(demo.folder, 'demo'));
    await mkdir(join(demo.folder, 'script'));
    await writeFile(join(demo.folder, 'demo', 'index.html'), '<!doctype html>');
    await writeFile(join(demo.folder, 'script', 'chat-widget.js'), 'export {};');
    await demo.restart();
    plain = await ServerHarness.start({ ALLOWED_ORIGINS: 'https://shop.example' });
  });
  after(async () => {
    await demo.stop();
    await plain.stop();
  });

  const login = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${demo.url}/demo/login`, { method: 'POST', body, headers });

  it('tells that it is well', async () => {
    const response = await fetch(`${plain.url}/health`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'ok' });
  });

  it('signs in the people of the demo', async () => {
    assert.deepEqual(await (await fetch(`${demo.url}/demo/people`)).json(), people);
    const [person] = people;
    const response = await login(JSON.stringify({ user_id: person.user_id }));
    const { token, user } = (await response.json()) as { token: string; user: unknown };
    assert.deepEqual(user, { user_id: person.user_id, email: person.email, name: person.name });
    const client = demo.stranger();
    assert.deepEqual(await client.ask('connected', { token }), { capabilities: ['ack', 'history'] });
  });

  for (const [what, body, status] of [
    ['somebody unknown', '{"user_id":"nobody"}', 404],
    ['what is no JSON', '{', 400],
    ['what is too large', JSON.stringify({ user_id: 'x'.repeat(5000) }), 413],
    ['a payload without an id', 'null', 404],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const response = await login(body);
      assert.equal(response.status, status);
      assert.equal(typeof ((await response.json()) as { message: unknown }).message, 'string');
    });
  }

  it('signs nobody in for a page of another origin, and not too often', async () => {
    assert.equal((await login('{}', { origin: 'https://evil.example' })).status, 403);
    const statuses: number[] = [];
    for (let times = 0; times < 12; times += 1) statuses.push((await login('{}')).status);
    assert.equal(statuses.at(-1), 429);
  });

  it('has no sign-in of its own outside the demo', async () => {
    assert.equal((await fetch(`${plain.url}/demo/people`)).status, 404);
    assert.equal((await fetch(`${plain.url}/demo/login`, { method: 'POST', body: '{}' })).status, 404);
  });

  it('serves the pages under a strict policy', async () => {
    const { headers, status } = await fetch(`${demo.url}/`);
    assert.equal(status, 200);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  it('serves the scripts to every origin', async () => {
    const { headers, status } = await fetch(`${demo.url}/chat-widget/chat-widget.js`);
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.match(headers.get('content-type') ?? '', /javascript/);
  });

  it('serves nothing else', async () => {
    for (const path of ['/nothing', '/chat-widget/nothing.js', '/../chat.db', '/chat.db', '/%2e%2e/chat.db']) {
      assert.equal((await fetch(`${demo.url}${path}`)).status, 404, path);
    }
  });

  for (const [what, path, headers, status] of [
    ['whose path looks like a host', '//', '', 200],
    ['whose path is a broken address', 'http://[', '', 404],
    ['whose path cannot be decoded', '/%ff', '', 404],
    ['whose range ends before it begins', '/', 'range: bytes=9-3\r\n', 200],
  ] as const) {
    // `fetch` mends such requests before it sends them.
    it(`answers a request ${what}, and lives`, async () => {
      const socket = connect(Number(new URL(demo.url).port), '127.0.0.1');
      socket.setTimeout(2000, () => socket.destroy());
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${headers}\r\n`);
      const [answer] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [unknown];
      socket.destroy();
      assert.match(String(answer), new RegExp(`^HTTP/1\\.1 ${status} `));
      assert.equal((await fetch(`${demo.url}/health`)).status, 200);
    });
  }

  it('lets only pages of allowed origins connect, by either transport', async () => {
    for (const transport of ['polling', 'websocket']) {
      const allowed = plain.stranger({ transports: [transport], extraHeaders: { origin: 'https://shop.example' } });
      const refused = plain.stranger({ transports: [transport], extraHeaders: { origin: 'https://evil.example' } });
      await refused.next('connect_error');
      assert.deepEqual(await allowed.ask('connected', { token: await plain.token(ada) }), {
        capabilities: ['ack', 'history'],
      });
      assert.equal(refused.socket.connected, false);
    }
  });
});
