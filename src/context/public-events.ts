import { ChatConnectionChangeEvent } from '../events/chat-connection-change-event.ts';
import { ChatErrorEvent } from '../events/chat-error-event.ts';
import { ChatMessageReceiveEvent } from '../events/chat-message-receive-event.ts';
import { ChatMessageSendEvent } from '../events/chat-message-send-event.ts';
import { ChatMessageStatusEvent } from '../events/chat-message-status-event.ts';
import { ChatPresenceChangeEvent } from '../events/chat-presence-change-event.ts';
import { ChatReadyEvent } from '../events/chat-ready-event.ts';
import { ChatRoomAddEvent } from '../events/chat-room-add-event.ts';
import { ChatRoomsChangeEvent } from '../events/chat-rooms-change-event.ts';
import { ChatTypingChangeEvent } from '../events/chat-typing-change-event.ts';
import { ChatUnreadChangeEvent } from '../events/chat-unread-change-event.ts';
import type { Message, Room, RoomId } from '../protocol/model.ts';
import type { Action } from '../store/actions.ts';
import { totalUnread, typists } from '../store/selectors.ts';
import type { MessageEntry, RoomMessages, RoomsSlice, State } from '../store/state.ts';

/** The public DOM events that follow from one fact. */
export function* publicEvents(action: Action, state: State, previous: State): Generator<Event> {
  yield* ofFact(action, state, previous);
  if (state.connection !== previous.connection) yield* ofConnection(state, previous);
  for (const roomId of roomsOf(action))
    yield* ofMessageStatuses(state.messages.get(roomId), previous.messages.get(roomId));
  if (state.typing !== previous.typing) yield* ofTyping(state, previous);
  if (state.presence !== previous.presence) {
    yield new ChatPresenceChangeEvent({ online: [...state.presence.online] });
  }
  const unreadCount = totalUnread(state);
  if (unreadCount !== totalUnread(previous)) yield new ChatUnreadChangeEvent({ unreadCount });
}

function* ofFact(action: Action, state: State, previous: State): Generator<Event> {
  switch (action.type) {
    case 'message-queued':
      yield new ChatMessageSendEvent({ message: action.message });
      break;
    case 'messages-received':
      for (const message of action.messages) {
        const isNew = !entryOf(previous, message) && message.sender.id !== state.self.id;
        if (isNew) yield new ChatMessageReceiveEvent({ message });
      }
      break;
    case 'room-added':
      yield new ChatRoomAddEvent({ room: action.room.room });
      yield* ofRooms(state, previous);
      break;
    case 'rooms-received':
      yield* ofRooms(state, previous);
      break;
    case 'error-received':
      yield new ChatErrorEvent({ error: action.error });
      break;
    default:
  }
}

/** Where own messages may have another status now. One message must not cost a look at every room. */
function roomsOf(action: Action): Iterable<RoomId> {
  switch (action.type) {
    case 'messages-received':
      return new Set(action.messages.map(({ roomId }) => roomId));
    case 'message-failed':
    case 'message-retried':
      return [action.roomId];
    case 'rooms-received':
      return action.rooms.map(({ room }) => room.id);
    case 'room-added':
      return [action.room.room.id];
    case 'history-received':
      return [action.roomId];
    default:
      return [];
  }
}

function entryOf(state: State, message: Message): MessageEntry | undefined {
  const messages = state.messages.get(message.roomId);
  return messages?.entries.get(messages.keyOf.get(message.id) ?? message.id);
}

function* ofConnection({ connection }: State, { connection: previous }: State): Generator<Event> {
  const { status, error } = connection;
  if (status !== previous.status) {
    yield new ChatConnectionChangeEvent({ status, previous: previous.status, ...(error && { error }) });
  }
  if (error && error !== previous.error) yield new ChatErrorEvent({ error });
}

/** Unconfirmed messages stand at the end of a room, so the search ends at the first confirmed one. */
function* ofMessageStatuses(now: RoomMessages | undefined, before: RoomMessages | undefined): Generator<Event> {
  if (!now || !before || now === before) return;
  for (let index = before.order.length - 1; index >= 0; index -= 1) {
    const key = before.order[index] ?? '';
    const old = before.entries.get(key);
    if (!old || old.status === 'sent') return;
    const entry = now.entries.get(key);
    if (entry && entry.status !== old.status) {
      const { status, failure } = entry;
      yield new ChatMessageStatusEvent({ message: entry, status, ...(failure && { error: failure }) });
    }
  }
}

function* ofRooms(state: State, previous: State): Generator<Event> {
  const { rooms } = state;
  if (!sameRooms(rooms, previous.rooms)) yield new ChatRoomsChangeEvent({ rooms: roomsInOrder(state) });
  if (rooms.loaded && !previous.rooms.loaded) yield new ChatReadyEvent({ rooms: roomsInOrder(state) });
}

/** Unread counts and activity change all the time; that alone is not another list. */
function sameRooms({ byId: now }: RoomsSlice, { byId: before }: RoomsSlice): boolean {
  if (now.size !== before.size) return false;
  for (const [id, room] of now) {
    const old = before.get(id);
    if (old?.name !== room.name || old.participants !== room.participants) return false;
  }
  return true;
}

export function roomsInOrder({ rooms }: State): Room[] {
  return rooms.order.flatMap((id) => rooms.byId.get(id) ?? []);
}

function* ofTyping(state: State, previous: State): Generator<Event> {
  const roomIds = new Set<RoomId>([...state.typing.keys(), ...previous.typing.keys()]);
  for (const roomId of roomIds) {
    if (state.typing.get(roomId) !== previous.typing.get(roomId)) {
      yield new ChatTypingChangeEvent({ roomId, users: typists(state, roomId) });
    }
  }
}
