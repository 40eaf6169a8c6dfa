import type { Locks } from '../../src/platform/locks.ts';
import type { KeyedStorage, StorageMode } from '../../src/platform/storage.ts';

/** What pages of one origin share: storage that outlives them, and the names that they hold. */
export class FakeDevice {
  readonly kept = new Map<string, Map<string, string>>();
  readonly held = new Set<string>();
  /** Who is told of changes, by mode, namespace and key. */
  readonly #watchers = new Map<string, Set<() => void>>();
  /** Set to have every storage operation rejected. */
  denies = false;
  #ids = 0;

  readonly storage = (mode: Exclude<StorageMode, 'none'>, namespace: string): KeyedStorage => {
    const name = `${mode} ${namespace}`;
    const values = (): Map<string, string> => {
      if (this.denies) throw new DOMException('denied', 'SecurityError');
      const found = this.kept.get(name) ?? new Map<string, string>();
      this.kept.set(name, found);
      return found;
    };
    let told: (() => void) | undefined;
    return {
      watch: (key, changed) => {
        const watchers = this.#watchers.get(`${name} ${key}`) ?? new Set();
        this.#watchers.set(`${name} ${key}`, watchers.add(changed));
        told = changed;
        return () => watchers.delete(changed);
      },
      entries: async () =>
        Promise.resolve(new Map([...values()].map(([key, json]): [string, unknown] => [key, JSON.parse(json)]))),
      set: async (key, value) => {
        await Promise.resolve();
        values().set(key, JSON.stringify(value));
        for (const changed of this.#watchers.get(`${name} ${key}`) ?? []) if (changed !== told) changed();
      },
      remove: async (key) => {
        await Promise.resolve();
        values().delete(key);
      },
      clear: async () => {
        await Promise.resolve();
        values().clear();
      },
    };
  };

  /** Never the same one, whichever page asks. */
  createId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  /** All values of all namespaces, by key. */
  get values(): ReadonlyMap<string, unknown> {
    return new Map(
      [...this.kept.values()].flatMap((values) =>
        [...values].map(([key, json]): [string, unknown] => [key, JSON.parse(json)]),
      ),
    );
  }
}

/** The locks of one page; a crash gives them back. */
export class FakeLocks implements Locks {
  supported = true;
  readonly #held: Set<string>;
  readonly #own = new Set<string>();

  constructor(held: Set<string>) {
    this.#held = held;
  }

  async take(name: string): Promise<(() => void) | undefined> {
    await Promise.resolve();
    if (this.#held.has(name)) return undefined;
    this.#held.add(name);
    this.#own.add(name);
    return () => {
      this.#give(name);
    };
  }

  crash(): void {
    for (const name of this.#own) this.#give(name);
  }

  #give(name: string): void {
    if (this.#own.delete(name)) this.#held.delete(name);
  }
}
