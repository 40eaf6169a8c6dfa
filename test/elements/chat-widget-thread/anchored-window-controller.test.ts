import { expect, fixture, html } from '@open-wc/testing';
import { afterPaint } from '../../support/after-paint.ts';
import { keys, WindowList } from './window-list.ts';

async function listOf(rows: readonly string[], at?: string): Promise<WindowList> {
  const list = await fixture<WindowList>(html`<test-window-list></test-window-list>`);
  await list.open(rows, at);
  return list;
}

/** How far the line that is read moves on screen while something happens, at worst, over some frames. */
async function drift(list: WindowList, happen: () => void): Promise<number> {
  const line = list.lineInView;
  const before = line.getBoundingClientRect().top;
  happen();
  let worst = 0;
  for (let frame = 0; frame < 5; frame += 1) {
    await afterPaint();
    // Hidden, it is nowhere.
    if (line.checkVisibility()) worst = Math.max(worst, Math.abs(line.getBoundingClientRect().top - before));
  }
  expect(line.isConnected, 'the line is still there').to.equal(true);
  return worst;
}

function touch(target: HTMLElement, type: 'touchstart' | 'touchend'): void {
  const touches = type === 'touchstart' ? [new Touch({ identifier: 0, target })] : [];
  target.dispatchEvent(new TouchEvent(type, { touches }));
}

describe('AnchoredWindowController', () => {
  describe('opening', () => {
    it('renders the last rows of a long list, at its end', async () => {
      const list = await listOf(keys(0, 100_000));
      expect(list.rows).to.have.lengthOf(60);
      expect(list.rows.at(-1)?.id).to.equal(list.keys.at(-1));
      expect(list.distanceToEnd).to.be.within(0, 1);
      expect(list.window.following).to.equal(true);
    });

    it('renders the rows around a given one, and shows it in the upper part', async () => {
      const rows = keys(0, 100_000);
      const list = await listOf(rows, rows[50_000]);
      const row = list.renderRoot.querySelector(`[id="${rows[50_000] ?? ''}"]`);
      const offset = (row?.getBoundingClientRect().top ?? 0) - list.getBoundingClientRect().top;
      expect(offset).to.be.within(0, 150);
      expect(list.rows.length).to.be.within(60, 240);
      expect(list.window.following).to.equal(false);
    });

    it('is at the end when the given row and all after it fit into the view', async () => {
      const rows = keys(0, 1000);
      const list = await listOf(rows, rows.at(-3));
      expect(list.distanceToEnd).to.be.within(0, 1);
      expect(list.window.following).to.equal(true);
    });

    it('takes in more rows where the view is tall', async () => {
      const list = await fixture<WindowList>(html`<test-window-list style="height: 3000px"></test-window-list>`);
      await list.open(keys(0, 1000));
      await afterPaint(5);
      expect(list.rows.length).to.be.within(100, 240);
      expect(list.distanceToEnd).to.be.within(0, 1);
    });

    it('shows a short list and an empty one', async () => {
      const list = await listOf(keys(0, 3));
      expect(list.rows).to.have.lengthOf(3);
      await list.show([]);
      expect(list.rows).to.have.lengthOf(0);
    });
  });

  describe('while the reader is up in the list', () => {
    let list: WindowList;
    beforeEach(async () => {
      const rows = keys(0, 1000);
      list = await listOf(rows, rows[500]);
      await list.scrollToTop(list.scroller.scrollTop + 37);
    });

    const changes: readonly [what: string, change: (list: WindowList) => void][] = [
      ['older rows come', (at) => void at.show([...keys(-50, 0), ...at.keys])],
      ['a great many older rows come', (at) => void at.show([...keys(-100_000, 0), ...at.keys])],
      ['newer rows come', (at) => void at.show([...at.keys, ...keys(1000, 1050)])],
      ['both come at once', (at) => void at.show([...keys(-50, 0), ...at.keys, ...keys(1000, 1050)])],
      ['a row is put in above', (at) => void at.show(at.keys.toSpliced(490, 0, 'late'))],
      ['rows above go', (at) => void at.show(at.keys.toSpliced(490, 5))],
      ['an image above loads late', (at) => at.rows[2]?.style.setProperty('height', '300px')],
      ['a row above shrinks', (at) => at.rows[2]?.style.setProperty('height', '1px')],
      ['a row below grows', (at) => at.rows.at(-1)?.style.setProperty('height', '300px')],
      ['the row grows that is half out of view', (at) => growAbove(at)],
      ['the width changes', (at) => at.style.setProperty('width', '190px')],
      ['the font changes', (at) => at.style.setProperty('font-size', '25px')],
      ['a keyboard takes half of the height', (at) => at.style.setProperty('height', '200px')],
      ['the list is hidden for a while', (at) => void hideForAWhile(at)],
      ['the element is moved', (at) => at.parentElement?.append(at)],
    ];
    for (const [what, change] of changes) {
      it(`does not move the line when ${what}`, async () => {
        const worst = await drift(list, () => {
          change(list);
        });
        expect(worst).to.be.at.most(1);
      });
    }

    it('moves the line by just what the reader scrolled, though a row above grew in the same frame', async () => {
      const line = list.lineInView;
      const before = line.getBoundingClientRect().top;
      list.rows[1]?.style.setProperty('height', '200px');
      list.scroller.scrollTop += 20;
      await afterPaint(3);
      expect(before - line.getBoundingClientRect().top).to.be.closeTo(20, 1);
    });

    it('does not move the line when older rows come page after page', async () => {
      const worst = await drift(list, () => {
        void list.show([...keys(-50, 0), ...list.keys]).then(() => list.show([...keys(-120, -50), ...list.keys]));
      });
      await afterPaint(3);
      expect(worst).to.be.at.most(1);
      expect(list.rows.map(({ id }) => id)).to.deep.equal(list.keys.slice(list.window.start, list.window.end));
      expect(await drift(list, () => void list.show(keys(-300, 1000)))).to.be.at.most(1);
    });

    it('renders nothing more for rows that come far below', async () => {
      const before = list.rows;
      await list.show([...list.keys, ...keys(1000, 1500)]);
      expect(list.rows).to.deep.equal(before);
    });
  });

  describe('scrolling', () => {
    it('goes through the whole list with a bounded number of rows, and no row twice or left out', async () => {
      const list = await listOf(keys(0, 1500));
      const seen = new Set<string>();
      let most = 0;
      while (seen.size < 1500) {
        const before = list.rows.find((row) => row.getBoundingClientRect().top >= list.getBoundingClientRect().top);
        const top = before?.getBoundingClientRect().top ?? 0;
        const wanted = Math.min(350, list.scroller.scrollTop);
        list.scroller.scrollTop -= wanted;
        await afterPaint(2);
        expect((before?.getBoundingClientRect().top ?? 0) - top, 'moved').to.be.closeTo(wanted, 1);
        const ids = list.rows.map(({ id }) => id);
        expect(ids).to.deep.equal(list.keys.slice(list.window.start, list.window.end));
        most = Math.max(most, ids.length);
        for (const id of ids) seen.add(id);
        if (wanted === 0 && list.window.start === 0) break;
      }
      expect(seen.size).to.equal(1500);
      expect(most).to.be.at.most(240);

      while (!list.window.following) {
        list.scroller.scrollTop += 2000;
        await afterPaint(2);
      }
      expect(list.rows.at(-1)?.id).to.equal(list.keys.at(-1));
    }).timeout(20_000);

    it('goes to the end from anywhere, and to any row', async () => {
      const rows = keys(0, 100_000);
      const list = await listOf(rows, rows[10]);
      list.window.toEnd();
      await afterPaint(3);
      expect(list.distanceToEnd).to.be.within(0, 1);
      expect(list.rows.at(-1)?.id).to.equal(rows.at(-1));
      list.window.reveal(0);
      await afterPaint(3);
      expect(list.scroller.scrollTop).to.equal(0);
      expect(list.window.rowAt(0)?.id).to.equal(rows[0]);
      expect(list.window.rowAt(99_999)).to.equal(undefined);
    });

    it('knows the index of a row', async () => {
      const list = await listOf(keys(0, 1000));
      expect(list.rows[0] && list.window.indexOf(list.rows[0])).to.equal(940);
      expect(list.window.indexOf(document.body)).to.equal(-1);
    });
  });

  describe('at the end', () => {
    let list: WindowList;
    beforeEach(async () => {
      list = await listOf(keys(0, 1000));
    });

    const changes: readonly [what: string, change: (list: WindowList) => void][] = [
      ['rows are added', (at) => void at.show([...at.keys, ...keys(1000, 1003)])],
      ['many rows are added', (at) => void at.show([...at.keys, ...keys(1000, 3000)])],
      ['the last row goes', (at) => void at.show(at.keys.slice(0, -1))],
      ['older rows come', (at) => void at.show([...keys(-500, 0), ...at.keys])],
      ['an image in the last row loads late', (at) => at.rows.at(-1)?.style.setProperty('height', '300px')],
      ['a keyboard takes half of the height', (at) => at.style.setProperty('height', '200px')],
      ['the height grows', (at) => at.style.setProperty('height', '700px')],
      ['the width changes', (at) => at.style.setProperty('width', '190px')],
      ['the height grows before a row does', growBoth],
      ['the width and what is around it change twice in a frame', changeTwice],
      ['the list is hidden for a while', (at) => void hideForAWhile(at)],
      ['the element is moved', (at) => at.parentElement?.append(at)],
    ];
    for (const [what, change] of changes) {
      it(`stays there in each frame when ${what}`, async () => {
        change(list);
        for (let frame = 0; frame < 5; frame += 1) {
          await afterPaint();
          if (list.scroller.clientHeight > 0) expect(list.distanceToEnd).to.be.within(0, 1);
        }
        expect(list.rows.at(-1)?.id).to.equal(list.keys.at(-1));
        expect(list.window.following).to.equal(true);
      });
    }

    it('keeps the number of rows while thousands are added', async () => {
      for (let at = 1000; at < 5000; at += 500) await list.show(keys(0, at));
      expect(list.rows).to.have.lengthOf(60);
    });

    it('lets the reader go, be it by a few pixels and while rows keep coming', async () => {
      await list.scrollToTop(list.scroller.scrollTop - 3);
      expect(list.window.following).to.equal(false);
      const worst = await drift(list, () => void list.show([...list.keys, ...keys(1000, 1100)]));
      expect(worst).to.be.at.most(1);
    });

    it('is there again when the reader comes near', async () => {
      await list.scrollToTop(list.scroller.scrollTop - 300);
      await list.scrollToTop(list.scroller.scrollTop + 290);
      expect(list.window.following).to.equal(true);
    });

    it('is not there at the end of what is rendered while more rows follow', async () => {
      await list.open(list.keys, list.keys[500]);
      const line = list.rows.at(-1);
      await list.scrollToTop(1e9);
      expect(list.window.following).to.equal(false);
      expect(line?.isConnected).to.equal(true);
    });
  });

  describe('under a finger', () => {
    it('moves neither the scroller nor the line, and sets both right afterwards', async () => {
      const rows = keys(0, 1000);
      const list = await listOf(rows, rows[500]);
      touch(list.scroller, 'touchstart');
      const { scrollTop } = list.scroller;
      const held = await drift(list, () => {
        list.rows[1]?.style.setProperty('height', '700px');
        void list.show([...keys(-50, 0), ...list.keys]);
      });
      expect(held).to.be.at.most(1);
      expect(list.scroller.scrollTop).to.equal(scrollTop);

      const released = await drift(list, () => {
        touch(list.scroller, 'touchend');
        list.scroller.dispatchEvent(new Event('scrollend'));
      });
      expect(released).to.be.at.most(1);
      expect(list.scroller.scrollTop).to.be.greaterThan(scrollTop + 200);
    });

    it('follows the end only when the finger is off', async () => {
      const list = await listOf(keys(0, 1000));
      touch(list.scroller, 'touchstart');
      const held = await drift(list, () => {
        void list.show([...keys(-50, 0), ...list.keys, ...keys(1000, 1300)]);
      });
      expect(held).to.be.at.most(1);
      touch(list.scroller, 'touchend');
      list.scroller.dispatchEvent(new Event('scrollend'));
      await afterPaint(3);
      expect(list.distanceToEnd).to.be.within(0, 1);
      expect(list.rows.at(-1)?.id).to.equal(list.keys.at(-1));
      expect(list.rows).to.have.lengthOf(60);
    });

    it('does not pull the end back to the reader who drags away from it', async () => {
      const list = await listOf(keys(0, 1000));
      touch(list.scroller, 'touchstart');
      await list.scrollToTop(list.scroller.scrollTop - 5);
      const worst = await drift(list, () => void list.show([...list.keys, ...keys(1000, 1010)]));
      expect(worst).to.be.at.most(1);
    });
  });

  it('listens to nothing any more once it is removed', async () => {
    const list = await fixture<WindowList>(html`<test-window-list></test-window-list>`);
    const listening = listenersOf(list.scroller);
    // Looks for its elements anew, so that it adds its listeners where they are counted.
    list.parentElement?.append(list);
    await list.open(keys(0, 1000));
    expect(listening.size).to.be.greaterThan(0);
    list.remove();
    list.requestUpdate();
    await list.updateComplete;
    expect([...listening]).to.deep.equal([]);
  });
});

/** The types of events that an element is listened to for, from now on. */
function listenersOf(element: HTMLElement): Set<string> {
  const types = new Set<string>();
  const add = element.addEventListener.bind(element);
  const remove = element.removeEventListener.bind(element);
  element.addEventListener = (type: string, ...rest: [EventListener]) => {
    types.add(type);
    add(type, ...rest);
  };
  element.removeEventListener = (type: string, ...rest: [EventListener]) => {
    types.delete(type);
    remove(type, ...rest);
  };
  return types;
}

/** The row above the line becomes higher. */
function growAbove(list: WindowList): void {
  const above = list.lineInView.previousElementSibling;
  if (above instanceof HTMLElement) above.style.setProperty('height', '300px');
}

/** Each time that a layout is asked for, the browser itself moves what lies beyond the end. */
function growBoth(list: WindowList): void {
  list.style.setProperty('height', '700px');
  list.scroller.getBoundingClientRect();
  list.rows.at(-1)?.style.setProperty('height', '300px');
}

function changeTwice(list: WindowList): void {
  list.style.setProperty('width', '900px');
  list.style.setProperty('height', '600px');
  list.scroller.getBoundingClientRect();
  list.style.setProperty('width', '150px');
}

async function hideForAWhile(list: WindowList): Promise<void> {
  list.style.setProperty('display', 'none');
  await list.show(list.keys);
  list.style.removeProperty('display');
}
