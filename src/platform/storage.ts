import { type UseStore, createStore, promisifyRequest } from 'idb-keyval';

/** How long texts are kept on the device: not at all, as long as the tab, or until they are sent or removed. */
export const STORAGE_MODES = ['none', 'session', 'local'] as const;
export type StorageMode = (typeof STORAGE_MODES)[number];

/**
 * Values of one namespace, by key. A value must be JSON; what is read is a copy. Each operation can reject: browsers deny
 * storage, and disks are full.
 */
export interface KeyedStorage {
  entries(): Promise<ReadonlyMap<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Removes the whole namespace. */
  clear(): Promise<void>;
  /**
   * Tells when another page that watches this key too has set it; only one is watched at a time, and the result ends that.
   * Some browsers keep no page in the back/forward cache that is still told.
   */
  watch(key: string, changed: () => void): () => void;
}

export function browserStorage(mode: Exclude<StorageMode, 'none'>, namespace: string): KeyedStorage {
  return mode === 'local' ? new DatabaseStorage(namespace) : new TabStorage(namespace);
}

/** Namespace and key. */
type Key = [string, string];

/** One database for all pages of the origin. */
class DatabaseStorage implements KeyedStorage {
  static #database: UseStore | undefined;
  readonly #namespace: string;
  #watched: { readonly key: string; readonly channel: BroadcastChannel } | undefined;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  entries(): Promise<ReadonlyMap<string, unknown>> {
    return this.#use('readonly', async (store) => {
      const range = this.#range;
      const [keys, values] = await Promise.all([
        promisifyRequest(store.getAllKeys(range)),
        promisifyRequest<unknown[]>(store.getAll(range)),
      ]);
      return new Map(keys.map((key, index) => [(key as Key)[1], values[index]]));
    });
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#write((store) => store.put(value, [this.#namespace, key]));
    if (this.#watched?.key === key) this.#watched.channel.postMessage('');
  }

  remove(key: string): Promise<void> {
    return this.#write((store) => store.delete([this.#namespace, key]));
  }

  clear(): Promise<void> {
    return this.#write((store) => store.delete(this.#range));
  }

  watch(key: string, changed: () => void): () => void {
    try {
      // What is posted to it reaches all but itself.
      const channel = new BroadcastChannel(`chat-widget ${key} ${this.#namespace}`);
      channel.onmessage = changed;
      this.#watched = { key, channel };
    } catch {
      // A page in a sandbox may not, and has nothing to share.
    }
    return () => {
      this.#watched?.channel.close();
      this.#watched = undefined;
    };
  }

  /** An array sorts behind every text, so this ends where the namespace does. */
  get #range(): IDBKeyRange {
    return IDBKeyRange.bound([this.#namespace], [this.#namespace, []]);
  }

  #write(change: (store: IDBObjectStore) => void): Promise<void> {
    return this.#use('readwrite', (store) => {
      change(store);
      // What a request has done can still be undone until its transaction is complete.
      return promisifyRequest(store.transaction);
    });
  }

  /** Opened when it is first used: nothing is stored before there is something to store. */
  async #use<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => PromiseLike<T>): Promise<T> {
    DatabaseStorage.#database ??= createStore('chat-widget', 'kept');
    return DatabaseStorage.#database(mode, use);
  }
}

class TabStorage implements KeyedStorage {
  readonly #prefix: string;

  constructor(namespace: string) {
    this.#prefix = `chat-widget ${namespace} `;
  }

  entries(): Promise<ReadonlyMap<string, unknown>> {
    return attempt(() => new Map(this.#names().flatMap((name) => this.#entry(name))));
  }

  /** What is no JSON is not ours: the page, or another version of this library, may have written it. */
  #entry(name: string): [[string, unknown]] | [] {
    try {
      return [[name.slice(this.#prefix.length), JSON.parse(sessionStorage.getItem(name) ?? '')]];
    } catch {
      return [];
    }
  }

  set(key: string, value: unknown): Promise<void> {
    return attempt(() => {
      sessionStorage.setItem(this.#prefix + key, JSON.stringify(value));
    });
  }

  remove(key: string): Promise<void> {
    return attempt(() => {
      sessionStorage.removeItem(this.#prefix + key);
    });
  }

  clear(): Promise<void> {
    return attempt(() => {
      for (const name of this.#names()) sessionStorage.removeItem(name);
    });
  }

  /** No other page sees it. */
  watch(): () => void {
    return () => {};
  }

  #names(): string[] {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(this.#prefix));
  }
}

/** A page in a sandbox throws at the mere sight of `sessionStorage`: that is a rejection like every other one. */
function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
