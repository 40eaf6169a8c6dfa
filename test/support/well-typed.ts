import type { Message, RoomWithMessages, User } from '../../src/protocol/model.ts';

/** What must hold for whatever a decoder returns. */
const isText = (value: unknown): boolean => typeof value === 'string';
export const isId = (value: unknown): boolean => isText(value) && value !== '';
const isMoment = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
export const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);
export const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
export const isUser = ({ id, name, email }: User): boolean => isId(id) && isText(name) && isText(email);
export const isUsers = (users: readonly User[]): boolean => users.every(isUser) && unique(users.map(({ id }) => id));

export function isMessage({ id, roomId, type, body, sender, createdAt, clientId }: Message): boolean {
  const texts = isText(body) && isText(sender.id) && isText(sender.name) && isText(sender.email);
  return isId(id) && isId(roomId) && isId(type) && texts && isMoment(createdAt) && isOptional(clientId, isId);
}

export function isRoom({ room, messages }: RoomWithMessages): boolean {
  const inIt = messages.every((each) => isMessage(each) && each.roomId === room.id);
  const own = isId(room.id) && isText(room.name) && typeof room.isGroup === 'boolean' && isUsers(room.participants);
  const optional = isOptional(room.unreadCount, Number.isSafeInteger) && isOptional(room.updatedAt, isMoment);
  return own && optional && inIt && unique(messages.map(({ id }) => id));
}
