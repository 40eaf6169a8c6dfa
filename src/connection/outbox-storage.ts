import type { Locks } from '../platform/locks.ts';
import type { KeyedStorage } from '../platform/storage.ts';
import type { UnsentMessage } from '../protocol/model.ts';
import { asFields } from '../protocol/read-fields.ts';
import type { Turns } from './turns.ts';

const PREFIX = 'message ';

export interface OutboxStorageOptions {
  /** Of one person at one server. */
  readonly storage: KeyedStorage;
  /** Names the same person and server for the locks. */
  readonly namespace: string;
  /** Whether other pages can see what is stored here. */
  readonly isShared: boolean;
  readonly locks: Locks;
  readonly turns: Turns;
  readonly createId: () => string;
}

interface Kept extends UnsentMessage {
  /** The page that sends it. */
  readonly owner: string;
  /** Counts the messages of an owner: clocks jump, and two can be written in the same millisecond. */
  readonly number: number;
}

/**
 * Keeps unsent messages on the device until they are proven to be saved. Each belongs to the page that wrote it, which
 * holds a lock while it lives; a message whose page is gone is taken over by another one. So none is lost with its page,
 * and none is sent by two.
 */
export class OutboxStorage {
  readonly #options: OutboxStorageOptions;
  readonly #turns: Turns;
  #owner = '';
  #release = (): void => {};
  /** In the order of the first writing, by client id; forgotten with the page. */
  readonly #numbers = new Map<string, number>();

  constructor(options: OutboxStorageOptions) {
    this.#options = options;
    this.#turns = options.turns;
  }

  /** Makes this page an owner. Again after `suspend`. */
  begin(): Promise<void> {
    return this.#turns.run(async () => {
      const { createId, locks } = this.#options;
      this.#owner = createId();
      if (!locks.supported) return;
      this.#release = (await locks.take(this.#lockOf(this.#owner))) ?? this.#release;
    }, undefined);
  }

  /** Takes over what belongs to nobody any more, in the order of writing. */
  adopt(): Promise<readonly UnsentMessage[]> {
    return this.#turns.run(async () => {
      const owners = new Set([...(await this.#all()).values()].map(({ owner }) => owner));
      const adopted: Kept[] = [];
      for (const owner of owners) if (owner !== this.#owner) adopted.push(...(await this.#adoptFrom(owner)));
      return adopted;
    }, []);
  }

  /** The client ids of all that this page owns; undefined when the device does not tell. */
  owned(): Promise<ReadonlySet<string> | undefined> {
    return this.#turns.run(async () => {
      const own = [...(await this.#all()).values()].filter(({ owner }) => owner === this.#owner);
      return new Set(own.map(({ message }) => message.clientId));
    }, undefined);
  }

  /** @returns whether it is on the device now */
  put(unsent: UnsentMessage): Promise<boolean> {
    return this.#turns.run(async () => {
      await this.#write(unsent);
      return true;
    }, false);
  }

  remove(key: string): void {
    void this.#turns.run(() => this.#options.storage.remove(PREFIX + key), undefined);
  }

  /** Nothing of this person and server stays, whoever owns it, and nothing is written any more. Rejects when it cannot be removed. */
  forget(): Promise<void> {
    this.suspend();
    return this.#turns.finish(() => this.#options.storage.clear());
  }

  /** The page is about to be frozen: what waits may be sent by another one meanwhile. */
  suspend(): void {
    void this.#turns.run(() => {
      this.#release();
      return Promise.resolve();
    }, undefined);
  }

  /** What was begun is finished; nothing else is. */
  close(): void {
    this.suspend();
    this.#turns.close();
  }

  async #all(): Promise<ReadonlyMap<string, Kept>> {
    const entries = [...(await this.#options.storage.entries())];
    return new Map(entries.flatMap(([key, value]) => (key.startsWith(PREFIX) && isKept(value) ? [[key, value]] : [])));
  }

  async #adoptFrom(owner: string): Promise<Kept[]> {
    const { isShared, locks } = this.#options;
    const release = locks.supported ? await locks.take(this.#lockOf(owner)) : isShared ? undefined : () => {};
    if (!release) {
      // A tab that was duplicated has a copy of what the first one sends.
      if (!isShared) await this.#forgetOf(owner);
      return [];
    }
    try {
      // Read anew: until now another page may have held the lock.
      const orphans = [...(await this.#all()).values()]
        .filter((kept) => kept.owner === owner)
        .sort((a, b) => a.number - b.number);
      for (const orphan of orphans) await this.#write(orphan);
      return orphans;
    } finally {
      release();
    }
  }

  async #forgetOf(owner: string): Promise<void> {
    for (const [key, kept] of await this.#all()) if (kept.owner === owner) await this.#options.storage.remove(key);
  }

  #write({ message, departure, failure }: UnsentMessage): Promise<void> {
    const number = this.#numbers.get(message.clientId) ?? this.#numbers.size;
    this.#numbers.set(message.clientId, number);
    const kept: Kept = {
      owner: this.#owner,
      number,
      message,
      ...(departure && { departure }),
      ...(failure && { failure }),
    };
    return this.#options.storage.set(PREFIX + message.clientId, kept);
  }

  #lockOf(owner: string): string {
    return `chat-widget outbox ${this.#options.namespace} ${owner}`;
  }
}

/** Another version of this library, or of the page, may have written something else there. */
function isKept(value: unknown): value is Kept {
  const kept = asFields(value);
  const message = asFields(kept?.['message']);
  const texts = [kept?.['owner'], message?.['clientId'], message?.['roomId'], message?.['body'], message?.['type']];
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof message?.['createdAt'] === 'number' &&
    typeof asFields(message['sender'])?.['id'] === 'string'
  );
}
