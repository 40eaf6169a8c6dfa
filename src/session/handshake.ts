import { decodeAcknowledgement } from '../protocol/decode-answer.ts';
import type { ConnectedAcknowledgement } from '../protocol/extensions.ts';
import type { Parts } from './parts.ts';

/** A backend that answers and sends no `set_chats` must not keep messages from going. */
const ROOMS_MS = 3000;

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
        if (isCurrent()) this.#unanswered(connection.heardAt >= greetedAt);
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

  #unanswered(wasHeard: boolean): void {
    // Not a word since we came: more likely a dead connection than a silent server, unless that happens again.
    if (!wasHeard && !this.#hasRaisedDoubt) {
      this.#hasRaisedDoubt = true;
      this.#parts.connection.doubt();
      return;
    }
    // The documented events are all there is, whatever another server announced before.
    this.#greeted({ capabilities: [] });
    this.#parts.deliveries.openAnyway();
  }

  #greeted(acknowledgement: ConnectedAcknowledgement): void {
    this.#parts.dispatch({ type: 'capabilities-announced', ...acknowledgement });
    this.#parts.deliveries.greeted();
    this.#parts.history.greeted();
  }
}
