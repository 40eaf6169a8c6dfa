import type { ChatWidget } from '../../src/elements/chat-widget/chat-widget.ts';
import '../../src/elements/chat-widget/chat-widget.ts';
import '../../src/elements/chat-widget/panel.ts';
import type { User } from '../../src/protocol/model.ts';
import { afterPaint } from '../support/after-paint.ts';
import { type Backed, backSession, SERVER_URL } from '../support/backed-session.ts';
import { ada, grace, linus } from '../support/fixtures.ts';

/** Runs in the page: what the widget can look like, each state from nothing. */
export interface Stage {
  readonly widget: ChatWidget;
  readonly backed: Backed;
}

const noor: User = { id: '61010d7ce4c9786a417b4104', name: 'نور الهدى', email: 'noor@example.org' };
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän Maximiliane-Charlotte von und zu Hohenlohe-Langenburg';

const wire = ({ id, name, email }: User) => ({ user_id: id, email, name });

/** All on one day of the past, so that what is shown does not depend on when. */
function wireMessage(id: number, user: User, body: string, room = 'a', type = 'USER_TEXT_MESSAGE'): object {
  const at = new Date(Date.UTC(2026, 2, 4, 9, id)).toISOString();
  return { _id: `m${String(id).padStart(3, '0')}`, room, user: wire(user), message_body: body, type, created_at: at };
}

function wireRoom(id: string, name: string, messages: readonly object[] = [], people = [ada, grace, linus]): object {
  return { room_id: id, name, is_group: people.length > 2, participants: people.map(wire), messages };
}

const TALK = [
  wireMessage(1, grace, 'The drawing for the bench is ready: https://example.org/bench'),
  wireMessage(2, grace, 'Could you look at the *height of the back*?'),
  wireMessage(3, linus, 'I would make it 4 cm lower.\n\n- less wood\n- the view stays'),
  wireMessage(4, ada, 'Agreed, lower it.'),
  wireMessage(5, ada, 'And oil instead of lacquer, please — https://example.org/oil'),
  wireMessage(6, noor, 'سأرسل لك القياسات اليوم مساءً إن شاء الله'),
  wireMessage(7, grace, '👍'),
  wireMessage(8, linus, 'When do you want it?', 'a', 'POLL'),
];

const ROOMS = [
  wireRoom('a', 'Order 2417: the bench', TALK, [ada, grace, linus, noor]),
  wireRoom('b', '', [wireMessage(21, grace, 'See you on Saturday, with coffee', 'b')], [ada, grace]),
  wireRoom('c', 'Yard', [wireMessage(22, ada, 'The key is under the pot', 'c')]),
  wireRoom('d', '', [wireMessage(23, noor, 'شكرا جزيلا', 'd')], [ada, noor]),
];

type Prepare = (stage: Stage) => void | Promise<void>;

/** Online, with the rooms; narrow it shows the list. */
const list: Prepare = ({ backed: { connection } }) => {
  connection.connect();
  connection.receive('set_chats', ROOMS);
  connection.receive('message_broadcast', wireMessage(30, linus, 'Is the glue dry?', 'c'));
  connection.receive('online_status_show', [wire(grace)]);
};

const thread: Prepare = async (stage) => {
  stage.widget.selectRoom('a');
  await list(stage);
};

/** In an open room, and then something. */
const afterwards =
  (then: Prepare): Prepare =>
  async (stage) => {
    await thread(stage);
    await afterPaint(2);
    await then(stage);
  };

export const STATES: Readonly<Record<string, Prepare>> = {
  'list-loading': ({ backed }) => {
    backed.connection.connect();
  },
  'list-empty': ({ backed: { connection } }) => {
    connection.connect();
    connection.receive('set_chats', []);
  },
  list,
  thread,
  'thread-empty': async (stage) => {
    stage.widget.selectRoom('e');
    await list(stage);
    stage.backed.connection.receive('set_chats', [...ROOMS, wireRoom('e', 'Nothing yet')]);
  },
  'thread-loading': ({ widget, backed }) => {
    backed.connection.connect();
    widget.selectRoom('a');
  },
  typing: afterwards(({ backed: { connection } }) => {
    for (const user of [grace, linus, noor]) {
      connection.receive('show_start_typing', { room: 'a', user: wire(user) });
    }
  }),
  writing: afterwards(({ widget }) => {
    widget.maxLength = 60;
    widget.setDraft('The bench stands under the window, and I wonder whether it will fit there.');
  }),
  readonly: afterwards(({ widget }) => {
    widget.readonly = true;
  }),
  offline: afterwards(({ widget, backed: { connection } }) => {
    connection.change({ status: 'offline', attempt: 0 });
    widget.sendMessage('This one waits');
  }),
  refused: afterwards(({ backed: { connection } }) => {
    connection.refuse({ message: 'Your sign-in has ended' });
  }),
  notice: afterwards(({ backed: { connection } }) => {
    connection.receive('error', 'The room could not be found, and neither could what was in it.');
  }),
  failed: afterwards(async ({ widget, backed: { connection } }) => {
    widget.sendMessage('Nobody wants this one');
    await afterPaint(2);
    connection.receive('error', { event: 'new_message', message: 'Messages of this kind are not allowed here' });
  }),
  dialog: async (stage) => {
    await list(stage);
    await afterPaint(2);
    const rooms = stage.widget.shadowRoot?.querySelector('chat-widget-room-list');
    rooms?.shadowRoot?.querySelector<HTMLElement>('[part="new-room"]')?.click();
  },
  'long-names': async (stage) => {
    stage.widget.label = LONG;
    stage.widget.selectRoom('l');
    const writer = { ...grace, id: 'long', name: LONG };
    const messages = [wireMessage(1, writer, LONG.replaceAll(' ', ''), 'l'), wireMessage(2, ada, LONG, 'l')];
    stage.backed.connection.connect();
    stage.backed.connection.receive('set_chats', [wireRoom('l', LONG, messages, [ada, writer, linus])]);
    await afterPaint(2);
    stage.backed.connection.receive('show_start_typing', { room: 'l', user: wire(writer) });
  },
  launcher: async (stage) => {
    stage.widget.mode = 'launcher';
    await list(stage);
  },
  'launcher-open': async (stage) => {
    stage.widget.mode = 'launcher';
    stage.widget.open = true;
    await thread(stage);
  },
};

let current: Stage | undefined;

/** Shows a state in place of the one before. */
export async function show(name: string): Promise<ChatWidget> {
  clear();
  const prepare = STATES[name];
  if (!prepare) throw new Error(`There is no state ${name}.`);
  const backed = backSession(ada);
  const widget = document.createElement('chat-widget');
  widget.mode = 'inline';
  widget.serverUrl = SERVER_URL;
  widget.userId = ada.id;
  widget.userName = ada.name;
  widget.presenceInterval = 0;
  // What is on its way to somewhere is not to be looked at.
  widget.style.setProperty('--chat-widget-duration', '0ms');
  current = { widget, backed };
  document.body.append(widget);
  await widget.updateComplete;
  await prepare(current);
  await afterPaint(3);
  return widget;
}

export function clear(): void {
  if (!current) return;
  const { widget, backed } = current;
  widget.remove();
  backed.lease.release({ linger: false });
  backed.platform.clock.pass(1000);
  current = undefined;
}
