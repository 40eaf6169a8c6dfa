import { deriveId } from './derive-id.ts';
import { type Message, type RoomId, TEXT_MESSAGE, type User } from './model.ts';
import { asFields, type Fields, firstOf, names, readId, readObject, readText } from './read-fields.ts';
import { readTime } from './read-time.ts';
import { readSender } from './read-user.ts';

const ID = names('message_id _id id');
const CLIENT_ID = names('client_id');
const ROOM = names('room room_id chat_id channel');
export const ROOM_ID = names('room_id chat_id _id id');
const BODY = names('message_body body text message content');
export const TIME = names('created_at timestamp date time sent_at');
const WRAPPER = names('message data');

/** Equal broadcasts with neither id nor time are one message if they arrive in the same span (milliseconds). */
const SAME_MESSAGE_SPAN = 1000;
const NOBODY: User = { id: '', name: '', email: '' };

/** What the surroundings of a message tell where it does not say so itself. */
export interface MessageScope {
  /** Epoch milliseconds of arrival. */
  readonly now: number;
  readonly id?: string | undefined;
  readonly roomId?: RoomId | undefined;
  readonly sender?: User | undefined;
  /** True for a history: it arrives again and again, so the time of arrival tells nothing about its messages. */
  readonly embedded?: boolean;
}

/** The room that a message or a typing signal belongs to: an id or a room object under any of the usual names. */
export function readRoomReference(fields: Fields | undefined): RoomId | undefined {
  return firstOf(fields, ROOM, readRoomId);
}

function readRoomId(value: unknown): RoomId | undefined {
  return readId(value) ?? firstOf(asFields(value), ROOM_ID, readId);
}

/** A message, also a wrapped one, or the reason why it is none. */
export function readMessage(payload: unknown, scope: MessageScope, depth = 3): Message | string {
  const fields = readObject(payload);
  if (!fields) return 'not an object';
  const roomId = readRoomReference(fields) ?? scope.roomId;
  const sender = readSender(fields) ?? scope.sender ?? NOBODY;
  const text = firstOf(fields, BODY, readText);
  if (text === undefined && depth > 0) {
    const inner = firstOf(fields, WRAPPER, readObject);
    const message = inner && readMessage(inner, { ...scope, roomId, sender }, depth - 1);
    if (typeof message === 'object') return message;
  }
  const told = fields['type'];
  const type = typeof told === 'string' && told ? told : TEXT_MESSAGE;
  if (roomId === undefined) return 'no room';
  if (text === undefined && type !== told) return 'neither text nor type';
  const body = text ?? '';
  const time = firstOf(fields, TIME, readTime);
  const clientId = firstOf(fields, CLIENT_ID, readId);
  let id = firstOf(fields, ID, readId) ?? scope.id;
  if (id === undefined) {
    const arrival = scope.embedded ? '' : Math.floor(scope.now / SAME_MESSAGE_SPAN);
    id = deriveId(roomId, sender.id, type, body, time ?? clientId ?? arrival);
  }
  const message = { id, roomId, type, body, sender, createdAt: time ?? scope.now };
  return clientId === undefined ? message : { ...message, clientId };
}
