import type { User } from './model.ts';
import { asFields, type Fields, firstOf, names, readFlag } from './read-fields.ts';
import { findList, readList } from './read-list.ts';
import { readUser } from './read-user.ts';

const ONLINE = names('online is_online');

/** All users online: ids, user objects, sockets `{ user }`, or a map from id to false or anything else. */
export function readPresence(payload: unknown, problems: string[]): readonly User[] | string | undefined {
  const list = findList(payload);
  if (!list) return 'not a list';
  const read = (element: unknown, key: string | undefined): User | string | undefined => {
    if (key !== undefined && !element) return undefined;
    if (isOffline(asFields(element))) return undefined;
    return readUser(element, key) ?? 'no id';
  };
  return readList(list, 'user', problems, read, ({ id }) => id);
}

function isOffline(fields: Fields | undefined): boolean {
  return fields?.['status'] === 'offline' || firstOf(fields, ONLINE, readFlag) === false;
}
