import type { KeyedStorage } from '../../platform/storage.ts';

const KEY = 'recent emoji';
/** Two lines of the panel, nearly everywhere. */
const MOST = 16;

/** What a person has picked lately, newest first; kept on the device where the page allows to keep anything. */
export class RecentEmoji {
  #recent: readonly string[] = [];
  readonly #storage: KeyedStorage | undefined;

  constructor(storage: KeyedStorage | undefined) {
    this.#storage = storage;
  }

  get all(): readonly string[] {
    return this.#recent;
  }

  /** A device that refuses costs what was picked earlier, no more. */
  async restore(): Promise<void> {
    const entries = await this.#storage?.entries().catch(() => undefined);
    const kept = entries?.get(KEY);
    if (Array.isArray(kept)) this.#join(kept.filter((each) => typeof each === 'string'));
  }

  add(char: string): void {
    this.#recent = [char, ...this.#recent.filter((each) => each !== char)].slice(0, MOST);
    this.#storage?.set(KEY, this.#recent).catch(() => undefined);
  }

  /** Behind what was picked meanwhile. */
  #join(older: readonly string[]): void {
    this.#recent = [...new Set([...this.#recent, ...older])].slice(0, MOST);
  }
}
