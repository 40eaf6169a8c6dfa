import type { RoomId, User } from '../../protocol/model.ts';
import type { RoomEntry } from '../../store/state.ts';

/** What the person has filled in. */
export interface RoomWish {
  readonly isGroup: boolean;
  readonly name: string;
  readonly people: readonly User[];
  /** What is typed in the field for people, but not chosen. */
  readonly pendingText: string;
}

/** What is wrong with a wish: the field, and the key of the sentence. */
export interface Problem {
  readonly field: 'name' | 'people';
  readonly sentence: 'groupNameMissing' | 'membersMissing' | 'recipientMissing' | 'personPending';
}

/** In the order of the fields; empty when the room can be asked for. */
export function problemsOf({ isGroup, name, people, pendingText }: RoomWish): readonly Problem[] {
  const problems: Problem[] = [];
  if (isGroup && !name.trim()) problems.push({ field: 'name', sentence: 'groupNameMissing' });
  if (pendingText) problems.push({ field: 'people', sentence: 'personPending' });
  else if (people.length === 0) {
    problems.push({ field: 'people', sentence: isGroup ? 'membersMissing' : 'recipientMissing' });
  }
  return problems;
}

/** The direct room with this person that is there already: a second one would split the conversation. */
export function directRoomWith(rooms: Iterable<RoomEntry>, { id, email }: User): RoomId | undefined {
  for (const room of rooms) {
    if (room.isGroup) continue;
    if (room.participants.some((user) => (id ? user.id === id : email !== '' && user.email === email))) return room.id;
  }
  return undefined;
}
