import type { RoomId, UserId } from '../protocol/model.ts';
import type { Action } from './actions.ts';
import { BucketedMap } from './bucketed-map.ts';
import { changeDraft } from './drafts.ts';
import { dropOld } from './drop-old.ts';
import { markGap, markGaps, receiveHistory, unmarkGaps, withOlder } from './history.ts';
import { receiveMessages, receiveRoom, receiveRooms } from './incoming.ts';
import { addNotice, dismissNotice } from './notices.ts';
import { meet } from './people.ts';
import { forgetPresence, isSameSet, receivePresence } from './presence.ts';
import { restoreReads } from './reads.ts';
import { failCreation, forgetCreation, startCreation } from './room-creations.ts';
import { afterMessages, afterReading } from './room-entry.ts';
import { depart, discard, fail, NO_MESSAGES, queue, restore, retry } from './room-messages.ts';
import { putRooms } from './rooms.ts';
import { type RoomMessages, type State, withSlices } from './state.ts';
import { endAllTyping, endTyping, roomsSharedWith, startTyping } from './typing.ts';

type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>;
type Reducers = { readonly [T in Action['type']]: (state: State, action: ActionOf<T>) => State };

/** What follows from a fact. The state is never changed; what stays the same keeps its identity. */
export function reduce<T extends Action['type']>(state: State, action: ActionOf<T>): State {
  return reducers[action.type](state, action);
}

const reducers: Reducers = {
  'connection-changed': (state, { connection }) =>
    connection.status === 'online'
      ? withSlices(state, { connection })
      : withSlices(state, {
          connection,
          presence: forgetPresence(state.presence),
          typing: endAllTyping(state.typing),
          messages:
            state.connection.status === 'online'
              ? markGaps(state.messages, state.capabilities.has('history'))
              : state.messages,
        }),
  'connection-recovered': (state) =>
    withSlices(state, { messages: unmarkGaps(state.messages, state.capabilities.has('history')) }),
  'capabilities-announced': (state, { capabilities: announced }) => {
    const capabilities = new Set(announced);
    return isSameSet(capabilities, state.capabilities) ? state : withSlices(state, { capabilities });
  },
  'rooms-received': (state, { rooms }) => receiveRooms(state, rooms),
  'room-added': (state, { room, at = 0 }) => receiveRoom(state, room, at),
  'messages-received': (state, { messages }) => receiveMessages(state, messages),
  'gap-suspected': (state, { roomId, key }) => changeMessages(state, roomId, (room) => markGap(room, key)),
  'message-queued': (state, { message }) =>
    changeMessages(state, message.roomId, (room) => queue(room, message, message.clientId)),
  'messages-restored': (state, { restored }) =>
    restored.reduce(
      (after, unsent) => changeMessages(after, unsent.message.roomId, (room) => restore(room, unsent, state.self.id)),
      state,
    ),
  'message-departed': (state, { roomId, key, withClientId }) =>
    changeMessages(state, roomId, (room) => depart(room, key, withClientId, state.rooms.byId.has(roomId))),
  'message-failed': (state, { roomId, key, failure }) =>
    changeMessages(state, roomId, (room) => fail(room, key, failure)),
  'message-retried': (state, { roomId, key }) => changeMessages(state, roomId, (room) => retry(room, key)),
  'message-discarded': (state, { roomId, key }) => changeMessages(state, roomId, (room) => discard(room, key)),
  'older-requested': (state, { roomId }) =>
    withSlices(state, { messages: withOlder(state.messages, roomId, 'loading') }),
  'older-failed': (state, { roomId, again }) =>
    withSlices(state, { messages: withOlder(state.messages, roomId, again ? 'unknown' : 'failed') }),
  'history-received': (state, page) => receiveHistory(state, page),
  'room-read': (state, { roomId }) => {
    const room = state.rooms.byId.get(roomId);
    if (!room) return state;
    const read = afterReading(room, state.messages.get(roomId) ?? NO_MESSAGES);
    return withSlices(state, { rooms: putRooms(state.rooms, [read]) });
  },
  'room-left': (state, { roomId }) => dropOld(state, roomId),
  'reads-restored': (state, { reads }) => restoreReads(state, reads),
  'draft-changed': (state, { roomId, text }) => withSlices(state, { drafts: changeDraft(state.drafts, roomId, text) }),
  'typing-started': (before, { user, roomId }) => {
    if (user.id === before.self.id) return before;
    const state = meet(before, [user]);
    const roomIds = roomId === undefined ? roomsSharedWith(state.rooms.byId.values(), user.id) : [roomId];
    return withSlices(state, { typing: startTyping(state.typing, roomIds, user.id) });
  },
  'typing-ended': (state, { user, roomId }) => stopTyping(state, roomId, [user.id]),
  'presence-received': (before, { users, at }) => {
    const state = meet(before, users);
    const presence = receivePresence(state.presence, users, at);
    const gone = [...state.presence.online].filter((id) => !presence.online.has(id));
    return withSlices(stopTyping(state, undefined, gone), { presence });
  },
  'error-received': (state, { id, error }) => withSlices(state, { notices: addNotice(state.notices, id, error) }),
  'notice-dismissed': (state, { id }) => withSlices(state, { notices: dismissNotice(state.notices, id) }),
  'contacts-given': (state, { contacts }) => meet(state, contacts),
  'room-creation-started': (state, creation) =>
    withSlices(state, { roomCreations: startCreation(state.roomCreations, creation.id, creation) }),
  'room-creation-failed': (state, { id, failure }) =>
    withSlices(state, { roomCreations: failCreation(state.roomCreations, id, failure) }),
  'room-creation-forgotten': (state, { id }) =>
    withSlices(state, { roomCreations: forgetCreation(state.roomCreations, id) }),
};

function changeMessages(state: State, roomId: RoomId, change: (room: RoomMessages) => RoomMessages): State {
  const before = state.messages.get(roomId) ?? NO_MESSAGES;
  const after = change(before);
  if (after === before) return state;
  const room = state.rooms.byId.get(roomId);
  return withSlices(state, {
    messages: BucketedMap.from(state.messages).with(new Map([[roomId, after]])),
    rooms: room ? putRooms(state.rooms, [afterMessages(room, after, 0)]) : state.rooms,
  });
}

/** Without a room it is in every room. */
function stopTyping(state: State, roomId: RoomId | undefined, userIds: readonly UserId[]): State {
  const roomIds = roomId === undefined ? state.typing.keys() : [roomId];
  return withSlices(state, { typing: endTyping(state.typing, roomIds, new Set(userIds)) });
}
