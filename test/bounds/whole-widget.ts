import { fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-widget/chat-widget.ts';
import '../../src/elements/chat-widget/panel.ts';
import type { ChatWidget } from '../../src/elements/chat-widget/chat-widget.ts';
import type { User } from '../../src/protocol/model.ts';
import { afterPaint } from '../support/after-paint.ts';
import { backSession, SERVER_URL, type Backed } from '../support/backed-session.ts';
import { ada, grace, linus, NOON } from '../support/fixtures.ts';
import { inner } from '../support/mount.ts';

const wire = ({ id, name, email }: User) => ({ user_id: id, email, name });

/** What the server says of a message by Grace; one a minute. */
export function wireMessage(number: number, room = 'room-0'): Record<string, unknown> {
  return {
    id: `${room} ${String(number + 1_000_000)}`,
    room,
    message_body: `Message ${number} ${'lorem ipsum '.repeat(Math.abs(number * 7) % 11)}`,
    type: 'USER_TEXT_MESSAGE',
    user: wire(grace),
    created_at: NOON + number * 60_000,
  };
}

function wireRoom(number: number, messages: number): Record<string, unknown> {
  const id = `room-${number}`;
  return {
    room_id: id,
    name: `Room ${number}`,
    is_group: true,
    participants: [ada, grace, linus].map(wire),
    updated_at: NOON - number * 1000,
    messages: Array.from({ length: messages }, (_, index) => wireMessage(index, id)),
  };
}

export interface WholeWidget extends Backed {
  readonly widget: ChatWidget;
  readonly receive: (...numbers: readonly number[]) => void;
  readonly end: () => void;
}

/** The whole widget on a page, online, with the first of its rooms open; nothing in it is animated. */
export async function wholeWidget({ rooms = 1, messages = 0 }): Promise<WholeWidget> {
  const backed = backSession(ada);
  const { connection, lease, platform } = backed;
  const widget = await fixture<ChatWidget>(
    html`<chat-widget
      mode="inline"
      room="room-0"
      server-url=${SERVER_URL}
      user-id=${ada.id}
      user-name=${ada.name}
      style="--chat-widget-duration: 0ms; height: 600px; width: 800px"
    ></chat-widget>`,
  );
  connection.connect();
  connection.receive(
    'set_chats',
    Array.from({ length: rooms }, (_, number) => wireRoom(number, number === 0 ? messages : 1)),
  );
  await afterPaint(6);
  return {
    ...backed,
    widget,
    receive: (...numbers) => {
      for (const number of numbers) connection.receive('message_broadcast', wireMessage(number));
    },
    end: () => {
      lease.release({ linger: false });
      platform.clock.pass(400);
    },
  };
}

export function scrollerIn(widget: ChatWidget): HTMLElement {
  const scroller = inner(widget, 'chat-widget-thread').shadowRoot?.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('There is no thread.');
  return scroller;
}

export function rowsIn(widget: ChatWidget): HTMLElement[] {
  return [...scrollerIn(widget).querySelectorAll<HTMLElement>('.message')];
}

/** The first message that begins in view. */
export function lineIn(widget: ChatWidget): HTMLElement {
  const edge = scrollerIn(widget).getBoundingClientRect().top;
  const line = rowsIn(widget).find((row) => row.getBoundingClientRect().top >= edge);
  if (!line) throw new Error('No message begins in view.');
  return line;
}
