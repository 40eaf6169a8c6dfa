import type { User } from './model.ts';
import { readList } from './read-list.ts';
import { asFields, type Fields, firstOf, names, readId, readName } from './read-fields.ts';

/** `user_id` first: databases add an `_id` of their own to embedded users. */
const ID = names('user_id user _id id');
const SENDER = names('user sender from author');
const SENDER_ID = names('user_id sender_id');
/** For user objects and for the flat fields of a message. */
const NAME = names('sender_name name user_name username display_name full_name');
const EMAIL = names('sender_email email user_email');

/** A user object, one wrapped in a socket or membership `{ user }`, or a bare id; `key` is its key in a keyed list. */
export function readUser(value: unknown, key?: string): User | undefined {
  const fields = asFields(value);
  const person = asFields(fields?.['user']) ?? fields;
  const id = firstOf(person, ID, readId) ?? firstOf(fields, ID, readId) ?? (key || readId(value));
  return id === undefined ? undefined : describe(id, person);
}

function describe(id: string, fields: Fields | undefined): User {
  return { id, name: firstOf(fields, NAME, readName) ?? '', email: firstOf(fields, EMAIL, readName) ?? '' };
}

/** Who sent a message or types: an object, a bare id, or flat fields beside the others. */
export function readSender(fields: Fields | undefined): User | undefined {
  const sender = firstOf(fields, SENDER, readUser);
  if (sender?.name || sender?.email) return sender;
  const id = sender?.id ?? firstOf(fields, SENDER_ID, readId);
  return id === undefined ? undefined : describe(id, fields);
}

/** The participants of a room. */
export function readUsers(list: Fields, what: string, problems: string[]): readonly User[] {
  const users = readList(
    list,
    what,
    problems,
    (element, key) => readUser(element, key) ?? 'no id',
    ({ id }) => id,
  );
  return users ?? [];
}
