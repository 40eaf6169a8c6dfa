import type { Clock } from '../platform/clock.ts';
import type { RoomId } from '../protocol/model.ts';
import type { Requests } from './requests.ts';

/** A `typing_start` is repeated at most so often while keys are pressed. */
const RENEW_MS = 5000;

/** Tells the others that this person types: `typing_start` on focus and while writing, `typing_end` when it is over. */
export class TypingSignals {
  readonly #clock: Clock;
  readonly #emit: (event: 'typing_start' | 'typing_end', roomId: RoomId) => boolean;
  #roomId: RoomId | undefined;
  #sentAt = -Infinity;

  constructor(clock: Clock, emit: (event: 'typing_start' | 'typing_end', roomId: RoomId) => boolean) {
    this.#clock = clock;
    this.#emit = emit;
  }

  signal({ roomId, moment }: Requests['signal-typing']): void {
    if (moment === 'blur') {
      if (roomId === this.#roomId) this.end();
      return;
    }
    if (roomId !== this.#roomId) this.end();
    if (this.#clock.now() - this.#sentAt < RENEW_MS) return;
    if (!this.#emit('typing_start', roomId)) return;
    this.#roomId = roomId;
    this.#sentAt = this.#clock.now();
  }

  /** Also when the page is hidden or the session ends, so that a peer never sees a ghost. */
  end(): void {
    const roomId = this.#roomId;
    this.forget();
    if (roomId !== undefined) this.#emit('typing_end', roomId);
  }

  /** A message ends the indicator at the receivers, so the next key begins anew. */
  renew(): void {
    this.#sentAt = -Infinity;
  }

  /** The connection is lost: the server tells the others. */
  forget(): void {
    this.#roomId = undefined;
    this.#sentAt = -Infinity;
  }
}
