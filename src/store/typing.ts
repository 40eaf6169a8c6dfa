import type { RoomId, UserId } from '../protocol/model.ts';
import type { RoomEntry, State } from './state.ts';

type Typing = State['typing'];

/** Where a signal without a room applies: every room shared with that user. */
export function roomsSharedWith(rooms: Iterable<RoomEntry>, userId: UserId): RoomId[] {
  const shared: RoomId[] = [];
  for (const { id, participants } of rooms) if (participants.some((user) => user.id === userId)) shared.push(id);
  return shared;
}

export function startTyping(typing: Typing, roomIds: readonly RoomId[], userId: UserId): Typing {
  return changeRooms(typing, roomIds, (users) => (users.includes(userId) ? users : [...users, userId]));
}

export function endTyping(typing: Typing, roomIds: Iterable<RoomId>, userIds: ReadonlySet<UserId>): Typing {
  return changeRooms(typing, roomIds, (users) => {
    const rest = users.filter((id) => !userIds.has(id));
    return rest.length < users.length ? rest : users;
  });
}

export function endAllTyping(typing: Typing): Typing {
  return typing.size === 0 ? typing : new Map();
}

/** A room in which nobody types has no entry. */
function changeRooms(
  typing: Typing,
  roomIds: Iterable<RoomId>,
  change: (users: readonly UserId[]) => readonly UserId[],
): Typing {
  let next: Map<RoomId, readonly UserId[]> | undefined;
  for (const roomId of roomIds) {
    const users = typing.get(roomId) ?? [];
    const changed = change(users);
    if (changed === users) continue;
    next ??= new Map(typing);
    if (changed.length > 0) next.set(roomId, changed);
    else next.delete(roomId);
  }
  return next ?? typing;
}
