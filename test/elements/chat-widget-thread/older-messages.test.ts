import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import { en } from '../../../src/localization/en.ts';
import type { Message, Room } from '../../../src/protocol/model.ts';
import type { HistoryPage } from '../../../src/store/actions.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { endAnimations } from '../../support/end-animations.ts';
import type { FakeSession } from '../../support/fake-session.ts';
import { ada, message, NOON, roomWith } from '../../support/fixtures.ts';
import { mount, part, textOf, type Mounted } from '../../support/mount.ts';
import {
  lineInView,
  messages,
  numbered,
  receive,
  rowsOf,
  scroll,
  scrollerOf,
  textsOf,
  timesAsked,
} from './thread-harness.ts';

/** A thread that is connected to a server with history. */
async function openWithHistory(
  shown: readonly Message[],
  room: Partial<Room> = {},
): Promise<Mounted<ChatWidgetThread>> {
  const mounted = await mount<ChatWidgetThread>(
    html`<chat-widget-thread lang="en-GB" style="height: 400px; width: 320px"></chat-widget-thread>`,
    (provider) => {
      provider.session.connect();
      provider.session.dispatch(
        { type: 'capabilities-announced', capabilities: ['history'] },
        { type: 'rooms-received', rooms: [roomWith(shown, room)] },
      );
      provider.activeRoomId = 'room-1';
    },
  );
  await afterPaint(3);
  return mounted;
}

const asked = (session: FakeSession): number => timesAsked(session, 'load-older');
const loading = (session: FakeSession): void => session.dispatch({ type: 'older-requested', roomId: 'room-1' });
const fail = (session: FakeSession, again = false): void =>
  session.dispatch({ type: 'older-failed', roomId: 'room-1', again });
function answer(
  session: FakeSession,
  page: readonly Message[],
  hasMore = true,
  place: HistoryPage['place'] = 'before',
): void {
  session.dispatch({ type: 'history-received', roomId: 'room-1', place, messages: page, hasMore });
}
const older = (element: ChatWidgetThread): HTMLElement => part(element, 'older');
async function shiftTab(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}
const announced = (element: ChatWidgetThread): string[] =>
  [...(element.shadowRoot?.querySelector('.announcer')?.children ?? [])].map(textOf);

describe('older messages in a thread', () => {
  it('move the line above what is new up to the first of it, page after page, though all is read meanwhile', async () => {
    const { element, session } = await openWithHistory(messages(50), { unreadCount: 130 });
    const firstNew = (): string => {
      const row = part(element, 'unread').nextElementSibling;
      return (row?.querySelector('.text')?.textContent ?? '').split(' ', 2).join(' ');
    };
    expect(firstNew()).to.equal('Message 0');
    session.dispatch({ type: 'room-read', roomId: 'room-1' });
    await receive(session, numbered(50));
    loading(session);
    answer(session, messages(50, -50));
    await afterPaint(3);
    await scroll(element, -scrollerOf(element).scrollTop);
    expect(firstNew()).to.equal('Message -50');
    loading(session);
    answer(session, messages(50, -100));
    await afterPaint(3);
    await scroll(element, -scrollerOf(element).scrollTop);
    expect(firstNew()).to.equal('Message -80');
  });

  describe('are asked for', () => {
    it('when the reader comes within a screen of the first one, and not before', async () => {
      const { element, session } = await openWithHistory(messages(50));
      expect(asked(session)).to.equal(0);
      scrollerOf(element).scrollTop = 900;
      await afterPaint(3);
      expect(asked(session)).to.equal(0);
      scrollerOf(element).scrollTop = 380;
      await afterPaint(3);
      expect(session.requests.filter(({ name }) => name === 'load-older')).to.deep.equal([
        { name: 'load-older', detail: { roomId: 'room-1' } },
      ]);
    });

    it('when the first ones do not fill the screen, page after page until they do', async () => {
      const { element, session } = await openWithHistory(messages(2));
      expect(asked(session)).to.equal(1);
      loading(session);
      answer(session, messages(2, -2));
      await afterPaint(3);
      expect(asked(session)).to.equal(2);
      loading(session);
      answer(session, messages(50, -52));
      await afterPaint(3);
      expect(asked(session)).to.equal(2);
      expect(textsOf(element).at(-1)).to.equal('Message 1');
    });

    it('when a room has no message at all, which looks like loading until the answer is there', async () => {
      const { element, session } = await openWithHistory([]);
      expect(asked(session)).to.equal(1);
      expect(part(element, 'state').part.contains('loading')).to.equal(true);
      loading(session);
      answer(session, [], false, 'newest');
      await afterPaint(2);
      expect(textOf(part(element, 'state'))).to.contain(en.noMessages);
      expect(asked(session)).to.equal(1);
    });

    it('once, however much the reader scrolls and whatever comes, until the answer is there', async () => {
      const { element, session } = await openWithHistory(messages(50));
      scrollerOf(element).scrollTop = 0;
      await afterPaint(2);
      loading(session);
      for (let index = 0; index < 10; index += 1) await scroll(element, index % 2 ? -60 : 60);
      await receive(session, numbered(50), numbered(51));
      expect(asked(session)).to.equal(1);
    });

    it('not again and again by a page that prevents it, or a server that says "more" and gives none', async () => {
      const { element, session } = await openWithHistory(messages(3));
      for (let index = 0; index < 5; index += 1) {
        loading(session);
        answer(session, []);
        await afterPaint(2);
        await scroll(element, -1);
      }
      expect(asked(session)).to.equal(1);
    });

    it('again on the next connection, when the answer was lost with the last one', async () => {
      const { session } = await openWithHistory(messages(3));
      loading(session);
      session.dispatch({ type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1 } });
      fail(session, true);
      await afterPaint(3);
      expect(asked(session)).to.equal(1);
      session.connect();
      await afterPaint(3);
      expect(asked(session)).to.equal(2);
    });

    const never: readonly [string, (mounted: Mounted<ChatWidgetThread>) => void][] = [
      ['while the thread is hidden', ({ element }) => (element.hidden = true)],
      ['while it cannot be seen', ({ element }) => element.style.setProperty('visibility', 'hidden')],
      ['without a connection', ({ session }) => session.dispatch({ type: 'connection-changed', connection: { status: 'offline', attempt: 1 } })],
      ['of a server without history', ({ session }) => session.dispatch({ type: 'capabilities-announced', capabilities: [] })],
    ]; // prettier-ignore
    for (const [when, make] of never) {
      it(`never ${when}`, async () => {
        const mounted = await openWithHistory(messages(50));
        make(mounted);
        await afterPaint(2);
        scrollerOf(mounted.element).scrollTop = 0;
        await receive(mounted.session, numbered(50));
        expect(asked(mounted.session)).to.equal(0);
      });
    }
  });

  describe('leave the line that is read where it is', () => {
    for (const top of [0, 20, 130, 390]) {
      it(`from the moment of asking to the last page, at ${top} pixels`, async () => {
        const { element, session } = await openWithHistory(messages(50));
        scrollerOf(element).scrollTop = top;
        await afterPaint(3);
        const line = lineInView(element);
        const edge = (): number => line.getBoundingClientRect().top - scrollerOf(element).getBoundingClientRect().top;
        const before = edge();
        const stays = async (what: string): Promise<void> => {
          for (let frame = 0; frame < 4; frame += 1) {
            await afterPaint();
            expect(Math.abs(edge() - before), what).to.be.at.most(1);
          }
        };
        loading(session);
        await stays('the loading row comes');
        fail(session);
        await stays('it fails');
        loading(session);
        await stays('it is asked again');
        answer(session, messages(50, -50));
        await stays('a page comes');
        loading(session);
        answer(session, messages(30, -80), false);
        await stays('the last page comes');
        expect(textsOf(element)).to.contain('Message -9');
      });
    }
  });

  describe('above the first message', () => {
    it('tells what is going on, to screen readers too, and that the conversation begins', async () => {
      const { element, session } = await openWithHistory(messages(3));
      loading(session);
      await afterPaint(2);
      const spinner = older(element).querySelector('[role=progressbar]');
      expect(spinner?.getAttribute('aria-label')).to.equal(en.loadingOlderMessages);
      await expect(element).to.be.accessible();
      fail(session);
      await afterPaint(2);
      expect(textOf(older(element))).to.equal(`${en.olderMessagesNotLoaded} ${en.retry}`);
      await expect(element).to.be.accessible();
      answer(session, messages(2, -2), false);
      await afterPaint(2);
      expect(textOf(older(element))).to.equal(en.conversationBegins);
      await expect(element).to.be.accessible();
    });

    it('is in view too when the first message is', async () => {
      const { element } = await openWithHistory(messages(3), { unreadCount: 3 });
      const margins = rowsOf(element).map((row) => parseFloat(getComputedStyle(row).scrollMarginTop));
      expect(margins[0]).to.be.at.least(older(element).offsetHeight);
      expect(margins.slice(1)).to.deep.equal([0, 0]);
    });

    it('has a button to try again', async () => {
      const { element, session } = await openWithHistory(messages(3));
      loading(session);
      fail(session);
      await afterPaint(2);
      const button = part(element, 'load-older');
      expect(button.getBoundingClientRect().height).to.be.at.least(24);
      button.click();
      expect(asked(session)).to.equal(2);
    });

    it('has the button where no message is there either', async () => {
      const { element, session } = await openWithHistory([]);
      loading(session);
      fail(session);
      await afterPaint(2);
      endAnimations(element);
      await expect(element).to.be.accessible();
      expect(textOf(part(element, 'state'))).to.equal(`${en.messagesNotLoaded} ${en.retry}`);
      part(element, 'load-older').click();
      expect(asked(session)).to.equal(2);
    });

    it('shows nothing for a server without history, which cannot tell where a conversation begins', async () => {
      const { element, session } = await openWithHistory(messages(3));
      session.dispatch({ type: 'capabilities-announced', capabilities: [] });
      await afterPaint(2);
      expect(element.shadowRoot?.querySelector('[part~=older]')).to.equal(null);
    });
  });

  describe('by the keyboard', () => {
    const focusedText = (element: ChatWidgetThread): string =>
      (element.shadowRoot?.activeElement?.querySelector('.text')?.textContent ?? '').split(' ', 2).join(' ');

    for (const key of ['ArrowUp', 'Home']) {
      it(`are asked for by ${key} at the first one, which keeps the focus`, async () => {
        const { element, session } = await openWithHistory(messages(3));
        loading(session);
        fail(session);
        await afterPaint(2);
        rowsOf(element)[0]?.focus();
        await sendKeys({ press: key });
        expect(asked(session)).to.equal(2);
        loading(session);
        answer(session, messages(50, -50));
        await afterPaint(3);
        expect(focusedText(element)).to.equal('Message 0');
        await sendKeys({ press: 'ArrowUp' });
        await afterPaint(3);
        expect(focusedText(element)).to.equal('Message -1');
      });
    }

    it('take the focus from the button that is gone to the first message', async () => {
      const { element, session } = await openWithHistory(messages(3));
      loading(session);
      fail(session);
      await afterPaint(2);
      part(element, 'load-older').focus();
      await sendKeys({ press: 'Enter' });
      loading(session);
      await afterPaint(2);
      expect(focusedText(element)).to.equal('Message 0');
    });

    it('let Shift+Tab go from a message to the button, and out', async () => {
      const { element, session } = await openWithHistory(messages(3));
      const before = document.createElement('button');
      element.before(before);
      loading(session);
      fail(session);
      await afterPaint(2);
      rowsOf(element)[2]?.focus();
      await shiftTab();
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'load-older'));
      await shiftTab();
      expect(document.activeElement).to.equal(before);
    });
  });

  describe('are spoken', () => {
    it('as a number, once, to whoever looks up, and never as new', async () => {
      const { element, session } = await openWithHistory(messages(50));
      scrollerOf(element).scrollTop = 0;
      await afterPaint(2);
      loading(session);
      await afterPaint(2);
      answer(session, messages(50, -50));
      await afterPaint(3);
      expect(announced(element)).to.deep.equal(['50 older messages loaded']);
    });

    it('not at all to whoever only opened the room, even an empty one with a message on its way', async () => {
      const { element, session } = await openWithHistory([]);
      loading(session);
      session.dispatch({
        type: 'message-queued',
        message: { ...message({ sender: ada, createdAt: NOON }), clientId: 'x' },
      });
      await afterPaint(2);
      endAnimations(element);
      answer(session, messages(50, -50), true, 'newest');
      await afterPaint(3);
      expect(rowsOf(element)).to.have.length(51);
      expect(announced(element)).to.deep.equal([]);
      expect(rowsOf(element).flatMap((row) => row.getAnimations())).to.deep.equal([]);
    });
  });
});

describe('a gap in a thread', () => {
  async function openWithGap(): Promise<Mounted<ChatWidgetThread>> {
    const mounted = await openWithHistory(messages(3));
    mounted.session.dispatch({ type: 'capabilities-announced', capabilities: [] });
    mounted.session.dispatch({ type: 'connection-changed', connection: { status: 'reconnecting', attempt: 1 } });
    mounted.session.connect();
    await afterPaint(2);
    return mounted;
  }
  const gap = (element: ChatWidgetThread): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector('[part=gap]');

  it('is marked between the messages where some may be missing, once a newer one is there', async () => {
    const { element, session } = await openWithGap();
    session.dispatch({
      type: 'message-queued',
      message: { ...message({ sender: ada, createdAt: NOON + 9e6 }), clientId: 'x' },
    });
    await afterPaint(2);
    expect(gap(element)).to.equal(null);
    await receive(session, numbered(5));
    expect(textOf(gap(element))).to.equal(en.messagesMayBeMissing);
    expect(gap(element)?.previousElementSibling).to.equal(rowsOf(element)[2]);
    expect(gap(element)?.nextElementSibling).to.equal(rowsOf(element)[3]);
    expect(rowsOf(element)[3]?.classList.contains('continued')).to.equal(false);
    endAnimations(element);
    await expect(element).to.be.accessible();
  });

  it('is not shown while a server with history may still tell what was there', async () => {
    const { element, session } = await openWithGap();
    session.dispatch({ type: 'capabilities-announced', capabilities: ['history'] });
    await receive(session, numbered(5));
    expect(gap(element)?.checkVisibility()).to.equal(false);
    for (const animation of gap(element)?.getAnimations() ?? []) animation.finish();
    expect(gap(element)?.checkVisibility()).to.equal(true);
  });
});
