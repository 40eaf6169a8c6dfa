import { TEXT_MESSAGE, type User } from '../protocol/model.ts';
import { displayName } from '../store/selectors.ts';
import { unsentOf } from './deliveries.ts';
import type { Parts } from './parts.ts';
import type { RequestName, Requests } from './requests.ts';

/** What follows from each request. A missing row does not compile. */
export const requestMap: { readonly [N in RequestName]: (parts: Parts, detail: Requests[N]) => void } = {
  send(parts, { roomId, body }) {
    const { createId, clock } = parts.platform;
    const clientId = createId();
    const message = {
      id: clientId,
      clientId,
      roomId,
      body,
      type: TEXT_MESSAGE,
      sender: parts.state.self,
      createdAt: clock.now(),
    };
    parts.dispatch({ type: 'message-queued', message });
    parts.deliveries.add({ message });
    parts.typing.renew();
  },
  'retry-message'(parts, { roomId, key }) {
    const entry = parts.state.messages.get(roomId)?.entries.get(key);
    if (entry?.status !== 'failed') return;
    parts.dispatch({ type: 'message-retried', roomId, key });
    parts.deliveries.retry(unsentOf(entry));
  },
  'discard-message'(parts, { roomId, key }) {
    parts.dispatch({ type: 'message-discarded', roomId, key });
  },
  'create-room'(parts, { id, name, participants, isGroup }) {
    const user = parts.state.self;
    parts.dispatch({ type: 'room-creation-started', id, name, participants, isGroup });
    const wanted = { name: name || nameOf(participants), participants, user, isGroup };
    if (parts.wire.emit('new_room_create', wanted) === 'sent') return;
    const failure = { code: 'not_connected', message: 'There is no connection. Try again when it is back.' };
    parts.dispatch({ type: 'room-creation-failed', id, failure });
  },
  'forget-room-creation'(parts, { id }) {
    parts.timers.clear(`room ${id}`);
    parts.dispatch({ type: 'room-creation-forgotten', id });
  },
  'load-older'(parts, { roomId }) {
    void parts.history.loadOlder(roomId);
  },
  'read-room'(parts, { roomId }) {
    parts.dispatch({ type: 'room-read', roomId });
  },
  'change-draft'(parts, { roomId, text }) {
    parts.dispatch({ type: 'draft-changed', roomId, text });
  },
  'signal-typing'(parts, detail) {
    parts.typing.signal(detail);
  },
  'dismiss-notice'(parts, { id }) {
    parts.dispatch({ type: 'notice-dismissed', id });
  },
  reconnect(parts) {
    if (parts.connection.state.status === 'idle') parts.connection.open();
    else parts.connection.retry();
  },
};

/** The contract has a name for each room, also for a direct one. The same in every language: it goes to all who are in it. */
function nameOf(participants: readonly User[]): string {
  return participants.map(displayName).join(', ');
}
