import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/chat-widget-room-dialog/chat-widget-room-dialog.ts';
import '../../../src/elements/chat-widget-room-list/chat-widget-room-list.ts';
import type { ChatWidgetRoomList } from '../../../src/elements/chat-widget-room-list/chat-widget-room-list.ts';
import type { ChatWidgetRoom } from '../../../src/elements/chat-widget-room/chat-widget-room.ts';
import type { RoomWithMessages } from '../../../src/protocol/model.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { message, NOON, roomWith } from '../../support/fixtures.ts';
import { mount, type Mounted, part, textOf } from '../../support/mount.ts';

const list = html`<chat-widget-room-list></chat-widget-room-list>`;

/** Rooms named so, the first one active last. */
function rooms(...names: string[]): RoomWithMessages[] {
  return names.map((name, index) => roomWith([], { id: `id-${name}`, name, updatedAt: NOON - index * 1000 }));
}

const many = (count: number): RoomWithMessages[] =>
  rooms(...Array.from({ length: count }, (_, index) => `Room ${index}`));

async function mountWith(told: readonly RoomWithMessages[] | undefined): Promise<Mounted<ChatWidgetRoomList>> {
  const mounted = await mount<ChatWidgetRoomList>(list, ({ session }) => {
    session.connect();
    if (told) session.dispatch({ type: 'rooms-received', rooms: told });
  });
  mounted.element.style.height = '480px';
  await afterPaint();
  await settled(mounted.element);
  return mounted;
}

function rowsOf(element: ChatWidgetRoomList): ChatWidgetRoom[] {
  return [...(element.shadowRoot?.querySelectorAll('chat-widget-room') ?? [])];
}

async function settled(element: ChatWidgetRoomList): Promise<void> {
  await element.updateComplete;
  await Promise.all(rowsOf(element).map(({ updateComplete }) => updateComplete));
}

const titles = (element: ChatWidgetRoomList): string[] => rowsOf(element).map((row) => textOf(part(row, 'title')));
const focused = (element: ChatWidgetRoomList): string | undefined =>
  (element.shadowRoot?.activeElement as ChatWidgetRoom | null)?.roomId;
/** The box around the list, or around what stands in its place. */
const scroller = (element: ChatWidgetRoomList): HTMLElement => part(element, 'scroller');

async function press(element: ChatWidgetRoomList, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await settled(element);
  }
}

async function filterBy(element: ChatWidgetRoomList, query: string): Promise<void> {
  const field = part(element, 'filter') as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new InputEvent('input'));
  await settled(element);
}

describe('chat-widget-room-list', () => {
  describe('accessibility', () => {
    it('is accessible with rooms, without, while loading and with no match', async () => {
      const { element } = await mountWith(many(8));
      await expect(element).to.be.accessible();
      await filterBy(element, 'nothing like it');
      await expect(element).to.be.accessible();
      await expect((await mountWith([])).element).to.be.accessible();
      await expect((await mountWith(undefined)).element).to.be.accessible();
    });

    it('is a list that tells how long it is and where each row stands', async () => {
      const { element } = await mountWith(rooms('A', 'B'));
      expect(part(element, 'list').getAttribute('aria-label')).to.equal('Conversations');
      const items = [...(element.shadowRoot?.querySelectorAll('li') ?? [])];
      expect(items.map((item) => [item.ariaPosInSet, item.ariaSetSize])).to.eql([
        ['1', '2'],
        ['2', '2'],
      ]);
    });
  });

  describe('what it shows', () => {
    it('shows the rooms, most recently active first, and moves the one in which something happens', async () => {
      const { element, session } = await mountWith(rooms('First', 'Second', 'Third'));
      expect(titles(element)).to.eql(['First', 'Second', 'Third']);
      session.dispatch({
        type: 'messages-received',
        messages: [message({ roomId: 'id-Third', createdAt: NOON + 5000 })],
      });
      await settled(element);
      expect(titles(element)).to.eql(['Third', 'First', 'Second']);
    });

    it('renders one row for one message', async () => {
      const { element, session } = await mountWith(rooms('First', 'Second', 'Third'));
      const rendered: string[] = [];
      for (const row of rowsOf(element)) {
        row.addController({ hostUpdated: () => rendered.push(row.roomId) });
      }
      session.dispatch({
        type: 'messages-received',
        messages: [message({ roomId: 'id-First', createdAt: NOON + 5000 })],
      });
      await settled(element);
      expect(rendered).to.eql(['id-First']);
    });

    it('has a heading, which the page may name or replace', async () => {
      const { element } = await mountWith([]);
      expect(textOf(part(element, 'header').querySelector('h2'))).to.equal('Conversations');
      element.label = 'Support';
      await element.updateComplete;
      expect(textOf(part(element, 'header').querySelector('h2'))).to.equal('Support');
      const own = await mount<ChatWidgetRoomList>(
        html`<chat-widget-room-list><h3 slot="header">Mine</h3></chat-widget-room-list>`,
      );
      const slot = part(own.element, 'header').querySelector('slot');
      expect(slot?.assignedElements()).to.have.length(1);
    });

    it('shows where rooms will be while they are on their way', async () => {
      const { element, session } = await mountWith(undefined);
      expect(textOf(scroller(element))).to.equal('Loading conversations…');
      session.dispatch({ type: 'connection-changed', connection: { status: 'failed', attempt: 1 } });
      await element.updateComplete;
      expect(textOf(scroller(element))).to.match(/^Not connected/);
    });

    it('invites to begin when there is no room', async () => {
      const { element } = await mountWith([]);
      expect(textOf(scroller(element))).to.match(/^No conversations yet/);
      scroller(element).querySelector('button')?.click();
      expect(element.shadowRoot?.querySelector('chat-widget-room-dialog')?.open).to.equal(true);
    });

    it("shows the page's own text when there is no room", async () => {
      const { element } = await mount<ChatWidgetRoomList>(
        html`<chat-widget-room-list><p slot="empty">Nobody here.</p></chat-widget-room-list>`,
        ({ session }) => session.dispatch({ type: 'rooms-received', rooms: [] }),
      );
      const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=empty]');
      expect(textOf(slot?.assignedElements()[0])).to.equal('Nobody here.');
    });

    it('marks the open room', async () => {
      const { element, provider } = await mountWith(rooms('A', 'B'));
      provider.activeRoomId = 'id-B';
      await settled(element);
      expect(rowsOf(element).map(({ current }) => current)).to.eql([false, true]);
    });
  });

  describe('filter', () => {
    it('is there only where there is something to search', async () => {
      const { element, session } = await mountWith(many(5));
      expect(() => part(element, 'filter')).to.throw();
      session.dispatch({ type: 'rooms-received', rooms: many(6) });
      await element.updateComplete;
      expect(part(element, 'filter').getAttribute('aria-label')).to.equal('Search conversations');
    });

    it('finds by a part of the name, tells how many, and is taken back', async () => {
      const { element } = await mountWith(rooms('Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zéta'));
      await filterBy(element, 'ETA');
      expect(titles(element)).to.eql(['Beta', 'Zéta']);
      expect(textOf(element.shadowRoot?.querySelector('[role=status]'))).to.equal('2 conversations found');
      await filterBy(element, '');
      expect(titles(element)).to.have.length(6);
      expect(textOf(element.shadowRoot?.querySelector('[role=status]'))).to.equal('');
    });

    it('says when nothing was found, and offers all again', async () => {
      const { element } = await mountWith(many(6));
      await filterBy(element, 'x<b>');
      expect(textOf(scroller(element))).to.match(/^Nothing found for “x<b>”/);
      scroller(element).querySelector('button')?.click();
      await settled(element);
      expect(titles(element)).to.have.length(6);
      expect(element.shadowRoot?.activeElement).to.equal(part(element, 'filter'));
    });

    it('is emptied by Escape, which then closes nothing else', async () => {
      const { element, provider } = await mountWith(many(6));
      const heard: string[] = [];
      provider.addEventListener('keydown', ({ key }) => heard.push(key));
      await filterBy(element, 'Room 3');
      part(element, 'filter').focus();
      await press(element, 'Escape');
      expect(titles(element)).to.have.length(6);
      expect(heard).to.eql([]);
      await press(element, 'Escape');
      expect(heard).to.eql(['Escape']);
    });

    it('takes in a room that begins to match', async () => {
      const { element, session } = await mountWith(many(6));
      await filterBy(element, 'needle');
      session.dispatch({
        type: 'messages-received',
        messages: [message({ roomId: 'id-Room 4', body: 'a needle in the hay' })],
      });
      await settled(element);
      expect(titles(element)).to.eql(['Room 4']);
    });
  });

  describe('keyboard', () => {
    it('is one stop of the Tab key, at the open room or the first', async () => {
      const { element, provider } = await mountWith(rooms('A', 'B', 'C'));
      const stops = (): string[] => rowsOf(element).flatMap(({ tabStop, roomId }) => (tabStop ? [roomId] : []));
      expect(stops()).to.eql(['id-A']);
      provider.activeRoomId = 'id-C';
      await settled(element);
      expect(stops()).to.eql(['id-C']);
    });

    it('walks by arrows, Home and End, and stays at the ends', async () => {
      const { element } = await mountWith(rooms('A', 'B', 'C'));
      element.focus();
      const walk: [string, string][] = [
        ['ArrowUp', 'id-A'],
        ['ArrowDown', 'id-B'],
        ['ArrowDown', 'id-C'],
        ['ArrowDown', 'id-C'],
        ['Home', 'id-A'],
        ['End', 'id-C'],
      ];
      for (const [key, expected] of walk) {
        await press(element, key);
        expect(focused(element), key).to.equal(expected);
      }
    });

    it('opens a room by Enter', async () => {
      const { element, provider } = await mountWith(rooms('A', 'B'));
      element.focus();
      const selected = oneEvent(element, 'chat-room-select');
      await press(element, 'ArrowDown', 'Enter');
      expect((await selected).detail).to.eql({ roomId: 'id-B' });
      expect(provider.activeRoomId).to.equal('id-B');
    });

    it('goes to the room whose name is typed', async () => {
      const { element } = await mountWith(rooms('Alpha', 'Beta', 'Bravo'));
      element.focus();
      await press(element, 'b');
      expect(focused(element)).to.equal('id-Beta');
      await press(element, 'r');
      expect(focused(element)).to.equal('id-Bravo');
    });

    it('comes down from the filter', async () => {
      const { element } = await mountWith(many(6));
      part(element, 'filter').focus();
      await press(element, 'ArrowDown');
      expect(focused(element)).to.equal('id-Room 0');
    });

    it('keeps the focus on a row that moves', async () => {
      const { element, session } = await mountWith(rooms('A', 'B', 'C'));
      element.focus();
      await press(element, 'End');
      session.dispatch({ type: 'messages-received', messages: [message({ roomId: 'id-C', createdAt: NOON + 5000 })] });
      await settled(element);
      expect(titles(element)).to.eql(['C', 'A', 'B']);
      expect(focused(element)).to.equal('id-C');
      await press(element, 'ArrowDown');
      expect(focused(element)).to.equal('id-A');
    });

    it('keeps the focus in the list when its room goes', async () => {
      const { element, session } = await mountWith(rooms('A', 'B', 'C'));
      element.focus();
      await press(element, 'End');
      session.dispatch({ type: 'rooms-received', rooms: rooms('A', 'B') });
      await settled(element);
      expect(focused(element)).to.equal('id-A');
    });
  });

  describe('ten thousand rooms', () => {
    const COUNT = 10_000;
    const inSight = (element: ChatWidgetRoomList): string[] => {
      const box = scroller(element).getBoundingClientRect();
      return rowsOf(element).flatMap((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top && top < box.bottom ? [row.roomId] : [];
      });
    };

    it('renders only what is in sight, wherever one scrolls', async () => {
      const { element } = await mountWith(many(COUNT));
      const rowHeight = rowsOf(element)[0]?.offsetHeight ?? 0;
      expect(scroller(element).scrollHeight).to.be.closeTo(rowHeight * COUNT, 2);
      for (const place of [0, 5000, 9000, 20]) {
        scroller(element).scrollTop = place * rowHeight;
        await afterPaint();
        await settled(element);
        expect(rowsOf(element).length).to.be.below(40);
        expect(inSight(element)[0]).to.equal(`id-Room ${place}`);
        expect(inSight(element).length).to.be.at.least(Math.floor(scroller(element).clientHeight / rowHeight));
      }
    });

    it('goes to the end by one key, and back', async () => {
      const { element } = await mountWith(many(COUNT));
      element.focus();
      await press(element, 'End');
      await afterPaint();
      expect(focused(element)).to.equal(`id-Room ${COUNT - 1}`);
      expect(inSight(element)).to.contain(`id-Room ${COUNT - 1}`);
      await press(element, 'Home');
      await afterPaint();
      expect(focused(element)).to.equal('id-Room 0');
      expect(inSight(element)[0]).to.equal('id-Room 0');
    });

    it('keeps the focused row while one scrolls away from it', async () => {
      const { element } = await mountWith(many(COUNT));
      element.focus();
      await press(element, 'ArrowDown');
      scroller(element).scrollTop = 300_000;
      await afterPaint();
      await settled(element);
      expect(focused(element)).to.equal('id-Room 1');
      expect(inSight(element)).not.to.contain('id-Room 1');
      await press(element, 'ArrowDown');
      await afterPaint();
      expect(inSight(element)).to.contain('id-Room 2');
    });

    it('shows the first match when the filter is used deep in the list', async () => {
      const { element } = await mountWith(many(COUNT));
      scroller(element).scrollTop = 300_000;
      await afterPaint();
      await filterBy(element, 'Room 12');
      await afterPaint();
      expect(inSight(element)[0]).to.equal('id-Room 12');
    });

    it('measures its rows anew when the text grows', async () => {
      const { element, provider } = await mountWith(many(COUNT));
      provider.style.setProperty('--chat-widget-font-size', '30px');
      provider.style.setProperty('--chat-widget-space', '8px');
      await afterPaint(3);
      const rowHeight = rowsOf(element)[0]?.offsetHeight ?? 0;
      expect(rowHeight).to.be.above(100);
      expect(scroller(element).scrollHeight).to.be.closeTo(rowHeight * COUNT, 2);
    });
  });

  it('lets go of the session when it is removed, and shows what it missed when it is back', async () => {
    const { element, session } = await mountWith(rooms('A'));
    const { parentElement } = element;
    element.remove();
    session.dispatch({ type: 'rooms-received', rooms: rooms('B', 'A') });
    await element.updateComplete;
    expect(titles(element)).to.eql(['A']);
    parentElement?.append(element);
    await afterPaint();
    expect(titles(element)).to.eql(['B', 'A']);
  });
});
