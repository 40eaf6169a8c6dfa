import type { ChatWidget } from '../src/index.ts';
import { type Appearance, followAppearance } from './appearance.ts';
import { people, type Person } from './people.ts';
import { ProtocolLog, type Seat } from './protocol-log.ts';
import { tapWebSockets } from './protocol-tap.ts';
import { offer, seat } from './sign-in.ts';
import { snippet, type Way } from './snippet.ts';
import { followTabs } from './tabs.ts';

interface Side {
  readonly position: Seat['position'];
  readonly widget: ChatWidget;
  readonly select: HTMLSelectElement;
  person: Person;
}

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const sides: Side[] = [];
const log = new ProtocolLog(byId('events'), byId<HTMLTemplateElement>('event'), (userId) => {
  const side = sides.find(({ person }) => person.user_id === userId);
  return side && { position: side.position, name: side.person.name.split(' ')[0] ?? '' };
});
tapWebSockets((event) => log.add(event));
// Only now: the widget's client keeps the WebSocket constructor that it finds when it is loaded.
await import('../src/index.ts');

const [first, second] = people;
sides.push(sideOf('first', first), sideOf('second', second));
for (const side of sides) sit(side);
followLog();
followEmbed();

function sideOf(position: Seat['position'], person: Person): Side {
  const section = document.querySelector<HTMLElement>(`[data-seat="${position}"]`)!;
  const widget = section.querySelector('chat-widget')!;
  const select = section.querySelector('select')!;
  const offline = section.querySelector('button')!;
  const side: Side = { position, widget, select, person };

  select.addEventListener('change', () => {
    side.person = people.find(({ user_id }) => user_id === select.value) ?? side.person;
    for (const each of sides) sit(each);
  });
  offline.addEventListener('click', () => {
    if (offline.ariaPressed === 'true') widget.connect();
    else widget.disconnect();
  });
  widget.addEventListener('chat-connection-change', ({ detail }) => {
    offline.ariaPressed = String(detail.status === 'idle');
  });
  return side;
}

/** Puts the side's person on it, and offers everybody who does not sit on the other one. */
function sit({ widget, select, person }: Side): void {
  const taken = sides.find((other) => other.widget !== widget)?.person;
  const free = people.filter((each) => each !== taken);
  offer(select, free, person);
  if (widget.userId !== person.user_id) seat(widget, person);
  if (taken) void face(widget, taken);
}

/** Opens what the two have to say to each other, where they have met. */
async function face(widget: ChatWidget, other: Person): Promise<void> {
  await widget.ready;
  const room = widget.rooms.find(
    ({ isGroup, participants }) => !isGroup && participants.some(({ id }) => id === other.user_id),
  );
  widget.room = room?.id;
}

function followLog(): void {
  const pause = byId('pause');
  pause.addEventListener('click', () => {
    const paused = pause.ariaPressed !== 'true';
    pause.ariaPressed = String(paused);
    log.paused = paused;
  });
  byId('clear').addEventListener('click', () => log.clear());
}

function followEmbed(): void {
  const code = byId('code');
  let way: Way = 'script';
  let appearance: Appearance = { theme: 'auto', dir: 'ltr', accent: undefined };
  const show = (): void => {
    code.textContent = snippet(way, first, appearance);
  };

  followAppearance(
    byId<HTMLFormElement>('appearance'),
    sides.map(({ widget }) => widget),
    (chosen) => {
      appearance = chosen;
      show();
    },
  );
  followTabs(document.querySelector<HTMLElement>('[role="tablist"]')!, (tabId) => {
    way = tabId === 'tab-npm' ? 'npm' : 'script';
    code.setAttribute('aria-labelledby', tabId);
    show();
  });
  const copy = byId('copy');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(code.textContent).then(
      () => {
        copy.textContent = 'Copied';
        setTimeout(() => (copy.textContent = 'Copy'), 1500);
      },
      // Without the permission the person copies by hand.
      () => getSelection()?.selectAllChildren(code),
    );
  });
}
