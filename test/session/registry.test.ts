import { expect } from '@open-wc/testing';
import { sessionKey } from '../../src/session/address.ts';
import { acquireSession } from '../../src/session/registry.ts';
import type { SessionOptions } from '../../src/session/session.ts';
import { ada, grace } from '../support/fixtures.ts';
import { FakeConnection } from '../support/fake-connection.ts';
import { FakePlatform } from '../support/fake-platform.ts';

const SHARED = Symbol.for('chat-widget.sessions.v1');
const options: SessionOptions = { serverUrl: 'http://127.0.0.1:9', user: ada };

function setUp() {
  const platform = new FakePlatform();
  const connections: FakeConnection[] = [];
  const acquire = (changes: Partial<SessionOptions> = {}) =>
    acquireSession({ ...options, ...changes }, platform, () => {
      const connection = new FakeConnection();
      connections.push(connection);
      return connection;
    });
  return { platform, connections, acquire };
}
const held = (): number => (globalThis as { [SHARED]?: Map<string, unknown> })[SHARED]?.size ?? 0;

describe('acquireSession', () => {
  it('shares one session, so one connection, for the same server and user', () => {
    const { acquire, connections } = setUp();
    const [first, second] = [acquire(), acquire({ serverUrl: 'http://127.0.0.1:9/', user: { ...ada, name: 'A.' } })];
    expect(first.session).to.equal(second.session);
    expect(connections).to.have.length(1);
    first.release({ linger: false });
    expect(connections[0]?.calls).to.deep.equal([]);
    second.release({ linger: false });
    expect(connections[0]?.calls).to.deep.equal(['close']);
    expect(held()).to.equal(0);
  });

  for (const changes of [
    { socketPath: '/socket.io' },
    { socketPath: 'socket.io/' },
    { namespace: '/' },
    { socketPath: '', namespace: '' },
  ]) {
    it(`takes ${JSON.stringify(changes)} for the place that it is without`, () => {
      expect(sessionKey({ ...options, ...changes })).to.equal(sessionKey(options));
    });
  }

  it('takes the latest credentials, and keeps those there are where none come', () => {
    const { acquire, connections } = setUp();
    const leases = [acquire({ token: 'old' })];
    connections[0]?.refuse({ message: 'Who?' });
    leases.push(acquire());
    expect(connections[0]?.calls).to.deep.equal([]);
    leases.push(acquire({ getToken: () => 'fresh' }));
    expect(connections[0]?.calls).to.deep.equal(['retry']);
    for (const lease of leases) lease.release({ linger: false });
  });

  for (const [what, changes] of [
    ['user', { user: grace }],
    ['server', { serverUrl: 'http://127.0.0.1:10' }],
    ['path', { socketPath: '/chat' }],
    ['namespace', { namespace: '/support' }],
  ] as const) {
    it(`keeps sessions of another ${what} apart`, () => {
      const { acquire } = setUp();
      const [first, second] = [acquire(), acquire(changes)];
      expect(first.session).to.not.equal(second.session);
      first.release({ linger: false });
      second.release({ linger: false });
      expect(sessionKey(options)).to.not.equal(sessionKey({ ...options, ...changes }));
    });
  }

  it('lets a session outlive a move', () => {
    const { acquire, connections, platform } = setUp();
    const before = acquire();
    before.release({ linger: true });
    platform.clock.pass(399);
    const after = acquire();
    platform.clock.pass(10_000);
    expect(after.session).to.equal(before.session);
    expect(connections[0]?.calls).to.deep.equal([]);
    after.release({ linger: true });
    platform.clock.pass(400);
    expect(connections[0]?.calls).to.deep.equal(['close']);
    expect(held()).to.equal(0);
    expect(platform.clock.waiting).to.equal(0);
  });

  it('counts a lease once, however often it is released', () => {
    const { acquire, connections } = setUp();
    const [first, second] = [acquire(), acquire()];
    first.release({ linger: false });
    first.release({ linger: false });
    expect(connections[0]?.calls).to.deep.equal([]);
    second.release({ linger: false });
    expect(connections[0]?.calls).to.deep.equal(['close']);
  });

  it('opens a new session after the last one ended', () => {
    const { acquire } = setUp();
    const first = acquire();
    first.release({ linger: false });
    const second = acquire();
    expect(second.session).to.not.equal(first.session);
    second.release({ linger: false });
  });
});
