import assert from 'node:assert/strict';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Decoder, Encoder } from 'socket.io-parser';
import { SocketLink } from '../../src/connection/socket-link.ts';
import { SocketBackend, until } from '../support/socket-backend.ts';

describe('SocketLink', () => {
  let backend: SocketBackend;
  const opened: SocketLink[] = [];

  beforeEach(async () => {
    backend = await SocketBackend.start();
  });

  afterEach(async () => {
    for (const link of opened.splice(0)) link.disconnect();
    await backend.close();
  });

  function setUp(socketOptions?: Record<string, unknown>) {
    const told: string[] = [];
    const received: [string, ...unknown[]][] = [];
    const link = new SocketLink(
      { serverUrl: backend.url, socketPath: '/socket.io', namespace: '/', socketOptions },
      {
        connected: () => told.push('connected'),
        heard: () => {},
        lost: ({ message }) => told.push(`lost: ${message}`),
        refused: ({ message }) => told.push(`refused: ${message}`),
        ended: () => told.push('ended'),
        received: (event, args) => received.push([event, ...args]),
      },
    );
    opened.push(link);
    return { link, told, received };
  }

  async function connected(socketOptions?: Record<string, unknown>) {
    const parts = setUp(socketOptions);
    parts.link.connect('token');
    await until(() => parts.told.includes('connected'), 'it is connected');
    return parts;
  }

  it("keeps the page's own handshake data beside the token, and connects only when it is told to", async () => {
    const { link, told } = setUp({ auth: { tenant: 'a' }, reconnection: true, autoConnect: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(backend.handshakes, []);
    link.connect('token');
    await until(() => told.length > 0, 'it is connected');
    backend.cut();
    await until(() => told.length > 1, 'it is lost');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(told, ['connected', 'lost: The connection was lost.']);
    link.connect(undefined);
    await until(() => told.length > 2, 'it is connected again');
    assert.deepEqual(backend.handshakes, [{ tenant: 'a', token: 'token' }, { tenant: 'a' }]);
  });

  it('takes the transports that the page names, WebSocket first otherwise', async () => {
    await connected();
    await connected({ transports: ['polling'], upgrade: false });
    assert.deepEqual(
      backend.sockets.map(({ conn }) => conn.transport.name),
      ['websocket', 'polling'],
    );
  });

  it("takes the page's own parser, for a backend that has another one", async () => {
    let encoded = 0;
    class CountingEncoder extends Encoder {
      override encode(packet: Parameters<Encoder['encode']>[0]): unknown[] {
        encoded += 1;
        return super.encode(packet);
      }
    }
    const { link } = await connected({ parser: { Encoder: CountingEncoder, Decoder } });
    link.emit('event', 1);
    await until(() => backend.events.length === 1, 'the event has come');
    assert.ok(encoded > 0);
  });

  it('gets through where a proxy refuses WebSocket', async () => {
    backend.http.prependListener('upgrade', (_request, socket: Duplex) => socket.destroy());
    await connected();
    assert.equal(backend.sockets[0]?.conn.transport.name, 'polling');
  });

  it('gets through where a network swallows WebSocket, at the second attempt', async () => {
    const swallowed: Duplex[] = [];
    backend.http.removeAllListeners('upgrade');
    backend.http.on('upgrade', (_request, socket: Duplex) => swallowed.push(socket));
    const { link, told } = setUp({ timeout: 200 });
    link.connect('token');
    await until(() => told.length === 1, 'the first attempt has ended');
    link.disconnect();
    link.connect('token');
    await until(() => told.length === 2, 'the second attempt has ended');
    assert.deepEqual(told, ['lost: timeout', 'connected']);
    for (const socket of swallowed) socket.destroy();
  });

  it('tells a refusal from an end, and both from a loss', async () => {
    let isFull = true;
    backend.io.use((_socket, next) => {
      next(isFull ? new Error('The house is full.') : undefined);
    });
    const { link, told } = setUp();
    link.connect('token');
    await until(() => told.length === 1, 'it is refused');
    isFull = false;
    link.connect('token');
    await until(() => told.length === 2, 'it is connected');
    backend.io.disconnectSockets();
    await until(() => told.length === 3, 'it is ended');
    assert.deepEqual(told, ['refused: The house is full.', 'connected', 'ended']);
  });

  it('tells nothing of an end of its own', async () => {
    const { link, told } = await connected();
    link.disconnect();
    await until(() => backend.sockets.length === 0, 'the server knows');
    assert.deepEqual(told, ['connected']);
  });

  it('heals when the server refuses late, on a connection that stood', async () => {
    const { link, told } = await connected();
    backend.write('4{"message":"late"}');
    await until(() => told.length === 2, 'it is lost');
    link.disconnect();
    link.connect('token');
    await until(() => told.length === 3, 'it is connected again');
    assert.deepEqual(told, ['connected', 'lost: late', 'connected']);
  });

  it('survives a refusal without a reason', async () => {
    backend.io.use((socket) => {
      socket.conn.write('4');
    });
    const { link, told } = setUp();
    link.connect('token');
    await until(() => told.length === 1, 'it is refused');
    assert.match(told[0] ?? '', /^refused: \w/);
  });

  it('stays connected when the server uses a reserved name or sends what nobody can read', async () => {
    const { told, received } = await connected();
    backend.write('2["connect",1]');
    backend.write('2["disconnect",2]');
    backend.write('2{"no":"list"}');
    backend.write('51-["picture",{"_placeholder":true,"num":0}]');
    backend.write('2["message_broadcast",3]');
    await until(() => received.length === 4, 'all that can be read has come');
    assert.deepEqual(received, [
      ['server connect', 1],
      ['server disconnect', 2],
      ['unreadable packet'],
      ['message_broadcast', 3],
    ]);
    assert.deepEqual(told, ['connected']);
  });

  it("waits for the server's acknowledgement, and not for ever", async () => {
    backend.io.on('connection', (socket) => {
      socket.on('asked', (_payload: unknown, answer: (value: unknown) => void) => {
        answer({ fine: true });
      });
    });
    const { link } = await connected();
    assert.deepEqual(await link.request('asked', {}, 1000), { fine: true });
    await assert.rejects(link.request('ignored', {}, 20));
    const lost = link.request('ignored', {}, 60_000);
    backend.cut();
    await assert.rejects(lost);
  });

  it('keeps nothing for later when the page wakes up and its connection is gone', async () => {
    const { link, told } = await connected();
    const { now } = Date;
    Date.now = () => now() + 60_000;
    assert.equal(link.emit('asleep', 1), false);
    let isRejected = false;
    link.request('asleep', 1, 60_000).catch(() => (isRejected = true));
    Date.now = now;
    await until(() => isRejected, 'the request is rejected');
    assert.deepEqual(told, ['connected', 'lost: The connection was lost.']);
    link.connect('token');
    await until(() => told.length === 3, 'it is connected again');
    link.emit('awake', 1);
    await until(() => backend.events.includes('awake'), 'the event has come');
    assert.deepEqual(backend.events, ['awake']);
  });

  it('tells no event of an attempt that came to nothing', async () => {
    let isFirst = true;
    backend.io.use((socket, next) => {
      socket.conn.write(isFirst ? '2["first"]' : '2["second"]');
      if (!isFirst) next();
      isFirst = false;
    });
    const { link, told, received } = setUp();
    link.connect('token');
    await until(() => backend.handshakes.length === 1, 'the first attempt has come');
    await new Promise((resolve) => setTimeout(resolve, 30));
    link.disconnect();
    link.connect('token');
    await until(() => told.length === 1, 'it is connected');
    assert.deepEqual(received, [['second']]);
  });
});
