import '../src/index.ts';
import { people, type Person } from './people.ts';
import { offer, seat } from './sign-in.ts';

const widget = document.querySelector('chat-widget')!;
const select = document.querySelector<HTMLSelectElement>('#visitor')!;
const other = document.querySelector<HTMLAnchorElement>('#other')!;
const [customer, maker] = people;

visit();
select.addEventListener('change', () => {
  // In the address, so that two windows can be two people and stay so when loaded again.
  history.replaceState(null, '', addressOf(select.value));
  visit();
});
for (const button of document.querySelectorAll<HTMLElement>('[data-chat]')) {
  button.addEventListener('click', () => {
    // Where it fails the open panel says why.
    ask(button.dataset['chat']).catch(() => {});
  });
}

function visitor(): Person {
  const userId = new URLSearchParams(location.search).get('as');
  return people.find(({ user_id }) => user_id === userId) ?? customer;
}

/** Whom the visitor writes to: the workshop, or the customer where the visitor is the workshop. */
function counterpart(): Person {
  return visitor() === maker ? customer : maker;
}

function addressOf(userId: string): string {
  return `?as=${userId}`;
}

function visit(): void {
  const { name, user_id } = counterpart();
  offer(select, people, visitor());
  seat(widget, visitor());
  other.textContent = `Answer as ${name.split(' ')[0] ?? name} ↗`;
  other.href = addressOf(user_id);
}

/** Opens the conversation with the workshop, with the question begun where it is about one piece. */
async function ask(piece: string | undefined): Promise<void> {
  widget.show();
  const { user_id: id, name, email } = counterpart();
  const room = await widget.startConversation({ id, name, email });
  if (piece) widget.setDraft(`A question about the ${piece}: `, room);
  widget.focus();
}
