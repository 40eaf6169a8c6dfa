import { decodeAcknowledgement } from '../protocol/decode-answer.ts';
import type { ConnectedAcknowledgement } from '../protocol/extensions.ts';
import type { Parts } from './parts.ts';

/** A backend that sends no `set_chats`, or acknowledges nothing any more, must not keep messages from going. */
const PATIENCE_MS = 3000;

/**
 * On every connection, also after a loss: who we are, then what there is and who is there. Nothing waits for an answer
 * to `connected`, because a documented backend gives none.
 * @param isCurrent whether the connection is still the one on which the hands were shaken
 */
export function shakeHands(parts: Parts, isCurrent: () => boolean): void {
  const { connection, deliveries, history, presence, timers, wire } = parts;
  const user = parts.state.self;
  const { engineId: sid = '', token } = connection;
  const greeted = (answer: ConnectedAcknowledgement): void => {
    if (!isCurrent()) return;
    parts.dispatch({ type: 'capabilities-announced', ...answer });
    deliveries.greeted();
    history.greeted();
  };
  wire.request('connected', { user, sid, token }).then(
    (answer) => {
      greeted(decodeAcknowledgement(answer));
    },
    () => {
      // No answer: the documented events are all there is, whatever another server announced before.
      greeted({ capabilities: [] });
    },
  );
  wire.emit('get_chats', { user });
  presence.begin();
  timers.set('patience', PATIENCE_MS, () => {
    deliveries.greeted();
    deliveries.roomsReceived();
  });
}
