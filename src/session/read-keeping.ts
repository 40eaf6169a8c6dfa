import type { RoomId } from '../protocol/model.ts';
import type { Action } from '../store/actions.ts';
import { compareMessages } from '../store/order.ts';
import { readPlaceOf } from '../store/reads.ts';
import type { ReadPlace, Reads } from '../store/state.ts';
import type { Core } from './core.ts';
import type { SessionStorage } from './open-storage.ts';

const KEY = 'reads';
/** In place of a room's id, for all rooms that are not kept. */
const ELSEWHERE = '';
/** A pause in reading. */
const PAUSE_MS = 500;
/** Of so many rooms the place is kept: those in which something was read last. */
const MOST_ROOMS = 500;

/** Keeps on the device how far the person has read, by room. A device that refuses costs the unread counts, no more. */
export class ReadKeeping {
  readonly #core: Core;
  readonly #options: SessionStorage;
  readonly #changed = new Set<RoomId>();
  #isDue = false;
  /** Until it is known what an earlier page has kept, nothing may be written over it. */
  #hasBegun = false;
  #unwatch: (() => void) | undefined;

  constructor(core: Core, options: SessionStorage) {
    this.#core = core;
    this.#options = options;
  }

  /** Restores what another page has kept: at the beginning, when it has kept more, and when the person may come back from there. */
  async begin(): Promise<void> {
    const { storage, turns } = this.#options;
    this.#unwatch ??= storage.watch(KEY, () => void this.begin());
    const entries = await turns.run(() => storage.entries(), undefined);
    const reads = entries && readsIn(entries);
    if (reads) this.#core.dispatch({ type: 'reads-restored', reads });
    if (!entries || this.#hasBegun) return;
    this.#hasBegun = true;
    if (this.#core.state.rooms.loaded) this.#mark(this.#core.state.rooms.byId.keys());
  }

  acted(action: Action): void {
    if (action.type === 'room-read') this.#mark([action.roomId]);
    else if (action.type === 'rooms-received') this.#mark(action.rooms.map(({ room }) => room.id));
  }

  /** Hears no more of other pages, until it begins again. */
  stop(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  flush(): void {
    if (!this.#hasBegun || !this.#isDue) return;
    const places = new Map<RoomId, ReadPlace>();
    for (const roomId of this.#changed) {
      const place = readPlaceOf(this.#core.state, roomId);
      if (place) places.set(roomId, place);
    }
    this.#changed.clear();
    this.#isDue = false;
    void this.#options.turns.run(() => this.#write(places), undefined);
  }

  #mark(roomIds: Iterable<RoomId>): void {
    this.#isDue = true;
    for (const id of roomIds) this.#changed.add(id);
    this.#core.timers.set('reads', PAUSE_MS, () => {
      this.flush();
    });
  }

  /** Another page may have been read further meanwhile: the later place counts. */
  async #write(news: Iterable<[RoomId, ReadPlace]>): Promise<void> {
    const { storage } = this.#options;
    const before = readsIn(await storage.entries());
    const places = new Map(before?.places);
    let isSame = before !== undefined;
    for (const [roomId, place] of news) {
      const kept = places.get(roomId) ?? before?.elsewhere;
      if (kept && compareMessages(kept, place) >= 0) continue;
      places.set(roomId, place);
      isSame = false;
    }
    if (!isSame) await storage.set(KEY, toKept(places, before?.elsewhere));
  }
}

function toKept(places: Reads['places'], elsewhere: ReadPlace | undefined): Record<RoomId, ReadPlace> {
  const sorted = [...places].sort(([, a], [, b]) => compareMessages(b, a));
  const rest = sorted[MOST_ROOMS]?.[1] ?? elsewhere;
  return Object.fromEntries([...sorted.slice(0, MOST_ROOMS), ...(rest ? [[ELSEWHERE, rest] as const] : [])]);
}

/** Undefined where nothing was ever kept: then the first list is where everything begins. */
function readsIn(entries: ReadonlyMap<string, unknown>): Reads | undefined {
  const kept = entries.get(KEY);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const places = new Map(Object.entries(kept).filter((entry): entry is [RoomId, ReadPlace] => isPlace(entry[1])));
  const elsewhere = places.get(ELSEWHERE);
  places.delete(ELSEWHERE);
  return { places, ...(elsewhere && { elsewhere }) };
}

function isPlace(value: unknown): value is ReadPlace {
  if (typeof value !== 'object' || value === null || !('id' in value && 'createdAt' in value)) return false;
  return typeof value.id === 'string' && typeof value.createdAt === 'number';
}
