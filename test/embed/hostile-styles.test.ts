import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLASSIC, EmbedSite } from './embed-site.ts';

const HOSTILE: Readonly<Record<string, string>> = {
  'everything unset': '* { all: unset !important }',
  'everything hidden that has no class':
    'button, div, span, section, header, ul, li, textarea, form, p, a, svg { display: none !important }',
  'a font for all':
    '* { font: italic 700 40px/3 cursive !important; color: red !important; text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 1em !important; text-align: end !important; text-indent: 3em !important; white-space: pre !important }',
  'boxes for all':
    '* { box-sizing: content-box !important; margin: 9px !important; padding: 9px !important; border: 3px solid red !important; float: left !important; position: relative !important; background: red !important }',
  'a small root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'another colour scheme and direction of lists':
    ':root { color-scheme: dark light; list-style: square } * { cursor: none !important; user-select: none !important }',
};

/** What a person looks at, by the part that the page may style. */
const PARTS = ['panel', 'header', 'scroller', 'message', 'bubble', 'text', 'textarea', 'send', 'launcher'];
const PROPERTIES = [
  'display',
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'text-align',
  'text-indent',
  'text-transform',
  'white-space',
  'word-spacing',
  'border-top-width',
  'padding-left',
  'margin-left',
  'cursor',
  'user-select',
];

type Looks = Readonly<Record<string, readonly string[]>>;

/** Runs in the page: where a part is and how it looks. */
function looks(part: Element, properties: readonly string[]): readonly string[] {
  const { x, y, width, height } = part.getBoundingClientRect();
  const style = getComputedStyle(part);
  return [
    [x, y, width, height].map(Math.round).join(' '),
    ...properties.map((property) => `${property}: ${style.getPropertyValue(property)}`),
  ];
}

describe('on a page with hostile styles', () => {
  let site: EmbedSite;
  let expected: Looks;

  before(async () => {
    site = await EmbedSite.start();
    expected = await look('');
  });

  after(() => site.close());

  /** How a widget looks on a page with this style sheet, its panel open and a room in it. */
  async function look(css: string): Promise<Looks> {
    const widget = `<chat-widget room="r1" open ${site.identity()}></chat-widget>`;
    const head = `<script src="/${CLASSIC}"></script><style>${css}</style>`;
    const { page } = await site.open(head, `<h1>Site</h1>${widget}`);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
    const found: Record<string, readonly string[]> = {};
    for (const part of PARTS) {
      found[part] = await page.locator(`[part~="${part}"]`).first().evaluate(looks, PROPERTIES);
    }
    await page.close();
    return found;
  }

  for (const [what, css] of Object.entries(HOSTILE)) {
    it(`stands where it stood and looks as it looked: ${what}`, async () => {
      assert.deepEqual(await look(css), expected);
    });
  }
});
