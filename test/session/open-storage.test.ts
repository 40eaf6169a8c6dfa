import { expect } from '@open-wc/testing';
import { openStorage } from '../../src/session/open-storage.ts';
import type { SessionOptions } from '../../src/session/session.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { ada, grace } from '../support/fixtures.ts';

const SERVER = 'http://127.0.0.1';

function open(options: Partial<SessionOptions> = {}, hasLocks = true) {
  const platform = new FakePlatform();
  platform.locks.supported = hasLocks;
  const opened: [mode: string, namespace: string][] = [];
  const { storage } = platform;
  const spied: FakePlatform['storage'] = (mode, namespace) => {
    opened.push([mode, namespace]);
    return storage(mode, namespace);
  };
  const result = openStorage({ serverUrl: SERVER, user: ada, ...options }, Object.assign(platform, { storage: spied }));
  return { result, opened };
}

describe('openStorage', () => {
  for (const options of [{}, { storage: 'none' }] as const) {
    it(`opens nothing with ${JSON.stringify(options)}`, () => {
      const { result, opened } = open(options);
      expect(result).to.equal(undefined);
      expect(opened).to.deep.equal([]);
    });
  }

  const modes: [wanted: 'session' | 'local', hasLocks: boolean, mode: string, isShared: boolean][] = [
    ['local', true, 'local', true],
    ['session', true, 'session', false],
    ['local', false, 'session', false],
    ['session', false, 'session', false],
  ];
  for (const [storage, hasLocks, mode, isShared] of modes) {
    it(`opens ${mode} for ${storage} ${hasLocks ? 'with' : 'without'} locks`, () => {
      const { result, opened } = open({ storage }, hasLocks);
      expect(opened.map(([name]) => name)).to.deep.equal([mode]);
      expect(result).to.include({ isShared });
    });
  }

  it('gives each person at each server a namespace of their own', () => {
    const namespaces = [
      {},
      { user: grace },
      { serverUrl: 'http://127.0.0.1:8080' },
      { namespace: '/support' },
      { socketPath: '/chat' },
    ].map((options) => {
      const { result, opened } = open({ storage: 'local', ...options });
      expect(opened[0]?.[1]).to.equal(result?.namespace);
      return result?.namespace;
    });
    expect(new Set(namespaces).size).to.equal(namespaces.length);
    expect(open({ storage: 'local', token: 'another', user: { ...ada, name: 'A.' } }).result?.namespace).to.equal(
      namespaces[0],
    );
  });
});
