import { isDerivedId } from './derive-id.ts';
import type { Message, Room, RoomId, RoomWithMessages } from './model.ts';
import { type Fields, firstOf, names, readCount, readFlag, readId, readName, readObject } from './read-fields.ts';
import { addProblem, findList, readList } from './read-list.ts';
import { readMessage, ROOM_ID, TIME } from './read-message.ts';
import { readTime } from './read-time.ts';
import { readUsers } from './read-user.ts';

/** `room` last: here it is the id beside the other fields, a room object under it is a wrapper. */
const ID = [...ROOM_ID, 'room'];
const NAME = names('name room_name title channel');
const PARTICIPANTS = names('participants members users');
const IS_GROUP = names('is_group');
const HISTORY = names('messages chats history');
const LAST_MESSAGE = names('last_message');
const UNREAD = names('unread unread_count');
const CHANGED = [...names('updated_at'), ...TIME];
const WRAPPER = names('room chat data');

/** A room with its embedded messages, or the reason why it is none; `key` is its key in a keyed list. */
export function readRoom(payload: unknown, problems: string[], now: number, key?: string): RoomWithMessages | string {
  const fields = unwrap(readObject(payload));
  if (!fields) return 'not an object';
  const id = firstOf(fields, ID, readId) ?? (key || undefined);
  if (id === undefined) return 'no id';
  return { room: describe(id, fields, problems), messages: readEmbedded(id, fields, problems, now) };
}

/** `{ room: {…}, last_message, unread }` is a room too: what stands beside the wrapped one belongs to it. */
function unwrap(fields: Fields | undefined, depth = 3): Fields | undefined {
  const wrapped = depth > 0 ? firstOf(fields, WRAPPER, (value) => unwrap(readObject(value), depth - 1)) : undefined;
  return firstOf(wrapped, ROOM_ID, readId) !== undefined ? { ...fields, ...wrapped } : fields;
}

function describe(id: RoomId, fields: Fields, problems: string[]): Room {
  const list = firstOf(fields, PARTICIPANTS, findList);
  const participants = list ? readUsers(list, 'participant', problems) : [];
  const unreadCount = firstOf(fields, UNREAD, readCount);
  const updatedAt = firstOf(fields, CHANGED, readTime);
  return {
    id,
    name: firstOf(fields, NAME, readName) ?? '',
    isGroup: firstOf(fields, IS_GROUP, readFlag) ?? readKind(fields['type']) ?? participants.length > 2,
    participants,
    ...(unreadCount !== undefined && { unreadCount }),
    ...(updatedAt !== undefined && { updatedAt }),
  };
}

function readKind(type: unknown): boolean | undefined {
  if (typeof type !== 'string') return undefined;
  if (/group|channel|public/i.test(type)) return true;
  return /direct|private|personal|single|one.?to.?one|^dm$/i.test(type) ? false : undefined;
}

/** History, then the last message unless the history holds it. All of them are of this room, whatever they say. */
function readEmbedded(roomId: RoomId, fields: Fields, problems: string[], now: number): readonly Message[] {
  const read = (element: unknown, id?: string): Message | string => {
    const message = readMessage(element, { now, roomId, id, embedded: true });
    return typeof message === 'string' || message.roomId === roomId ? message : { ...message, roomId };
  };
  const list = firstOf(fields, HISTORY, findList);
  const messages = (list && readList(list, 'message', problems, read, ({ id }) => id)) ?? [];
  const given = firstOf(fields, LAST_MESSAGE, readObject);
  if (!given) return messages;
  const last = read(given);
  if (typeof last === 'string') addProblem(problems, `last message: ${last}`);
  else if (!messages.some((message) => isSame(message, last))) return [...messages, last];
  return messages;
}

/** A last message is often an excerpt without its id. */
function isSame(message: Message, last: Message): boolean {
  if (message.id === last.id) return true;
  return isDerivedId(last.id) && message.body === last.body && message.sender.id === last.sender.id;
}
