import { isAboutIdentity } from '../connection/refusal.ts';
import type { ServerEventName } from '../protocol/events.ts';
import type { ChatError, RoomId, User, UserId } from '../protocol/model.ts';
import type { DecodedServerEvents } from '../protocol/protocol-options.ts';
import type { Parts } from './parts.ts';

/** An indicator that is not renewed for so long is a ghost. */
const TYPING_MS = 20_000;
/** Who leaves the field for a moment, as to press a button, has not stopped writing: nothing should flicker. */
const TYPING_PAUSE_MS = 500;

/** What follows from each server event. A missing row does not compile. */
export const eventMap: {
  readonly [E in ServerEventName]: (parts: Parts, decoded: DecodedServerEvents[E]) => void;
} = {
  set_chats(parts, rooms) {
    parts.dispatch({ type: 'rooms-received', rooms });
    parts.deliveries.roomsReceived(parts.history.roomsReceived());
  },
  add_room(parts, room) {
    parts.dispatch({ type: 'room-added', room, at: parts.platform.clock.now() });
  },
  message_broadcast(parts, message) {
    parts.broadcasts.add(message);
    noticePresence(parts, message.sender.id);
  },
  error(parts, error) {
    receiveError(parts, error);
  },
  show_start_typing(parts, { user, roomId }) {
    parts.dispatch({ type: 'typing-started', user, ...(roomId !== undefined && { roomId }) });
    watchTyping(parts, user, roomId, TYPING_MS);
    noticePresence(parts, user.id);
  },
  show_end_typing(parts, { user, roomId }) {
    watchTyping(parts, user, roomId, TYPING_PAUSE_MS);
  },
  online_status_show(parts, users) {
    parts.dispatch({ type: 'presence-received', users, at: parts.platform.clock.now() });
  },
};

/** Whoever writes is there: a list that does not know it is out of date, and is asked for again. */
function noticePresence({ state, presence }: Parts, userId: UserId): void {
  // Not every backend counts us among the others, and a notice of its own has no author.
  const isOther = userId !== '' && userId !== state.self.id;
  if (isOther && state.presence.known && !state.presence.online.has(userId)) presence.ask();
}

/**
 * The user types no more, unless they are heard again in time. Without a room the signal was for every room in which they
 * are shown as typing now.
 */
function watchTyping(parts: Parts, user: User, only: RoomId | undefined, ms: number): void {
  for (const [roomId, userIds] of parts.state.typing) {
    if (!userIds.includes(user.id) || (only !== undefined && only !== roomId)) continue;
    parts.timers.set(`typing ${roomId} ${user.id}`, ms, () => {
      parts.dispatch({ type: 'typing-ended', user, roomId });
    });
  }
}

/** An error that answers something goes to where the person asked for it; every other one becomes a notice. */
function receiveError(parts: Parts, error: ChatError): void {
  if (error.event === 'connected' && isAboutIdentity(error)) parts.connection.refuse(error);
  else if (!failRoomCreation(parts, error) && !failMessage(parts, error)) {
    parts.dispatch({ type: 'error-received', id: parts.platform.createId(), error });
  }
}

/** A backend that does not say what it refused can only have meant the one room that waits for an answer. */
function failRoomCreation(parts: Parts, error: ChatError): boolean {
  const pending = [...parts.state.roomCreations].filter(([, { status }]) => status === 'pending');
  const [id] = pending[0] ?? [];
  const isMeant = error.event === 'new_room_create' || (error.event === undefined && pending.length === 1);
  if (id === undefined || !isMeant) return false;
  parts.dispatch({ type: 'room-creation-failed', id, failure: error });
  return true;
}

function failMessage(parts: Parts, error: ChatError): boolean {
  const message = error.event === 'new_message' ? parts.deliveries.onlyInFlight : undefined;
  if (message) parts.deliveries.fail(message, error);
  return message !== undefined;
}
