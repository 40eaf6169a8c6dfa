import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../integration/until.ts';
import { FaultProxy } from './fault-proxy.ts';

/** One end of a connection, and all that happened to it. */
class End {
  readonly socket: Socket;
  text = '';
  /** How it ended: the code of an error, or `end`. */
  fate: string | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => (this.text += chunk.toString()));
    socket.on('end', () => (this.fate ??= 'end'));
    socket.on('error', (error: NodeJS.ErrnoException) => (this.fate ??= error.code));
  }

  async reads(text: string): Promise<void> {
    await until(() => this.text.includes(text), `“${text}”; there was “${this.text}”`);
  }

  async meets(fate: string): Promise<void> {
    await until(() => this.fate, `the end of a connection`);
    assert.equal(this.fate, fate);
  }
}

describe('FaultProxy', () => {
  const accepted: End[] = [];
  let target: Server;
  let proxy: FaultProxy;

  before(async () => {
    target = createServer({ allowHalfOpen: true }, (socket) => accepted.push(new End(socket)));
    target.listen(0, '127.0.0.1');
    await once(target, 'listening');
  });
  after(() => target.close());

  beforeEach(async () => {
    accepted.length = 0;
    proxy = await FaultProxy.start((target.address() as AddressInfo).port);
  });
  afterEach(() => proxy.close());

  function dial(): End {
    const { hostname: host, port } = new URL(proxy.url);
    return new End(connect({ host, port: Number(port), allowHalfOpen: true }));
  }

  /** Both ends of a connection that has been proven to work. */
  async function pair(): Promise<[client: End, server: End]> {
    const client = dial();
    client.socket.write('hello;');
    const server = await until(() => accepted.find(({ text }) => text === 'hello;'), 'the other end');
    return [client, server];
  }

  it('carries bytes both ways, whole and in order', async () => {
    const [client, server] = await pair();
    const large = 'abcdefghij'.repeat(100_000);
    client.socket.write(large);
    server.socket.write('one;');
    server.socket.write('two;');
    await client.reads('one;two;');
    await until(() => server.text.length === 'hello;'.length + large.length, 'all of it');
    assert.equal(server.text, `hello;${large}`);
  });

  it('hands on an end, and lets the other direction speak on', async () => {
    const [client, server] = await pair();
    client.socket.end('bye;');
    await server.meets('end');
    assert.match(server.text, /bye;$/);
    server.socket.end('still here;');
    await client.reads('still here;');
    await client.meets('end');
  });

  it('hands on a reset', async () => {
    const [client, server] = await pair();
    client.socket.resetAndDestroy();
    await server.meets('ECONNRESET');
  });

  for (const [how, fate] of [
    ['reset', 'ECONNRESET'],
    ['end', 'end'],
  ] as const) {
    it(`cuts all connections by ${how}, and takes new ones`, async () => {
      const pairs = [await pair()];
      accepted.length = 0;
      pairs.push(await pair());
      proxy.cut(how);
      for (const ends of pairs) for (const end of ends) await end.meets(fate);
      accepted.length = 0;
      await pair();
      assert.equal(proxy.made, 3);
    });
  }

  it('refuses new connections, and keeps those that stand', async () => {
    const [client, server] = await pair();
    proxy.isRefusing = true;
    const stranger = dial();
    await stranger.meets('ECONNRESET');
    client.socket.write('still;');
    await server.reads('still;');
    proxy.heal();
    accepted.length = 0;
    await pair();
  });

  it('is reset by a server that is not there', async () => {
    const nowhere = await FaultProxy.start(1);
    const { hostname: host, port } = new URL(nowhere.url);
    await new End(connect(Number(port), host)).meets('ECONNRESET');
    await nowhere.close();
  });

  for (const direction of ['up', 'down'] as const) {
    const orient = async (): Promise<[from: End, to: End]> => {
      const [client, server] = await pair();
      return direction === 'up' ? [client, server] : [server, client];
    };

    describe(direction, () => {
      it('delays, in order, and not the other direction', async () => {
        const [from, to] = await orient();
        const began = performance.now();
        proxy[direction].delayMs = 200;
        from.socket.write('late;');
        // It is read when it comes.
        await pause(50);
        proxy[direction].delayMs = 0;
        from.socket.write('later;');
        to.socket.write('at once;');
        await from.reads('at once;');
        assert.ok(performance.now() - began < 200);
        await to.reads('late;later;');
        assert.ok(performance.now() - began >= 199);
      });

      it('throttles', async () => {
        const [from, to] = await orient();
        proxy[direction].bytesPerSecond = 1000;
        const began = performance.now();
        from.socket.write(`${'x'.repeat(199)}!`);
        await to.reads('x');
        assert.ok(!to.text.includes('!'), 'it does not come at once');
        await to.reads('x!');
        assert.ok(performance.now() - began >= 190);
      });

      it('lets bytes and the end vanish while the connection stays, and never joins what is around a gap', async () => {
        const [from, to] = await orient();
        proxy[direction].isLost = true;
        from.socket.write('lost;');
        to.socket.write('heard;');
        await from.reads('heard;');
        await pause(50);
        proxy.heal();
        from.socket.end('after;');
        to.socket.write('heard still;');
        await from.reads('heard still;');
        await pause(50);
        assert.doesNotMatch(to.text, /lost;|after;/);
        assert.equal(to.fate, undefined);
        accepted.length = 0;
        await pair();
      });

      it('keeps a connection alive on which nothing was said meanwhile', async () => {
        const [from, to] = await orient();
        proxy[direction].isLost = true;
        proxy.heal();
        from.socket.write('unharmed;');
        await to.reads('unharmed;');
      });

      it('resets after so many bytes, in the middle of what is said, once', async () => {
        const [from, to] = await orient();
        proxy[direction].resetAfter = 10;
        from.socket.write('12345');
        await to.reads('12345');
        from.socket.write('67890abc');
        await from.meets('ECONNRESET');
        // Node tells of a reset right behind bytes as of an end.
        await until(() => to.fate, 'the end of it');
        assert.doesNotMatch(to.text, /a/);
        accepted.length = 0;
        const [client, server] = await pair();
        client.socket.write('1234567890abc');
        await server.reads('abc');
      });
    });
  }
});
