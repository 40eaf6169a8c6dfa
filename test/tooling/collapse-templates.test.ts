import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CSSResult } from 'lit';
import { collapseCss, collapseHtml } from '../../scripts/collapse-templates.ts';
import { browserArguments, findBrowser } from '../../scripts/find-browser.mjs';

const src = new URL('../../src/', import.meta.url);
const styleFiles = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.styles.ts'),
);

/** Text, and what the browser is to make of both it and its collapsed form. */
const CASES: readonly [what: string, css: string, collapsed: string][] = [
  ['rules', '.a {\n  color: red;\n}\n', '.a{color:red;}'],
  ['descendants', '.a  .b\n.c :hover { top: 0 }', '.a .b .c :hover{top:0}'],
  ['lists', '.a ,\n.b { inset: 0 , 0 }', '.a,.b{inset:0,0}'],
  ['strings', '.a { content: " ;  {,} /* no */ " }', '.a{content:" ;  {,} /* no */ "}'],
  ['escaped quotes', String.raw`.a { content: "\"  ;" }`, String.raw`.a{content:"\"  ;"}`],
  ['comments', '/* a */ .a /* b; */ { /* c */ top: /* d */ 0 /* e */ }', ' .a{top:0}'],
  ['comments between words', '.a/**/.b { margin: 0/**/1px }', '.a/**/.b{margin:0/**/1px}'],
  ['calculations', '.a { width: calc(1px  +  2px  *  3) }', '.a{width:calc(1px + 2px * 3)}'],
  [
    'conditions',
    '@container (width > 40rem) and (height > 1px) { .a { top: 0 } }',
    '@container (width > 40rem) and (height > 1px){.a{top:0}}',
  ],
];

describe('collapseCss', () => {
  for (const [what, css, collapsed] of CASES) {
    it(`collapses ${what}`, () => {
      assert.equal(collapseCss(css), collapsed);
    });
  }

  describe('in a browser', () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
      page = await browser.newPage();
    });

    after(() => browser.close());

    for (const file of styleFiles) {
      it(`leaves every rule of ${file} as it is`, async () => {
        const exports = (await import(new URL(file, src).href)) as Record<string, CSSResult | string | CSSResult[]>;
        const exported = Object.values(exports).flat();
        for (const sheet of exported) {
          const cssText = typeof sheet === 'string' ? sheet : sheet.cssText;
          const before = await page.evaluate(rulesOf, cssText);
          assert.ok(before);
          assert.equal(await page.evaluate(rulesOf, collapseCss(cssText)), before);
          assert.ok(collapseCss(cssText).length < cssText.length);
        }
      });
    }
  });
});

describe('collapseHtml', () => {
  it('makes one space of a break of lines', () => {
    assert.equal(collapseHtml('<p\n  class="a  b"\n>\n    One  two\n  </p>'), '<p class="a  b" > One  two </p>');
  });

  it('leaves what stands on one line', () => {
    assert.equal(collapseHtml('<b>a</b> <i>b</i>'), '<b>a</b> <i>b</i>');
  });
});

/** Runs in the page: the rules as the browser understood them. The values of custom properties keep their whitespace. */
function rulesOf(css: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return Array.from(sheet.cssRules, ({ cssText }) => cssText)
    .join('\n')
    .replace(/\s+/g, ' ')
    .replace(/ ?([,{}]) ?/g, '$1');
}
