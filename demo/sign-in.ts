import type { ChatWidget, User } from '../src/index.ts';
import { people, type Person } from './people.ts';

/** Lets a widget speak as one of the demo people, who knows the others. */
export function seat(widget: ChatWidget, person: Person): void {
  widget.serverUrl = location.origin;
  widget.getToken = () => tokenFor(person.user_id);
  widget.contacts = people.filter((other) => other !== person).map(toUser);
  widget.user = toUser(person);
}

function toUser({ user_id: id, name, email }: Person): User {
  return { id, name, email };
}

/** What a real site does with its own session cookie: ask its server for a token, just before it is needed. */
async function tokenFor(userId: string): Promise<string> {
  const response = await fetch('/demo/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  if (!response.ok) throw new Error(`The demo login answered ${response.status}.`);
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** Fills a `<select>` with people, the given one chosen. */
export function offer(select: HTMLSelectElement, people: readonly Person[], chosen: Person): void {
  select.replaceChildren(
    ...people.map(
      ({ user_id, name }) => new Option(name, user_id, user_id === chosen.user_id, user_id === chosen.user_id),
    ),
  );
}
