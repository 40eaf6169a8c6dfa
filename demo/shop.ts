import '../src/index.ts';
import { people, type Person } from './people.ts';
import { offer, seat } from './sign-in.ts';

const widget = document.querySelector('chat-widget')!;
const select = document.querySelector<HTMLSelectElement>('#visitor')!;
const [customer, maker] = people;

let visitor = personWith(new URLSearchParams(location.search).get('as'));
offer(select, people, visitor);
visit();

select.addEventListener('change', () => {
  visitor = personWith(select.value);
  // In the address, so that two windows can be two people and stay so when loaded again.
  history.replaceState(null, '', `?as=${visitor.user_id}`);
  visit();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-chat]')) {
  button.addEventListener('click', () => void ask(button.dataset['chat']));
}

function personWith(userId: string | null): Person {
  return people.find(({ user_id }) => user_id === userId) ?? customer;
}

function visit(): void {
  seat(
    widget,
    visitor,
    people.filter((person) => person !== visitor),
  );
}

/** Opens the chat with the workshop, with the question begun where it is about one piece. */
async function ask(piece: string | undefined): Promise<void> {
  widget.show();
  const { user_id: id, name, email } = visitor === maker ? customer : maker;
  const room = await widget.startConversation({ id, name, email });
  if (piece) widget.setDraft(`A question about the ${piece}: `, room);
  widget.focus();
}
