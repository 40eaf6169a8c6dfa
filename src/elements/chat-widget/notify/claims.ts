import type { Platform } from '../../../platform/platform.ts';

/** Milliseconds for which a room is one page's own; other pages in the background are slower than one expects. */
const KEEP = 3000;

/** Who of several pages does what is to be done once: a name is one page's own for a while after it took it. */
export class Claims {
  readonly #platform: Pick<Platform, 'clock' | 'locks'>;
  readonly #scope: string;
  readonly #held = new Map<string, { readonly release: () => void; cancel: () => void }>();
  #hasEnded = false;

  /** @param scope whose pages they are */
  constructor(platform: Pick<Platform, 'clock' | 'locks'>, scope: string) {
    this.#platform = platform;
    this.#scope = scope;
  }

  /** True also where it is ours already, for longer now; and where browsers have no locks, since they have no other way. */
  async claim(name: string): Promise<boolean> {
    const held = this.#held.get(name);
    if (held) {
      held.cancel();
      held.cancel = this.#keep(name, KEEP);
      return true;
    }
    return this.claimAnew(name, KEEP);
  }

  /** False also while it is ours. */
  async claimAnew(name: string, ms: number): Promise<boolean> {
    if (this.#held.has(name)) return false;
    const { locks } = this.#platform;
    const release = locks.supported ? await this.#take(name) : (): void => {};
    if (!release) return false;
    this.#held.set(name, { release, cancel: this.#keep(name, ms) });
    if (this.#hasEnded) this.end();
    return true;
  }

  end(): void {
    this.#hasEnded = true;
    for (const { release, cancel } of this.#held.values()) {
      cancel();
      release();
    }
    this.#held.clear();
  }

  async #take(name: string): Promise<(() => void) | undefined> {
    try {
      return await this.#platform.locks.take(`chat-widget notify ${this.#scope} ${name}`);
    } catch {
      // A page in a sandbox may not.
      return () => {};
    }
  }

  #keep(name: string, ms: number): () => void {
    return this.#platform.clock.after(ms, () => {
      this.#held.get(name)?.release();
      this.#held.delete(name);
    });
  }
}
