import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type ConnectionOptions, SocketConnection } from '../../src/connection/socket-connection.ts';
import type { ConnectionState, ConnectionStatus } from '../../src/protocol/connection-state.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { SocketBackend, until } from '../support/socket-backend.ts';

/** Real sockets, fake time: waits of ours pass at once, the network takes as long as it takes. */
describe('SocketConnection', () => {
  let backend: SocketBackend;
  let platform: FakePlatform;
  const opened: SocketConnection[] = [];

  beforeEach(async () => {
    backend = await SocketBackend.start();
    platform = new FakePlatform();
  });

  afterEach(async () => {
    for (const connection of opened.splice(0)) connection.close();
    await backend.close();
  });

  function connect(options: Partial<ConnectionOptions> = {}) {
    const connection = new SocketConnection(
      {
        serverUrl: backend.url,
        socketPath: '/socket.io',
        namespace: '/',
        getToken: () => 'token',
        canRenewToken: () => false,
        ...options,
      },
      platform,
    );
    opened.push(connection);
    const statuses: ConnectionStatus[] = [];
    const received: [string, ...unknown[]][] = [];
    let connected = 0;
    connection.subscribe({
      stateChanged: ({ status }) => {
        if (status !== statuses.at(-1)) statuses.push(status);
      },
      connected: () => (connected += 1),
      received: (event, args) => received.push([event, ...args]),
    });
    connection.open();
    return { connection, statuses, received, count: () => connected };
  }

  /** Not read in place: the compiler would believe that it is still what was asserted before. */
  const errorOf = (connection: SocketConnection) => connection.state.error;
  const isOnline = (connection: SocketConnection) =>
    until(() => connection.state.status === 'online', 'the connection is online');
  const has = (connection: SocketConnection, status: ConnectionStatus) =>
    until(() => connection.state.status === status, `the connection is ${status}`);

  it("connects, and knows the engine's id of this connection and of no other", async () => {
    const { connection, statuses, count } = connect();
    assert.equal(connection.engineId, undefined);
    await isOnline(connection);
    const [socket] = backend.sockets;
    const first = connection.engineId;
    assert.deepEqual([first], backend.engineIds);
    assert.notEqual(first, socket?.id);
    backend.cut();
    await has(connection, 'reconnecting');
    assert.equal(connection.engineId, undefined);
    platform.clock.pass(500);
    await isOnline(connection);
    assert.notEqual(connection.engineId, first);
    assert.deepEqual(statuses, ['connecting', 'online', 'reconnecting', 'online']);
    assert.equal(count(), 2);
  });

  it('asks for a fresh token before each attempt', async () => {
    let tokens = 0;
    const { connection } = connect({ getToken: () => Promise.resolve(`token-${(tokens += 1)}`) });
    await isOnline(connection);
    backend.cut();
    await has(connection, 'reconnecting');
    platform.clock.pass(500);
    await isOnline(connection);
    assert.deepEqual(backend.tokens, ['token-1', 'token-2']);
    assert.equal(connection.token, 'token-2');
  });

  it('counts a sign-in that fails or never answers as a failed attempt', async () => {
    let answer: () => Promise<string> = () => Promise.reject(new Error('The sign-in is down.'));
    const { connection } = connect({ getToken: () => answer() });
    await has(connection, 'reconnecting');
    assert.equal(connection.state.error?.message, 'The sign-in is down.');
    answer = () => new Promise(() => {});
    platform.clock.pass(500);
    await new Promise((resolve) => setTimeout(resolve, 20));
    platform.clock.pass(10_000);
    await until(() => connection.state.attempt === 2, 'the second attempt has failed');
    answer = () => Promise.resolve('token');
    platform.clock.pass(1000);
    await isOnline(connection);
  });

  it('ignores a token that comes too late for its attempt', async () => {
    const late: ((token: string) => void)[] = [];
    const { connection } = connect({ getToken: () => new Promise((resolve) => late.push(resolve)) });
    await until(() => late.length === 1, 'the first token is asked for');
    platform.clock.pass(10_000);
    await has(connection, 'reconnecting');
    platform.clock.pass(500);
    await until(() => late.length === 2, 'the second token is asked for');
    late[0]?.('stale');
    late[1]?.('fresh');
    await isOnline(connection);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(backend.tokens, ['fresh']);
  });

  it('tells a refused identity from another refusal, and can be retried', async () => {
    let refusal: Error | undefined = Object.assign(new Error('No.'), { data: { code: 'unauthorized' } });
    backend.io.use((_socket, next) => {
      next(refusal);
    });
    const { connection } = connect();
    await has(connection, 'unauthorized');
    assert.deepEqual(connection.state.error, { message: 'No.', code: 'unauthorized' });
    refusal = new Error('The house is full.');
    connection.retry();
    await has(connection, 'failed');
    assert.equal(errorOf(connection)?.message, 'The house is full.');
    platform.clock.pass(600_000);
    assert.equal(connection.state.status, 'failed');
    refusal = undefined;
    connection.retry();
    await isOnline(connection);
  });

  it('tries a refused identity once more with a fresh token, then stops', async () => {
    let asked = 0;
    backend.io.use((_socket, next) => {
      next(new Error('jwt expired'));
    });
    const { connection } = connect({ getToken: () => `token-${(asked += 1)}`, canRenewToken: () => true });
    await has(connection, 'reconnecting');
    platform.clock.pass(500);
    await has(connection, 'unauthorized');
    platform.clock.pass(600_000);
    assert.deepEqual(backend.tokens, ['token-1', 'token-2']);
  });

  it("tells the server's own end from a loss, with the reason that came before it", async () => {
    const { connection } = connect();
    await isOnline(connection);
    backend.io.disconnectSockets();
    await has(connection, 'failed');
    assert.equal(connection.state.error?.code, 'server_disconnect');
    connection.retry();
    await isOnline(connection);
    backend.io.emit('error', { code: 'token_expired', message: 'Sign in again.' });
    backend.io.disconnectSockets();
    await has(connection, 'unauthorized');
    assert.equal(errorOf(connection)?.message, 'Sign in again.');
  });

  it('does not hammer a server that accepts and then cuts', async () => {
    let accepted = 0;
    backend.io.on('connection', (socket) => {
      accepted += 1;
      socket.conn.close();
    });
    const { connection } = connect();
    for (let second = 0; second < 60; second += 1) {
      platform.clock.pass(1000);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    assert.ok(accepted > 3 && accepted < 15, `${accepted} connections in a minute`);
    assert.equal(connection.state.status, 'reconnecting');
  });

  it('begins the backoff anew only after a stable time', async () => {
    const { connection } = connect();
    for (const expected of [1, 2, 3]) {
      await isOnline(connection);
      backend.cut();
      await until(() => connection.state.attempt === expected, `attempt ${expected}`);
      platform.clock.pass(30_000);
    }
    await isOnline(connection);
    platform.clock.pass(10_000);
    backend.cut();
    await until(() => connection.state.attempt === 1, 'the count has begun anew');
  });

  it('puts nothing on the wire without a connection, and keeps nothing for later', async () => {
    const { connection } = connect();
    assert.equal(connection.emit('early', 1), false);
    await assert.rejects(connection.request('early', 1, 1000));
    await isOnline(connection);
    assert.equal(connection.emit('now', 1), true);
    await until(() => backend.events.includes('now'), 'the first event has come');
    backend.cut();
    await has(connection, 'reconnecting');
    assert.equal(connection.emit('meanwhile', 1), false);
    platform.clock.pass(500);
    await isOnline(connection);
    assert.equal(connection.emit('then', 1), true);
    await until(() => backend.events.includes('then'), 'the last event has come');
    assert.deepEqual(backend.events, ['now', 'then']);
  });

  it('hears what comes before the server has accepted, but says nothing before the handshake', async () => {
    backend.io.use((socket, next) => {
      socket.conn.write('2["welcome"]');
      next();
    });
    const { connection, received } = connect();
    connection.subscribe({
      stateChanged: () => {},
      connected: () => connection.emit('connected', 1),
      received: () => connection.emit('reply', 1),
    });
    await until(() => backend.events.includes('connected'), 'the handshake has come');
    assert.deepEqual(received, [['welcome']]);
    assert.deepEqual(backend.events, ['connected']);
  });

  it('says when the next attempt is planned, and no more when it is under way', async () => {
    const { connection } = connect();
    const states: ConnectionState[] = [];
    await isOnline(connection);
    connection.subscribe({ stateChanged: (state) => states.push(state), connected: () => {}, received: () => {} });
    backend.cut();
    await has(connection, 'reconnecting');
    const planned = (connection.state.retryAt ?? 0) - platform.clock.now();
    assert.ok(planned >= 250 && planned <= 500, `${planned} ms`);
    platform.clock.pass(500);
    await isOnline(connection);
    const error = { code: 'connection_lost', message: 'The connection was lost.' };
    assert.deepEqual(
      states.map((state) => ({ ...state, retryAt: 'retryAt' in state })),
      [
        { status: 'reconnecting', attempt: 1, retryAt: true, error },
        { status: 'reconnecting', attempt: 1, retryAt: false, error },
        { status: 'online', attempt: 0, retryAt: false },
      ],
    );
  });

  it('tries at once when the network or the page is back', async () => {
    const { connection } = connect();
    for (const back of [() => platform.network.change(true), () => platform.page.tell('visible')]) {
      await isOnline(connection);
      platform.network.online = false;
      backend.cut();
      await has(connection, 'offline');
      back();
      await isOnline(connection);
    }
  });

  it('leaves an attempt alone that is under way when the network and the page come back', async () => {
    let asked = 0;
    const { connection } = connect({
      getToken: () => {
        asked += 1;
        return new Promise((resolve) => setTimeout(resolve, 20, 'token'));
      },
    });
    platform.network.change(true);
    platform.page.tell('visible');
    await isOnline(connection);
    assert.equal(asked, 1);
  });

  it('tries a connection that the device says is gone, and keeps it when the device is wrong', async () => {
    const { connection, statuses } = connect();
    await isOnline(connection);
    platform.network.change(false);
    assert.equal(connection.state.status, 'offline');
    platform.clock.pass(500);
    await isOnline(connection);
    assert.deepEqual(statuses, ['connecting', 'online', 'offline', 'online']);
  });

  it('leaves before the page is frozen, and is back when it is', async () => {
    const { connection } = connect();
    await isOnline(connection);
    platform.page.tell('frozen');
    await until(() => backend.io.engine.clientsCount === 0, 'the server knows');
    platform.clock.pass(600_000);
    assert.equal(backend.io.engine.clientsCount, 0);
    platform.page.tell('restored');
    await isOnline(connection);
  });

  it('ends the attempt that is under way when the page is frozen', async () => {
    const { connection } = connect({ getToken: () => new Promise((resolve) => setTimeout(resolve, 10, 'token')) });
    platform.page.tell('frozen');
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(backend.tokens, []);
    platform.page.tell('restored');
    await isOnline(connection);
  });

  it('does not come back by itself after a refusal, whatever else comes back', async () => {
    backend.io.use((_socket, next) => {
      next(new Error('The house is full.'));
    });
    const { connection } = connect();
    await has(connection, 'failed');
    platform.page.tell('frozen');
    platform.page.tell('restored');
    platform.page.tell('visible');
    platform.network.change(true);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(connection.state.status, 'failed');
    assert.equal(backend.tokens.length, 1);
  });

  it('says what is wrong with an address instead of throwing, and asks nobody', () => {
    for (const serverUrl of ['', 'nonsense', 'ftp://127.0.0.1', 'http://', 'javascript:alert(1)']) {
      const { connection } = connect({ serverUrl });
      assert.equal(connection.state.status, 'failed', serverUrl);
      assert.equal(connection.state.error?.code, 'invalid_server_url');
    }
  });

  it('leaves nothing behind when it is closed', async () => {
    const { connection, statuses } = connect();
    await isOnline(connection);
    connection.close();
    await until(() => backend.io.engine.clientsCount === 0, 'the server knows');
    assert.equal(platform.clock.waiting, 0);
    assert.equal(platform.page.listeners.size + platform.network.listeners.size, 0);
    platform.network.change(true);
    platform.page.tell('visible');
    connection.retry();
    assert.equal(statuses.at(-1), 'idle');
  });

  it('stops for no listener that throws', async () => {
    const { connection, received } = connect();
    const reported: unknown[] = [];
    globalThis.reportError = (error) => reported.push(error);
    connection.subscribe({
      stateChanged: () => {},
      connected: () => {},
      received: () => {
        throw new Error('from a listener');
      },
    });
    await isOnline(connection);
    backend.io.emit('one');
    backend.io.emit('two');
    await until(() => received.length === 2, 'both have come');
    assert.equal(reported.length, 2);
  });
});
