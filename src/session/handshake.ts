import { decodeAcknowledgement } from '../protocol/decode-answer.ts';
import type { Parts } from './parts.ts';

/** A backend that sends no `set_chats` must not keep messages from going. */
const ROOMS_MS = 3000;

/**
 * On every connection, also after a loss: who we are, then what there is and who is there. Nothing waits for an answer
 * to `connected`, because a documented backend gives none.
 * @param isCurrent whether the connection is still the one on which the hands were shaken
 */
export function shakeHands(parts: Parts, isCurrent: () => boolean): void {
  const { connection, outbox, presence, timers, wire } = parts;
  const user = parts.state.self;
  const { engineId: sid = '', token } = connection;
  wire.request('connected', { user, sid, token }).then(
    (answer) => {
      if (isCurrent()) parts.dispatch({ type: 'capabilities-announced', ...decodeAcknowledgement(answer) });
    },
    () => {
      // No answer: the documented events are all there is.
    },
  );
  wire.emit('get_chats', { user });
  presence.begin();
  timers.set('rooms', ROOMS_MS, () => {
    outbox.open();
  });
}
