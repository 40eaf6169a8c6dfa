import { decodeAcknowledgement } from '../protocol/decode-answer.ts';
import type { ConnectedAcknowledgement } from '../protocol/extensions.ts';
import type { Parts } from './parts.ts';

/** A backend that answers and sends no `set_chats` must not keep messages from going. */
const ROOMS_MS = 3000;
/** Servers ping more often than every half a minute. */
const PING_MS = 20_000;

/**
 * On every connection, also after a loss: who we are, then what there is and who is there. Nothing waits for an answer
 * to `connected`, because a documented backend gives none.
 */
export class Handshake {
  readonly #parts: Parts;
  #hasRaisedDoubt = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param isCurrent whether the connection is still the one on which the hands were shaken */
  shake(isCurrent: () => boolean): void {
    const { connection, platform, presence, state, wire } = this.#parts;
    const { self: user } = state;
    const { engineId: sid = '', token } = connection;
    const greetedAt = platform.clock.now();
    wire.request('connected', { user, sid, token }).then(
      (answer) => {
        if (isCurrent()) this.#answered(decodeAcknowledgement(answer));
      },
      () => {
        if (isCurrent()) this.#unanswered(greetedAt);
      },
    );
    wire.emit('get_chats', { user });
    presence.begin();
  }

  #answered(acknowledgement: ConnectedAcknowledgement): void {
    this.#hasRaisedDoubt = false;
    this.#greeted(acknowledgement);
    this.#parts.timers.set('rooms', ROOMS_MS, () => {
      this.#parts.deliveries.openAnyway();
    });
  }

  #unanswered(greetedAt: number): void {
    const { connection, deliveries, timers } = this.#parts;
    if (connection.heardAt > greetedAt) {
      // The documented events are all there is, whatever another server announced before.
      this.#greeted({ capabilities: [] });
      deliveries.openAnyway();
    } else if (this.#hasRaisedDoubt) {
      // A server that says nothing is still there if it pings; what is sent on a dead connection may be sent twice.
      timers.set('rooms', PING_MS, () => {
        this.#unanswered(greetedAt);
      });
    } else {
      this.#hasRaisedDoubt = true;
      connection.doubt();
    }
  }

  #greeted(acknowledgement: ConnectedAcknowledgement): void {
    this.#parts.dispatch({ type: 'capabilities-announced', ...acknowledgement });
    this.#parts.deliveries.greeted();
    this.#parts.history.greeted();
  }
}
