/**
 * A few pictures, to notice what no rule says. `UPDATE_REFERENCES=1 node --import tsx --test test/visual/references.node.test.ts`
 * writes them anew; look at `write-shots.ts` first.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Gallery, type Look, nameOf } from './gallery.ts';

const IS_UPDATE = process.env['UPDATE_REFERENCES'] === '1';
/** Share of the cells that other fonts, and another year on a date, may change: lines break elsewhere. */
const TOLERANCE = 0.18;

const light = { theme: 'light', dir: 'ltr', width: 390 } as const;
const PICTURES: readonly [state: string, look: Look][] = [
  ['list', light],
  ['list', { ...light, theme: 'dark', dir: 'rtl' }],
  ['list-empty', { ...light, theme: 'dark' }],
  ['list-loading', light],
  ['thread', light],
  ['thread', { ...light, width: 900 }],
  ['thread', { ...light, theme: 'dark', dir: 'rtl', width: 320 }],
  ['thread', { ...light, theme: 'forced' }],
  ['thread-empty', light],
  ['offline', light],
  ['failed', { ...light, theme: 'dark' }],
  ['dialog', { ...light, width: 900 }],
];

describe('pictures of the widget', () => {
  let gallery: Gallery;

  before(async () => {
    gallery = await Gallery.open();
  });
  after(() => gallery.close());

  async function shoot(state: string, look: Look): Promise<string> {
    await gallery.show(state);
    await gallery.look(look);
    const shot = await gallery.page.screenshot({ caret: 'hide' });
    return gallery.page.evaluate((url) => visual.shrink(url), dataUrl(shot));
  }

  const difference = (one: string, two: string): Promise<number> =>
    gallery.page.evaluate(([first, second]) => visual.difference(first, second), [one, two] as const);

  for (const [state, look] of PICTURES) {
    const file = new URL(`references/${state}-${nameOf(look).replaceAll(' ', '-')}.png`, import.meta.url);
    it(`${state}, ${nameOf(look)}`, async () => {
      const shot = await shoot(state, look);
      if (IS_UPDATE) writeFileSync(file, Buffer.from(shot.replace(/^.*,/, ''), 'base64'));
      const share = await difference(shot, dataUrl(readFileSync(file)));
      assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(1)} % of the picture is different`);
    });
  }

  for (const [what, css, isNoticed] of [
    ['another surface', 'chat-widget { --chat-widget-surface: #ffe3c2 }', true],
    ['another density', 'chat-widget { --chat-widget-space: 0.5rem }', true],
    ['a missing composer', 'chat-widget::part(composer) { display: none }', true],
    ['another font', 'chat-widget { --chat-widget-font: serif }', false],
  ] as const) {
    it(`${isNoticed ? '' : 'do not '}notice ${what}`, async () => {
      const before = await shoot('thread', light);
      const style = await gallery.page.addStyleTag({ content: css });
      const changed = await shoot('thread', light);
      await style.evaluate((element) => {
        (element as Element).remove();
      });
      const share = await difference(before, changed);
      assert.equal(share > TOLERANCE, isNoticed, `${(share * 100).toFixed(1)} % of the picture is different`);
    });
  }
});

function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}
