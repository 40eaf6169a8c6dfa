import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Gallery, LOOKS, nameOf } from './gallery.ts';
import type { Inspection } from './inspect.ts';

/** Mistakes that are easily made, and what has to be said of each. */
const PLANTED = [
  ['text that is too pale', 'chat-widget-thread', '.text { color: #b8b8b8 }'],
  ['a bubble that is too wide', 'chat-widget-thread', '.bubble { min-inline-size: 30rem; max-inline-size: none }'],
  ['a text that is cut off', 'chat-widget-room-header', 'h2 { text-overflow: clip }', 'long-names'],
  ['texts on each other', 'chat-widget-thread', '.meta { margin-block-start: -2.5rem }'],
  ['a button that is too small', 'chat-widget-composer', '.send { inline-size: 20px; block-size: 20px }'],
] as const;

describe('what the widget looks like', () => {
  let gallery: Gallery;
  let states: string[];

  before(async () => {
    gallery = await Gallery.open();
    states = await gallery.page.evaluate(() => visual.states);
  });
  after(() => gallery.close());

  it('fits, can be read and can be pressed in every state and look, and is mirrored right-to-left', async () => {
    const complaints: string[] = [];
    for (const state of states) {
      await gallery.show(state);
      let ltr: Starts = {};
      for (const look of LOOKS) {
        await gallery.look(look);
        const { complaints: found, starts } = await gallery.inspect(look);
        if (look.dir === 'ltr') ltr = starts;
        else if (differences(ltr, starts)) found.push(`is not mirrored: ${differences(ltr, starts)}`);
        complaints.push(...found.map((complaint) => `${state}, ${nameOf(look)}: ${complaint}`));
      }
    }
    assert.deepEqual(complaints, []);
  });

  it('fits with letters of twice the size', async () => {
    const complaints: string[] = [];
    await gallery.load(32);
    for (const state of states) {
      await gallery.show(state);
      for (const look of LOOKS.filter(({ theme, width }) => theme === 'light' && width === 320)) {
        await gallery.look(look);
        const { complaints: found } = await gallery.inspect(look);
        complaints.push(...found.map((complaint) => `${state}, ${nameOf(look)}: ${complaint}`));
      }
    }
    await gallery.load();
    assert.deepEqual(complaints, []);
  });

  it('shows where the focus is, at each stop of the Tab key', async () => {
    for (const state of ['list', 'thread', 'failed', 'dialog', 'launcher-open']) {
      await gallery.show(state);
      await gallery.look({ theme: 'light', dir: 'ltr', width: 390 });
      for (let stop = 1; stop <= 8; stop += 1) {
        await gallery.page.keyboard.press('Tab');
        assert.ok(await gallery.page.evaluate(() => visual.focusIsVisible()), `${state}, stop ${stop}`);
      }
    }
  });

  for (const [what, tag, css, state = 'thread'] of PLANTED) {
    it(`notices ${what}`, async () => {
      await gallery.show(state);
      await gallery.look({ theme: 'light', dir: 'ltr', width: 320 });
      await gallery.page.evaluate(
        ([name, rules]) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          const root = document.querySelector('chat-widget')?.shadowRoot;
          root?.querySelector(name)?.shadowRoot?.adoptedStyleSheets.push(sheet);
        },
        [tag, css] as const,
      );
      const { complaints } = await gallery.inspect({ theme: 'light', dir: 'ltr', width: 320 });
      assert.notDeepEqual(complaints, []);
    });
  }
});

type Starts = Inspection['starts'];

/** A pixel more or less is rounding. */
function differences(ltr: Starts, rtl: Starts): string {
  return Object.keys({ ...ltr, ...rtl })
    .filter((name) => !(Math.abs((ltr[name] ?? NaN) - (rtl[name] ?? NaN)) <= 1))
    .map((name) => `${name} begins at ${ltr[name]} and ${rtl[name]}`)
    .join(', ');
}
