import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import type { ChatWidgetThread } from '../../../src/elements/chat-widget-thread/chat-widget-thread.ts';
import { en } from '../../../src/localization/en.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { endAnimations } from '../../support/end-animations.ts';
import { ada, grace, linus, message, NOON, room, roomWith } from '../../support/fixtures.ts';
import type { FakeSession } from '../../support/fake-session.ts';
import { mount, part, textOf } from '../../support/mount.ts';
import {
  distanceToEnd,
  lineInView,
  messages,
  numbered,
  openThread,
  receive,
  rowsOf,
  scroll,
  scrollerOf,
  textsOf,
} from './thread-harness.ts';

const thread = html`<chat-widget-thread style="height: 400px; width: 320px"></chat-widget-thread>`;
const state = (element: ChatWidgetThread): HTMLElement => part(element, 'state');
const maybePart = (element: ChatWidgetThread, name: string): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector(`[part~="${name}"]`);
const announced = (element: ChatWidgetThread): string[] =>
  [...(element.shadowRoot?.querySelector('.announcer')?.children ?? [])].map(textOf);

function send(session: FakeSession, key: string, body: string, createdAt = NOON + 9e6): void {
  const own = { ...message({ id: key, body, sender: ada, createdAt }), clientId: key };
  session.dispatch({ type: 'message-queued', message: own });
}

describe('chat-widget-thread', () => {
  describe('accessibility', () => {
    for (const theme of ['light', 'dark']) {
      it(`is accessible with everything in it, ${theme}`, async () => {
        const { element, provider, session } = await openThread(messages(12), { unreadCount: 9 });
        provider.setAttribute('theme', theme);
        send(session, 'x', 'https://example.org');
        send(session, 'y', 'two');
        session.dispatch({ type: 'message-failed', roomId: 'room-1', key: 'y', failure: { message: 'too long' } });
        await receive(session, numbered(12, { sender: linus, type: 'POLL' }));
        await scroll(element, -300);
        endAnimations(element);
        await expect(element).to.be.accessible();
      });
    }

    it('is accessible while loading, empty and without a room', async () => {
      const { element, provider, session } = await mount<ChatWidgetThread>(thread);
      endAnimations(element);
      await expect(element).to.be.accessible();
      provider.activeRoomId = 'room-1';
      await afterPaint(2);
      endAnimations(element);
      await expect(element).to.be.accessible();
      session.dispatch({ type: 'rooms-received', rooms: [roomWith()] });
      await afterPaint(2);
      endAnimations(element);
      await expect(element).to.be.accessible();
    });

    it('is a log that is not live: each arrival would have all of it read again', async () => {
      const { element } = await openThread(messages(3));
      expect(scrollerOf(element).getAttribute('role')).to.equal('log');
      expect(scrollerOf(element).getAttribute('aria-live')).to.equal('off');
      expect(scrollerOf(element).getAttribute('aria-label')).to.equal('Messages in Analytical engine');
      expect(scrollerOf(element).querySelector('[aria-live=polite]')).to.equal(null);
    });
  });

  describe('without messages', () => {
    it('says that no room is open', async () => {
      const { element } = await mount<ChatWidgetThread>(thread);
      expect(textOf(state(element))).to.contain(en.noRoomOpen);
    });

    it('shows that messages load until the rooms are there', async () => {
      const { element, provider, session } = await mount<ChatWidgetThread>(thread);
      provider.activeRoomId = 'room-1';
      await afterPaint(2);
      expect(state(element).getAttribute('part')).to.equal('state loading');
      expect(textOf(state(element))).to.equal(en.loadingMessages);
      session.dispatch({ type: 'rooms-received', rooms: [roomWith(messages(3))] });
      await afterPaint(2);
      expect(maybePart(element, 'state')).to.equal(null);
      expect(rowsOf(element)).to.have.length(3);
    });

    it('invites to write in an empty room', async () => {
      const { element } = await openThread([]);
      expect(textOf(state(element))).to.equal(`${en.noMessages} ${en.noMessagesHint}`);
      expect(scrollerOf(element).checkVisibility()).to.equal(false);
    });

    it('says that no room is open when the open one is gone', async () => {
      const { element, session } = await openThread([]);
      session.dispatch({ type: 'rooms-received', rooms: [] });
      await afterPaint(2);
      expect(textOf(state(element))).to.contain(en.noRoomOpen);
    });

    it('has slots for other words', async () => {
      const { element, provider } = await mount<ChatWidgetThread>(
        html`<chat-widget-thread
          ><p slot="empty">Ask us</p>
          <p slot="no-room">Choose</p></chat-widget-thread
        >`,
        ({ session }) => {
          session.dispatch({ type: 'rooms-received', rooms: [roomWith()] });
        },
      );
      const isShown = (name: string): boolean => element.querySelector(`[slot=${name}]`)?.checkVisibility() ?? false;
      expect([isShown('empty'), isShown('no-room')]).to.deep.equal([false, true]);
      provider.activeRoomId = 'room-1';
      await afterPaint(2);
      expect([isShown('empty'), isShown('no-room')]).to.deep.equal([true, false]);
    });
  });

  describe('rows', () => {
    it('shows the messages in order, each with its own side, name and group', async () => {
      const { element } = await openThread([
        numbered(0),
        numbered(1),
        numbered(2, { sender: ada }),
        numbered(3, { sender: linus }),
      ]);
      expect(rowsOf(element).map((row) => row.getAttribute('part'))).to.deep.equal([
        'message group sent',
        'message continued group sent',
        'message own group sent',
        'message group sent',
      ]);
      const authors = [...(element.shadowRoot?.querySelectorAll('[part=author]') ?? [])].map(textOf);
      expect(authors).to.deep.equal(['Grace Hopper', 'Linus Pauling']);
      expect(element.shadowRoot?.querySelectorAll('[part=avatar]')).to.have.length(2);
    });

    it('shows no names in a room of two', async () => {
      const { element } = await openThread(messages(2), { isGroup: false, participants: [ada, grace] });
      expect(maybePart(element, 'author')).to.equal(null);
      expect(maybePart(element, 'avatar')).to.equal(null);
    });

    it('shows the time at the end of a group only, whatever comes behind it', async () => {
      const { element, session } = await openThread(messages(2));
      const opacities = (): string[] =>
        rowsOf(element).map((row) => getComputedStyle(row.querySelector('.meta') ?? row).opacity);
      expect(opacities()).to.deep.equal(['0', '1']);
      await receive(session, numbered(2, { sender: linus }), numbered(3, { sender: linus }));
      endAnimations(element);
      expect(opacities()).to.deep.equal(['0', '1', '0', '1']);
    });

    it('has a line above the first message of each day', async () => {
      const { element } = await openThread([numbered(0), numbered(1), numbered(60 * 24 * 2)]);
      const days = [...(element.shadowRoot?.querySelectorAll('[part=day]') ?? [])];
      expect(days).to.have.length(2);
      expect(days[1]?.nextElementSibling).to.equal(rowsOf(element)[2]);
      expect(days[1]?.querySelector('chat-widget-timestamp')?.format).to.equal('day');
    });

    it('takes the room of its attribute before that of the provider', async () => {
      const { element, session } = await openThread(messages(2));
      const other = { ...message({ id: 'other', body: 'Elsewhere' }), roomId: 'room-2' };
      session.dispatch({ type: 'room-added', room: { room: room({ id: 'room-2' }), messages: [other] } });
      element.room = 'room-2';
      await afterPaint(2);
      expect(textsOf(element)).to.deep.equal(['Elsewhere']);
    });
  });

  describe('the first unread message', () => {
    it('is marked and shown in the upper part, with how many there are', async () => {
      const { element } = await openThread(messages(200), { unreadCount: 40 });
      const line = part(element, 'unread');
      expect(textOf(line)).to.equal(en.newMessagesHere);
      expect(line.nextElementSibling?.textContent).to.contain('Message 160');
      const offset = line.getBoundingClientRect().top - element.getBoundingClientRect().top;
      expect(offset).to.be.within(0, 150);
      expect(textOf(part(element, 'jump'))).to.equal('40 new');
      expect(part(element, 'jump').getAttribute('aria-label')).to.equal('40 new messages');
    });

    it('stays marked when all is read and more arrives, until the room is left', async () => {
      const { element, provider, session } = await openThread(messages(20), { unreadCount: 1 });
      session.dispatch({ type: 'room-read', roomId: 'room-1' });
      await receive(session, numbered(20));
      expect(part(element, 'unread').nextElementSibling?.textContent).to.contain('Message 19');
      session.dispatch({ type: 'room-read', roomId: 'room-1' });
      provider.activeRoomId = undefined;
      await afterPaint(2);
      provider.activeRoomId = 'room-1';
      await afterPaint(2);
      expect(maybePart(element, 'unread')).to.equal(null);
      expect(distanceToEnd(element)).to.be.within(0, 1);
    });

    it('is not marked for what arrives while the person is here', async () => {
      const { element, session } = await openThread(messages(20));
      await receive(session, numbered(20));
      expect(maybePart(element, 'unread')).to.equal(null);
    });

    it('is marked anew when the person comes back to the thread', async () => {
      const { element, session } = await openThread(messages(100));
      element.hidden = true;
      await afterPaint(2);
      session.dispatch({ type: 'messages-received', messages: messages(30, 100) });
      await afterPaint(2);
      element.hidden = false;
      await afterPaint(3);
      expect(part(element, 'unread').nextElementSibling?.textContent).to.contain('Message 100');
      const line = part(element, 'unread').getBoundingClientRect();
      expect(line.top - element.getBoundingClientRect().top).to.be.within(0, 150);
    });
  });

  describe('scrolling', () => {
    it('opens at the end and follows what arrives', async () => {
      const { element, session } = await openThread(messages(300));
      expect(distanceToEnd(element)).to.be.within(0, 1);
      expect(maybePart(element, 'jump')).to.equal(null);
      for (let number = 300; number < 320; number += 1) {
        await receive(session, numbered(number));
        expect(distanceToEnd(element)).to.be.within(0, 1);
      }
      expect(textsOf(element).at(-1)).to.equal('Message 319');
    });

    const changes: readonly [what: string, change: (session: FakeSession, element: ChatWidgetThread) => void][] = [
      ['older ones come', (session) => session.dispatch({ type: 'messages-received', messages: messages(50, -50) })],
      ['newer ones come', (session) => session.dispatch({ type: 'messages-received', messages: messages(50, 300) })],
      ['a late one comes above', (session) => session.dispatch({ type: 'messages-received', messages: [numbered(250.5)] })],
      ['one above changes', (session) => session.dispatch({ type: 'messages-received', messages: [numbered(262, { body: 'edited '.repeat(90) })] })],
      ['the width changes', (_, element) => element.style.setProperty('width', '240px')],
      ['a keyboard opens', (_, element) => element.style.setProperty('height', '220px')],
      ['a banner takes its place above', (_, element) => banner(element)],
    ]; // prettier-ignore
    for (const [what, change] of changes) {
      it(`does not move the line that is read when ${what}`, async () => {
        const { element, session } = await openThread(messages(300));
        await scroll(element, -1500);
        const line = lineInView(element);
        const edge = (): number => line.getBoundingClientRect().top - scrollerOf(element).getBoundingClientRect().top;
        const before = edge();
        change(session, element);
        for (let frame = 0; frame < 5; frame += 1) {
          await afterPaint();
          expect(Math.abs(edge() - before)).to.be.at.most(1);
        }
        expect(part(element, 'jump')).to.exist;
      });
    }

    it('leads to the end by a button, which tells how much is new', async () => {
      const { element, session } = await openThread(messages(300));
      await scroll(element, -1500);
      expect(part(element, 'jump').getAttribute('aria-label')).to.equal(en.jumpToLatest);
      await receive(session, ...messages(3, 300));
      expect(textOf(part(element, 'jump'))).to.equal('3 new');
      part(element, 'jump').click();
      await afterPaint(3);
      expect(distanceToEnd(element)).to.be.within(0, 1);
      expect(textsOf(element).at(-1)).to.equal('Message 302');
      expect(maybePart(element, 'jump')).to.equal(null);
    });

    it('goes to the end when the person sends something', async () => {
      const { element, session } = await openThread(messages(300));
      await scroll(element, -1500);
      send(session, 'x', 'Mine');
      await afterPaint(3);
      expect(distanceToEnd(element)).to.be.within(0, 1);
      expect(textsOf(element).at(-1)).to.equal('Mine');
    });

    it('begins anew in another room', async () => {
      const { element, provider, session } = await openThread(messages(300));
      const others = messages(100).map((one) => ({ ...one, roomId: 'room-2', id: `b${one.id}` }));
      session.dispatch({
        type: 'room-added',
        room: { room: room({ id: 'room-2', unreadCount: 0 }), messages: others },
      });
      await scroll(element, -1500);
      provider.activeRoomId = 'room-2';
      await afterPaint(3);
      expect(distanceToEnd(element)).to.be.within(0, 1);
      expect(textsOf(element).at(-1)).to.equal('Message 99');
    });
  });

  describe('cost', () => {
    it('keeps the number of elements whatever the length of the room', async () => {
      const { element, session } = await openThread(messages(100_000));
      const count = (): number => element.shadowRoot?.querySelectorAll('*').length ?? 0;
      expect(rowsOf(element)).to.have.length(60);
      expect(count()).to.be.below(500);
      for (let index = 0; index < 20; index += 1) await scroll(element, -5000);
      expect(rowsOf(element).length).to.be.within(60, 240);
      expect(count()).to.be.below(2500);
      await receive(session, numbered(100_000));
      expect(rowsOf(element).length).to.be.within(60, 240);
    }).timeout(20_000);

    it('renders one row for one message, and touches no other', async () => {
      const { element, session } = await openThread(messages(30));
      const before = rowsOf(element);
      const records = await mutations(element, () => receive(session, numbered(30)));
      const after = rowsOf(element);
      expect(after.slice(0, -1)).to.deep.equal(before);
      const content = after[0]?.parentElement;
      for (const { target, type } of records) {
        expect(target === content && type === 'childList', `${type} of ${target.nodeName}`).to.equal(true);
      }
    });

    it('makes the template of one row for one message', async () => {
      const { element, provider, session } = await openThread(messages(30));
      let made = 0;
      provider.strings = {
        messageBy: (author) => {
          made += 1;
          return author;
        },
      };
      await afterPaint(2);
      made = 0;
      await receive(session, numbered(30));
      expect(rowsOf(element)).to.have.length(31);
      expect(made).to.equal(1);
    });

    it('renders one row when one own message is confirmed', async () => {
      const { element, session } = await openThread(messages(30));
      send(session, 'x', 'Mine');
      await afterPaint(2);
      const own = rowsOf(element).at(-1);
      const records = await mutations(element, () =>
        receive(session, message({ id: 'saved', body: 'Mine', sender: ada, clientId: 'x', createdAt: NOON + 9e6 })),
      );
      expect(rowsOf(element).at(-1)).to.equal(own);
      expect(records.length).to.be.greaterThan(0);
      for (const { target } of records) expect(own?.contains(target), target.nodeName).to.equal(true);
    });

    it('renders once for all that a frame brings', async () => {
      const { element, session } = await openThread(messages(30));
      const renders = rendersOf(element);
      for (const one of messages(200, 30)) session.dispatch({ type: 'messages-received', messages: [one] });
      await afterPaint(2);
      expect(renders()).to.equal(1);
      expect(textsOf(element).at(-1)).to.equal('Message 229');
    });

    it('renders nothing for another room, a presence or a draft', async () => {
      const { element, session } = await openThread(messages(30));
      const renders = rendersOf(element);
      session.dispatch(
        { type: 'messages-received', messages: [message({ roomId: 'room-2' })] },
        { type: 'presence-received', users: [grace] },
        { type: 'draft-changed', roomId: 'room-1', text: 'Hi' },
        { type: 'typing-started', roomId: 'room-1', user: grace },
      );
      await afterPaint(2);
      expect(renders()).to.equal(0);
    });

    it('renders nothing while it is hidden, and all at once when it is shown', async () => {
      const { element, session } = await openThread(messages(30));
      element.hidden = true;
      await afterPaint(2);
      const renders = rendersOf(element);
      for (const one of messages(50, 30)) await receive(session, one);
      expect(renders()).to.equal(0);
      element.hidden = false;
      await afterPaint(3);
      expect(renders()).to.be.within(1, 3);
      expect(rowsOf(element).length).to.be.greaterThan(30);
    });
  });

  describe('announcements', () => {
    it('say who wrote what, outside the transcript', async () => {
      const { element, session } = await openThread(messages(3));
      expect(announced(element)).to.deep.equal([]);
      await receive(session, numbered(3, { body: 'Hello there', sender: linus }));
      expect(announced(element)).to.deep.equal(['Linus Pauling: Hello there']);
      expect(element.shadowRoot?.querySelector('.announcer')?.getAttribute('aria-live')).to.equal('polite');
    });

    it('sum up a burst', async () => {
      const { element, session } = await openThread(messages(3));
      await receive(session, ...messages(5, 3));
      expect(announced(element)).to.deep.equal(['5 new messages']);
    });

    it('never repeat what was there: on opening, on an echo, on older history', async () => {
      const { element, provider, session } = await openThread(messages(3));
      send(session, 'x', 'Mine');
      await receive(session, message({ body: 'Mine', sender: ada, clientId: 'x', createdAt: NOON + 9e6 }));
      await receive(session, ...messages(50, -50));
      provider.activeRoomId = undefined;
      await afterPaint(2);
      provider.activeRoomId = 'room-1';
      await afterPaint(2);
      expect(announced(element)).to.deep.equal([]);
    });

    it('tell that a message was not sent', async () => {
      const { element, session } = await openThread(messages(3));
      send(session, 'x', 'Mine');
      await afterPaint(2);
      session.dispatch({ type: 'message-failed', roomId: 'room-1', key: 'x', failure: { message: 'too long' } });
      await afterPaint(2);
      expect(announced(element)).to.deep.equal(['Not sent: too long']);
    });

    it('name an unknown type, and cut a long text', async () => {
      const { element, session } = await openThread(messages(3));
      await receive(session, numbered(3, { type: 'POLL' }), numbered(4, { body: 'x'.repeat(5000) }));
      expect(announced(element)[0]).to.equal('Grace Hopper: This message (POLL) cannot be shown here');
      expect(announced(element)[1]?.length).to.be.below(400);
    });
  });

  it('moves an arriving row gently, and no row that only comes back into the window', async () => {
    const { element, session } = await openThread(messages(300));
    await receive(session, numbered(300));
    expect(rowsOf(element).map((row) => row.getAnimations().length)).to.deep.equal([...Array<number>(59).fill(0), 1]);
    endAnimations(element);
    await scroll(element, -2000);
    await scroll(element, 1900);
    expect(rowsOf(element).flatMap((row) => row.getAnimations())).to.deep.equal([]);
  });
});

function banner(element: ChatWidgetThread): void {
  const strip = document.createElement('div');
  strip.style.height = '60px';
  element.before(strip);
  element.style.height = '340px';
}

/** What changes in the transcript while something happens. */
async function mutations(element: ChatWidgetThread, happen: () => Promise<void>): Promise<MutationRecord[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((some) => records.push(...some));
  observer.observe(scrollerOf(element), { subtree: true, childList: true, attributes: true, characterData: true });
  await happen();
  observer.disconnect();
  return records;
}

/** Counts the renders from now on. */
function rendersOf(element: ChatWidgetThread): () => number {
  let count = 0;
  element.addController({
    hostUpdated: () => {
      count += 1;
    },
  });
  return () => count;
}
