import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addressOf, sessionKey } from '../../src/session/address.ts';
import type { SessionOptions } from '../../src/session/session.ts';
import { ada } from '../support/fixtures.ts';

const options = (changes: Partial<SessionOptions> = {}): SessionOptions => ({
  serverUrl: 'http://127.0.0.1:9',
  user: ada,
  ...changes,
});

describe('addressOf', () => {
  const cases: [changes: Partial<SessionOptions>, expected: [url: string, path: string, namespace: string]][] = [
    [{}, ['http://127.0.0.1:9/', '/socket.io', '/']],
    [{ serverUrl: 'HTTP://127.0.0.1:9/' }, ['http://127.0.0.1:9/', '/socket.io', '/']],
    [{ serverUrl: 'http://127.0.0.1:80' }, ['http://127.0.0.1/', '/socket.io', '/']],
    [{ socketPath: 'socket.io/', namespace: '/' }, ['http://127.0.0.1:9/', '/socket.io', '/']],
    [{ socketPath: '', namespace: '' }, ['http://127.0.0.1:9/', '/socket.io', '/']],
    [{ socketPath: '//chat//', namespace: 'support' }, ['http://127.0.0.1:9/', '/chat', '/support']],
    [{ namespace: '/a/b/' }, ['http://127.0.0.1:9/', '/socket.io', '/a/b']],
    [{ serverUrl: 'nowhere' }, ['nowhere', '/socket.io', '/']],
  ];
  for (const [changes, [serverUrl, socketPath, namespace]] of cases) {
    it(`writes ${JSON.stringify(changes)} in the one way that there is`, () => {
      expect(addressOf(options(changes))).to.deep.equal({ serverUrl, socketPath, namespace });
    });
  }
});

describe('sessionKey', () => {
  it('is another one for another server, path, namespace or user, whatever they are called', () => {
    const part = fc.constantFrom('a', 'a"', '","', '\\', ' ', '"]', 'a b', '["a"]', 'á');
    const place = fc.tuple(part, part, part, part);
    fc.assert(
      fc.property(place, place, (one, other) => {
        const key = ([serverUrl, socketPath, namespace, id]: typeof one) =>
          sessionKey({ serverUrl, socketPath, namespace, user: { ...ada, id } });
        expect(key(one) === key(other)).to.equal(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same for whatever else may change while a session lives', () => {
    const user = { ...ada, name: 'A. L.', email: 'new@example.org' };
    const changed = options({ user, token: 'secret', storage: 'none', presenceInterval: 1 });
    expect(sessionKey(changed)).to.equal(sessionKey(options()));
    expect(sessionKey(changed)).to.not.include('secret');
  });
});
