import type { RoomId } from '../protocol/model.ts';
import type { Action } from '../store/actions.ts';
import { KEPT } from '../store/drop-old.ts';
import type { Core } from './core.ts';

/** Whoever comes back within so many milliseconds finds the room as it was. */
const LINGER_MS = 30_000;
/** A room that nobody looks at may grow to so many messages before its old ones go. */
const MOST = 2 * KEPT;

/** Knows which rooms somebody looks at, and has the old messages of all others go where they can be had again. */
export class ShownRooms {
  readonly #core: Core;
  readonly #shown = new Map<RoomId, number>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Somebody looks at a room; the result, called once, says that they do not any more. */
  show(roomId: RoomId): () => void {
    this.#core.timers.clear(timerOf(roomId));
    this.#shown.set(roomId, (this.#shown.get(roomId) ?? 0) + 1);
    return () => {
      const left = (this.#shown.get(roomId) ?? 0) - 1;
      if (left > 0) this.#shown.set(roomId, left);
      else this.#hide(roomId);
    };
  }

  acted(action: Action): void {
    if (action.type !== 'messages-received') return;
    const { state, timers } = this.#core;
    for (const roomId of new Set(action.messages.map((message) => message.roomId))) {
      if (this.#shown.has(roomId) || timers.has(timerOf(roomId))) continue;
      if ((state.messages.get(roomId)?.order.length ?? 0) > MOST) this.#core.dispatch({ type: 'room-left', roomId });
    }
  }

  #hide(roomId: RoomId): void {
    this.#shown.delete(roomId);
    this.#core.timers.set(timerOf(roomId), LINGER_MS, () => {
      this.#core.dispatch({ type: 'room-left', roomId });
    });
  }
}

const timerOf = (roomId: RoomId): string => `shown ${roomId}`;
