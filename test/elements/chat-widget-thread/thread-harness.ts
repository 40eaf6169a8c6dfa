import { html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import type { Message, Room } from '../../../src/protocol/model.ts';
import type { RequestName } from '../../../src/session/requests.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { grace, message, NOON, roomWith } from '../../support/fixtures.ts';
import type { FakeSession } from '../../support/fake-session.ts';
import { mount, part, type Mounted } from '../../support/mount.ts';

/** Messages by Grace, one a minute, named by their number from `from` on. */
export function messages(count: number, from = 0): Message[] {
  return Array.from({ length: count }, (_, index) => numbered(from + index));
}

export function numbered(number: number, changes: Partial<Message> = {}): Message {
  return message({
    id: `m${String(number + 500_000).padStart(7, '0')}`,
    body: `Message ${number} ${'lorem ipsum '.repeat(Math.abs(number * 7) % 11)}`,
    sender: grace,
    createdAt: NOON + number * 60_000,
    ...changes,
  });
}

/** A thread in a view of 320 × 400 pixels, with its room open. */
export async function openThread(
  shown: readonly Message[],
  room: Partial<Room> = {},
): Promise<Mounted<ChatWidgetThread>> {
  const mounted = await mount<ChatWidgetThread>(
    html`<chat-widget-thread lang="en-GB" style="height: 400px; width: 320px"></chat-widget-thread>`,
    (provider) => {
      provider.session.dispatch({ type: 'rooms-received', rooms: [roomWith(shown, room)] });
      provider.activeRoomId = 'room-1';
    },
  );
  await afterPaint(3);
  return mounted;
}

export const scrollerOf = (thread: ChatWidgetThread): HTMLElement => part(thread, 'scroller');

export function rowsOf(thread: ChatWidgetThread): HTMLElement[] {
  return [...(thread.shadowRoot?.querySelectorAll<HTMLElement>('.message') ?? [])];
}

/** What the rows say, up to their second word. */
export function textsOf(thread: ChatWidgetThread): string[] {
  return rowsOf(thread).map((row) => (row.querySelector('.text')?.textContent ?? '').split(' ', 2).join(' '));
}

export function distanceToEnd(thread: ChatWidgetThread): number {
  const { scrollHeight, scrollTop, clientHeight } = scrollerOf(thread);
  return scrollHeight - scrollTop - clientHeight;
}

export async function scroll(thread: ChatWidgetThread, by: number): Promise<void> {
  scrollerOf(thread).scrollTop += by;
  await afterPaint(3);
}

export async function receive(session: FakeSession, ...received: Message[]): Promise<void> {
  session.dispatch({ type: 'messages-received', messages: received });
  await afterPaint(2);
}

export function timesAsked(session: FakeSession, name: RequestName): number {
  return session.requests.filter((request) => request.name === name).length;
}

/** The first row that begins in the view. */
export function lineInView(thread: ChatWidgetThread): HTMLElement {
  const edge = scrollerOf(thread).getBoundingClientRect().top;
  const line = rowsOf(thread).find((row) => row.getBoundingClientRect().top >= edge);
  if (!line) throw new Error('No row begins in the view.');
  return line;
}
