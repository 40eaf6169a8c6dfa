import { expect, fixtureCleanup } from '@open-wc/testing';
import { afterPaint } from '../support/after-paint.ts';
import { checkDrift, checkElements, checkRenders, countElements, countRenders } from '../support/bounds.ts';
import { inner } from '../support/mount.ts';
import { setPageVisible } from '../support/page-visibility.ts';
import { lineIn, rowsIn, scrollerIn, wholeWidget, wireMessage, type WholeWidget } from './whole-widget.ts';

describe('bounds of the whole widget', () => {
  let whole: WholeWidget;

  async function open(sizes: Parameters<typeof wholeWidget>[0]): Promise<WholeWidget> {
    whole = await wholeWidget(sizes);
    return whole;
  }

  afterEach(() => {
    setPageVisible(true);
    fixtureCleanup();
    whole.end();
  });

  describe('elements', () => {
    for (const messages of [100, 10_000, 100_000]) {
      it(`do not grow with ${messages} messages, at the end or scrolled up`, async () => {
        const { widget, receive } = await open({ messages });
        expect(rowsIn(widget)).to.have.length(60);
        checkElements(widget);
        for (let page = 0; page < 10; page += 1) {
          scrollerIn(widget).scrollTop = 0;
          await afterPaint(2);
        }
        expect(rowsIn(widget).length).to.be.within(60, 240);
        checkElements(widget);
        receive(messages, messages + 1);
        await afterPaint(2);
        checkElements(widget);
      }).timeout(30_000);
    }

    it('do not grow with ten thousand rooms', async () => {
      const { widget } = await open({ rooms: 10_000, messages: 100 });
      expect(inner(inner(widget, 'chat-widget-room-list'), 'chat-widget-room')).to.be.instanceOf(HTMLElement);
      checkElements(widget);
    }).timeout(30_000);

    it('are the same few in a room of 100 and of 10,000', async () => {
      const few = countElements(inner((await open({ messages: 100 })).widget, 'chat-widget-thread').renderRoot);
      fixtureCleanup();
      whole.end();
      const many = countElements(inner((await open({ messages: 10_000 })).widget, 'chat-widget-thread').renderRoot);
      expect(many).to.be.within(few * 0.9, few * 1.1);
    }).timeout(20_000);
  });

  describe('drift of the line that is read', () => {
    beforeEach(async () => {
      const { widget } = await open({ messages: 1000 });
      for (let page = 0; page < 4; page += 1) {
        scrollerIn(widget).scrollTop -= 900;
        await afterPaint(2);
      }
    });

    const rowAbove = (widget: WholeWidget['widget']): HTMLElement => {
      const rows = rowsIn(widget);
      return rows[rows.indexOf(lineIn(widget)) - 3] ?? lineIn(widget);
    };
    const numberOf = (row: HTMLElement): number => Number(/Message (\d+)/.exec(row.textContent)?.[1]);

    const changes: readonly [what: string, change: (whole: WholeWidget) => void][] = [
      ['older messages come', ({ receive }) => receive(...Array.from({ length: 50 }, (_, index) => index - 50))],
      ['newer messages come', ({ receive }) => receive(1000, 1001, 1002)],
      [
        'an image above loads late',
        ({ widget }) => {
          const image = document.createElement('img');
          image.style.cssText = 'display: block; height: 200px';
          rowAbove(widget).append(image);
        },
      ],
      [
        'a message above is edited',
        ({ widget, connection }) => {
          const number = numberOf(rowAbove(widget));
          const body = 'Much longer than it was. '.repeat(40);
          connection.receive('message_broadcast', { ...wireMessage(number), message_body: body });
        },
      ],
      ['a keyboard takes half of the height', ({ widget }) => widget.style.setProperty('height', '320px')],
      ['the width changes', ({ widget }) => widget.style.setProperty('width', '680px')],
      ['all messages are wrapped anew', ({ widget }) => scrollerIn(widget).style.setProperty('width', '300px')],
      ['somebody types', ({ connection }) => connection.receive('show_start_typing', { room: 'room-0', user: 'x' })],
    ];
    for (const [what, change] of changes) {
      it(`is at most a pixel when ${what}`, async () => {
        await checkDrift(lineIn(whole.widget), () => {
          change(whole);
        });
      });
    }

    it('is only that of the view itself when a banner comes above it', async () => {
      const { widget, connection } = whole;
      const line = lineIn(widget);
      const offset = (): number => line.getBoundingClientRect().top - scrollerIn(widget).getBoundingClientRect().top;
      const before = offset();
      connection.receive('error', 'Something is wrong.');
      await afterPaint(4);
      expect(offset()).to.be.closeTo(before, 1);
    });

    it('does not lean on the browser: Safari has no scroll anchoring', () => {
      expect(getComputedStyle(scrollerIn(whole.widget)).overflowAnchor).to.equal('none');
    });
  });

  describe('renders', () => {
    /** What one message may have rendered. It is read at once, so its row of the list has two things to tell. */
    const ONE_MESSAGE = {
      'chat-widget-thread': 1,
      'chat-widget-room': 2,
      'chat-widget-room-list': 1,
      'chat-widget-timestamp': 1,
    };

    for (const size of [
      { rooms: 3, messages: 100 },
      { rooms: 3, messages: 10_000 },
      { rooms: 10_000, messages: 100 },
    ]) {
      it(`of one message are one row of the list and one message, of ${size.rooms} and ${size.messages}`, async () => {
        const { widget, receive } = await open(size);
        let made = 0;
        widget.messageRenderer = () => {
          made += 1;
          return undefined;
        };
        await afterPaint(3);
        made = 0;
        const renders = await countRenders(() => receive(size.messages));
        checkRenders(renders, ONE_MESSAGE);
        expect(made).to.equal(1);
      }).timeout(30_000);
    }

    it('of a burst are those of one message: once a frame', async () => {
      const { receive } = await open({ rooms: 20, messages: 100 });
      const burst = Array.from({ length: 200 }, (_, index) => index + 100);
      const renders = await countRenders(() => receive(...burst));
      checkRenders(renders, ONE_MESSAGE);
    });

    it('of messages in another room are those of its row', async () => {
      const { connection } = await open({ rooms: 20, messages: 100 });
      const renders = await countRenders(() => connection.receive('message_broadcast', wireMessage(5000, 'room-3')));
      checkRenders(renders, {
        'chat-widget-room': 1,
        'chat-widget-room-list': 1,
        'chat-widget-timestamp': 1,
      });
    });

    it('are none while the panel is closed, but for the number on the button', async () => {
      const { widget, connection } = await open({ rooms: 20, messages: 100 });
      widget.mode = 'launcher';
      widget.room = undefined;
      await afterPaint(3);
      const burst = Array.from({ length: 50 }, (_, index) => wireMessage(index + 5000, 'room-3'));
      const renders = await countRenders(() => {
        for (const one of burst) connection.receive('message_broadcast', one);
      });
      checkRenders(renders, { 'chat-widget-launcher': 1 });
      expect(widget.unreadCount).to.equal(50);
    });

    it('are none on a page in the background, whose state is nevertheless as it is', async () => {
      const { widget, connection } = await open({ rooms: 20, messages: 100 });
      setPageVisible(false);
      const burst = Array.from({ length: 50 }, (_, index) => wireMessage(index + 5000, 'room-3'));
      const renders = await countRenders(() => {
        for (const one of burst) connection.receive('message_broadcast', one);
      });
      checkRenders(renders, {});
      expect(widget.unreadCount).to.equal(50);

      const later = await countRenders(() => {
        setPageVisible(true);
      });
      checkRenders(later, {
        'chat-widget-room': 1,
        'chat-widget-room-list': 1,
        'chat-widget-timestamp': 1,
        'chat-widget-thread': 1,
      });
      const row = inner(inner(widget, 'chat-widget-room-list'), 'chat-widget-room');
      expect(row.roomId).to.equal('room-3');
      expect(row.shadowRoot?.querySelector('.unread-count')?.textContent).to.equal('50');
    });
  });
});
