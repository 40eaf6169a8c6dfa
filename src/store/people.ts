import type { User, UserId } from '../protocol/model.ts';

type People = ReadonlyMap<UserId, User>;

/** Learns who people are; an empty name or address never erases a known one. */
export function learn(people: People, users: Iterable<User>): People {
  let next: Map<UserId, User> | undefined;
  for (const user of users) {
    const known = (next ?? people).get(user.id);
    const name = user.name || known?.name || '';
    const email = user.email || known?.email || '';
    if (!user.id || (known && known.name === name && known.email === email)) continue;
    next ??= new Map(people);
    next.set(user.id, { id: user.id, name, email });
  }
  return next ?? people;
}
