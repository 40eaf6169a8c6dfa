import type { RoomId } from '../protocol/model.ts';
import type { State } from '../store/state.ts';
import type { Core } from './core.ts';
import type { SessionStorage } from './open-storage.ts';

const PREFIX = 'draft ';
/** A pause in writing. */
const PAUSE_MS = 500;

/** Keeps what a person has begun to write on the device, by room. A device that refuses costs the drafts, no more. */
export class DraftKeeping {
  readonly #core: Core;
  readonly #options: SessionStorage;
  readonly #changed = new Set<RoomId>();

  constructor(core: Core, options: SessionStorage) {
    this.#core = core;
    this.#options = options;
  }

  /** Restores what an earlier page has left; what was written meanwhile stays. */
  async begin(): Promise<void> {
    const { storage, turns } = this.#options;
    const entries = await turns.run(() => storage.entries(), new Map<string, unknown>());
    for (const [key, text] of entries) {
      const roomId = key.slice(PREFIX.length);
      const isDraft = key.startsWith(PREFIX) && typeof text === 'string';
      if (!isDraft || this.#core.state.drafts.has(roomId) || this.#changed.has(roomId)) continue;
      this.#core.dispatch({ type: 'draft-changed', roomId, text });
    }
  }

  changed(drafts: State['drafts'], before: State['drafts']): void {
    for (const roomId of new Set([...drafts.keys(), ...before.keys()])) {
      if (drafts.get(roomId) !== before.get(roomId)) this.#changed.add(roomId);
    }
    this.#core.timers.set('drafts', PAUSE_MS, () => {
      this.flush();
    });
  }

  flush(): void {
    const { storage, turns } = this.#options;
    for (const roomId of this.#changed) {
      const text = this.#core.state.drafts.get(roomId);
      const key = PREFIX + roomId;
      void turns.run(() => (text === undefined ? storage.remove(key) : storage.set(key, text)), undefined);
    }
    this.#changed.clear();
  }
}
