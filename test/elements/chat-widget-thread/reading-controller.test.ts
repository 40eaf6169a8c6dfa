import { expect } from '@open-wc/testing';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { room } from '../../support/fixtures.ts';
import { setPageVisible } from '../../support/page-visibility.ts';
import { messages, numbered, openThread, receive, scroll, timesAsked } from './thread-harness.ts';

/** Intersections are told after a frame. */
const SETTLED = 4;

/** Somewhere that no part of the thread is seen. */
const HIDING: readonly [how: string, hide: (thread: ChatWidgetThread) => void, show: (thread: ChatWidgetThread) => void][] =
  [
    ['hidden', (thread) => (thread.hidden = true), (thread) => (thread.hidden = false)],
    ['transparent', (thread) => (thread.style.opacity = '0'), (thread) => (thread.style.opacity = '')],
    ['invisible', (thread) => (thread.style.visibility = 'hidden'), (thread) => (thread.style.visibility = '')],
    ['off screen', (thread) => (thread.style.marginTop = '3000px'), (thread) => (thread.style.marginTop = '')],
    [
      'clipped by a box around it',
      (thread) => thread.parentElement?.setAttribute('style', 'height: 100px; overflow: hidden'),
      (thread) => thread.parentElement?.removeAttribute('style'),
    ],
    ['on a page in the background', () => setPageVisible(false), () => setPageVisible(true)],
  ]; // prettier-ignore

describe('a thread that is read', () => {
  afterEach(() => {
    setPageVisible(true);
  });

  it('says so once when it opens at its end', async () => {
    const { session } = await openThread(messages(10), { unreadCount: 2 });
    await afterPaint(SETTLED);
    expect(session.requests).to.deep.equal([{ name: 'read-room', detail: { roomId: 'room-1' } }]);
  });

  it('does not ask when nothing is unread', async () => {
    const { session } = await openThread(messages(10));
    await afterPaint(SETTLED);
    expect(session.requests).to.deep.equal([]);
  });

  it('says so for each message that arrives in view', async () => {
    const { session } = await openThread(messages(10));
    for (const number of [10, 11]) {
      await receive(session, numbered(number));
      session.dispatch({ type: 'room-read', roomId: 'room-1' });
      await afterPaint(SETTLED);
    }
    expect(timesAsked(session, 'read-room')).to.equal(2);
  });

  it('does not ask again and again when the page prevents it', async () => {
    const { element, session } = await openThread(messages(10), { unreadCount: 2 });
    for (let index = 0; index < 5; index += 1) {
      element.requestUpdate();
      await afterPaint();
    }
    expect(timesAsked(session, 'read-room')).to.equal(1);
  });

  it('is not read while the reader is up in it, and is when they come down', async () => {
    const { element, session } = await openThread(messages(300), { unreadCount: 100 });
    await afterPaint(SETTLED);
    await scroll(element, 800);
    expect(timesAsked(session, 'read-room')).to.equal(0);
    for (let index = 0; index < 30; index += 1) await scroll(element, 2000);
    await afterPaint(SETTLED);
    expect(timesAsked(session, 'read-room')).to.equal(1);
  }).timeout(10_000);

  for (const [how, hide, show] of HIDING) {
    it(`is not read while it is ${how}, and is afterwards`, async () => {
      const { element, session } = await openThread(messages(10));
      hide(element);
      await afterPaint(SETTLED);
      await receive(session, numbered(10));
      await afterPaint(SETTLED);
      expect(timesAsked(session, 'read-room')).to.equal(0);
      show(element);
      // What only a style changed is noticed at the next occasion.
      element.requestUpdate();
      await afterPaint(SETTLED);
      expect(timesAsked(session, 'read-room')).to.equal(1);
    });
  }

  it('is not read because the end of the room before it was in view', async () => {
    const { provider, session } = await openThread(messages(10));
    await afterPaint(SETTLED);
    const others = messages(200).map((one) => ({ ...one, roomId: 'room-2', id: `b${one.id}` }));
    session.dispatch({
      type: 'room-added',
      room: { room: room({ id: 'room-2', unreadCount: 150 }), messages: others },
    });
    provider.activeRoomId = 'room-2';
    await afterPaint(SETTLED);
    expect(timesAsked(session, 'read-room')).to.equal(0);
  });

  it('is not read once it is removed', async () => {
    const { element, session } = await openThread(messages(10));
    element.remove();
    session.dispatch({ type: 'messages-received', messages: [numbered(10)] });
    setPageVisible(true);
    await afterPaint(SETTLED);
    expect(timesAsked(session, 'read-room')).to.equal(0);
  });
});
