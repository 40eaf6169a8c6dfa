import type { User } from '../../protocol/model.ts';

/** What somebody is known by whom the person typed in: all else about them is for the server to tell. */
export interface TypedPerson {
  readonly by: 'email' | 'name' | 'id';
  readonly user: User;
}

/** Somebody to choose: known, or meant by the text that was typed. */
export type Option = { readonly by: 'known'; readonly user: User } | TypedPerson;

/** Who may be meant by a text, most likely first. Nobody who is on the list already. */
export function typedPeople(query: string, known: readonly User[]): readonly TypedPerson[] {
  const text = query.trim();
  if (!text) return [];
  const email: TypedPerson = { by: 'email', user: { id: '', name: '', email: text } };
  const name: TypedPerson = { by: 'name', user: { id: '', name: text, email: '' } };
  const id: TypedPerson = { by: 'id', user: { id: text, name: '', email: '' } };
  return kinds(text, email, name, id).filter(({ user }) => !known.some((other) => isSamePerson(user, other)));
}

function kinds(text: string, email: TypedPerson, name: TypedPerson, id: TypedPerson): readonly TypedPerson[] {
  if (/^\S+@\S+$/.test(text)) return [email];
  if (/\s/.test(text)) return [name];
  return /\d/.test(text) ? [id, name] : [name, id];
}

/** By the most certain thing that both have. */
export function isSamePerson(a: User, b: User): boolean {
  if (a.id && b.id) return a.id === b.id;
  if (a.email && b.email) return a.email.toLowerCase() === b.email.toLowerCase();
  return a.name !== '' && a.name.toLowerCase() === b.name.toLowerCase();
}
