import { aTimeout, expect } from '@open-wc/testing';
import { browserStorage, type KeyedStorage } from '../../src/platform/storage.ts';

let count = 0;
/** A namespace as sessions have it; what earlier runs have left does not matter. */
const namespaceOf = (user: string): string => JSON.stringify(['http://127.0.0.1/', '/socket.io', '/', user]);
const fresh = (): string => namespaceOf(`${Date.now()} ${(count += 1)}`);
const brief = async (storage: KeyedStorage) => Object.fromEntries(await storage.entries());
const rejected = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : 'nameless'),
  );

const modes = ['local', 'session'] as const;
for (const mode of modes) {
  describe(`browserStorage: ${mode}`, () => {
    it('keeps values until they are removed', async () => {
      const storage = browserStorage(mode, fresh());
      expect(await brief(storage)).to.deep.equal({});
      const value = { text: 'Grüße 👩‍🚀', list: [1, null, { deep: true }] };
      await storage.set('a', value);
      await storage.set('b', 'b');
      await storage.set('b', 'another b');
      expect(await brief(storage)).to.deep.equal({ a: value, b: 'another b' });
      await storage.remove('a');
      await storage.remove('never there');
      expect(await brief(storage)).to.deep.equal({ b: 'another b' });
    });

    it('keeps a copy', async () => {
      const storage = browserStorage(mode, fresh());
      const value = { text: 'before' };
      await storage.set('a', value);
      value.text = 'after';
      const read = (await brief(storage))['a'];
      expect(read).to.deep.equal({ text: 'before' });
      expect((await brief(storage))['a']).to.not.equal(read);
    });

    it('shows the same namespace to whoever opens it, and no other one', async () => {
      const user = `user ${Date.now()} ${(count += 1)}`;
      const namespace = namespaceOf(user);
      // Some of them begin like it, or tell it in full.
      const others = [`${user} `, `${user}\u0000`, `${user}"]`, `${user}"] a`, user.slice(0, -1), namespace].map(
        namespaceOf,
      );
      for (const other of others) await browserStorage(mode, other).set('a', other);
      const storage = browserStorage(mode, namespace);
      expect(await brief(storage)).to.deep.equal({});
      await storage.set('a', namespace);
      expect(await brief(browserStorage(mode, namespace))).to.deep.equal({ a: namespace });
      await storage.clear();
      expect(await brief(storage)).to.deep.equal({});
      for (const other of others) {
        expect(await brief(browserStorage(mode, other))).to.deep.equal({ a: other });
        await browserStorage(mode, other).clear();
      }
    });

    it('takes whatever names there are', async () => {
      const storage = browserStorage(mode, fresh());
      const keys = ['', ' ', 'message 1', '__proto__', 'ключ', '\u0000', '["a"]'];
      for (const key of keys) await storage.set(key, key);
      const entries = await storage.entries();
      expect([...entries.keys()]).to.have.members(keys);
      for (const [key, value] of entries) expect(value).to.equal(key);
    });

    it('has written what it says it has, in the order in which it was told', async () => {
      const storage = browserStorage(mode, fresh());
      await Promise.all([storage.set('a', 1), storage.remove('a'), storage.set('a', 2), storage.set('b', 3)]);
      expect(await brief(storage)).to.deep.equal({ a: 2, b: 3 });
      await Promise.all([storage.set('c', 4), storage.clear()]);
      expect(await brief(storage)).to.deep.equal({});
    });

    it('rejects what cannot be written, and goes on', async () => {
      const storage = browserStorage(mode, fresh());
      const cyclic: { self?: unknown; call: () => void } = { call: () => undefined };
      cyclic.self = cyclic;
      expect(await rejected(storage.set('a', cyclic))).to.not.equal('done');
      await storage.set('a', 'fine');
      expect(await brief(storage)).to.deep.equal({ a: 'fine' });
    });
  });
}

describe('browserStorage, watched', () => {
  /** Longer than it takes to tell another page. */
  const told = () => aTimeout(50);

  it('tells what another page has set, when it is there, and not what this one has', async () => {
    const namespace = fresh();
    const [here, there] = [browserStorage('local', namespace), browserStorage('local', namespace)];
    const seen: unknown[] = [];
    const unwatch = here.watch('a', () => void brief(here).then((kept) => seen.push(kept)));
    const unwatchThere = there.watch('a', () => {});
    await here.set('a', 'from here');
    await there.set('b', 'another key');
    await told();
    expect(seen).to.deep.equal([]);
    await there.set('a', 'from there');
    await told();
    expect(seen).to.deep.equal([{ a: 'from there', b: 'another key' }]);
    unwatch();
    await there.set('a', 'later');
    await told();
    expect(seen).to.have.length(1);
    unwatchThere();
  });

  it('tells nothing of another namespace', async () => {
    const [here, there] = [browserStorage('local', fresh()), browserStorage('local', fresh())];
    let count = 0;
    const ends = [here.watch('a', () => (count += 1)), there.watch('a', () => {})];
    await there.set('a', 1);
    await told();
    expect(count).to.equal(0);
    for (const end of ends) end();
  });

  it('has nothing to tell of a tab that is alone', () => {
    const end = browserStorage('session', fresh()).watch('a', () => {});
    expect(end).not.to.throw();
  });
});

describe('browserStorage, modes', () => {
  it('do not see each other', async () => {
    const namespace = fresh();
    await browserStorage('local', namespace).set('a', 1);
    expect(await brief(browserStorage('session', namespace))).to.deep.equal({});
  });

  it('keeps nothing of the tab in what all tabs share, and nothing else of the page in what it reads', async () => {
    const storage = browserStorage('session', fresh());
    const before = localStorage.length;
    sessionStorage.setItem('of the page', 'no JSON');
    await storage.set('a', 1);
    expect(localStorage.length).to.equal(before);
    expect(await brief(storage)).to.deep.equal({ a: 1 });
    await storage.clear();
    expect(sessionStorage.getItem('of the page')).to.equal('no JSON');
    sessionStorage.removeItem('of the page');
  });
});

describe('browserStorage: session', () => {
  it('leaves out what is no JSON, and reads the rest', async () => {
    const namespace = fresh();
    const storage = browserStorage('session', namespace);
    await storage.set('a', 'fine');
    await storage.set('b', 'cut off');
    const name = Object.keys(sessionStorage).find((each) => each.includes(namespace) && each.endsWith(' b')) ?? '';
    sessionStorage.setItem(name, '"cut');
    expect(await brief(storage)).to.deep.equal({ a: 'fine' });
    await storage.clear();
    expect(sessionStorage.getItem(name)).to.equal(null);
  });
});

describe('browserStorage, denied', () => {
  /** A module as a text that needs no server: a page without an origin may not load one from here. */
  async function asDataUrl(url: string): Promise<string> {
    let code = await (await fetch(url)).text();
    for (const [, specifier = ''] of code.matchAll(/from\s*["']([^"']+)["']/g)) {
      code = code.replace(specifier, await asDataUrl(new URL(specifier, url).href));
    }
    return `data:text/javascript;base64,${btoa(code)}`;
  }

  /** A page in a sandbox has an origin of its own, without storage. */
  async function inSandbox(mode: string): Promise<Record<string, string>> {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const module = await asDataUrl(new URL('../../src/platform/storage.ts', import.meta.url).href);
    frame.srcdoc = `<script type="module">
      const told = {};
      try {
        const { browserStorage } = await import(${JSON.stringify(module)});
        const storage = browserStorage(${JSON.stringify(mode)}, 'sandboxed');
        for (const [name, ...args] of [['entries'], ['set', 'a', 1], ['remove', 'a'], ['clear']]) {
          try {
            const promise = storage[name](...args);
            told[name] = await promise.then(() => 'done', () => 'rejected');
          } catch {
            told[name] = 'thrown';
          }
        }
      } catch (error) {
        told.failure = String(error);
      }
      parent.postMessage({ told }, '*');
    </script>`;
    const answer = new Promise<Record<string, string>>((resolve) => {
      const listen = ({ source, data }: MessageEvent<{ told?: Record<string, string> }>): void => {
        if (source !== frame.contentWindow || !data.told) return;
        removeEventListener('message', listen);
        resolve(data.told);
      };
      addEventListener('message', listen);
    });
    document.body.append(frame);
    try {
      return await answer;
    } finally {
      frame.remove();
    }
  }

  for (const mode of modes) {
    it(`rejects and does not throw: ${mode}`, async () => {
      const told = await inSandbox(mode);
      expect(told).to.deep.equal({ entries: 'rejected', set: 'rejected', remove: 'rejected', clear: 'rejected' });
    });
  }

  it('rejects what does not fit on the device, and keeps what was there', async () => {
    const storage = browserStorage('session', fresh());
    await storage.set('a', 'small');
    expect(await rejected(storage.set('a', 'x'.repeat(20_000_000)))).to.equal('QuotaExceededError');
    expect(await brief(storage)).to.deep.equal({ a: 'small' });
    await storage.clear();
  });
});
