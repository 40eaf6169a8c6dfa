import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

const PROPERTY =
  /(?<![\w-])(?:(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:[^;{}]*/g;
const VALUE = /(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** What names a left or right side, and so stays there where the direction is the other. */
function physicalSides(css: string): string[] {
  const code = css.replace(/\/\*[^]*?\*\//g, '');
  return [...code.matchAll(PROPERTY), ...code.matchAll(VALUE)].map(([text]) => text.replace(/\s+/g, ' '));
}

/** Where the sides of the window are meant, which it was measured by; and code, which goes from left to right everywhere. */
const MEANT = [
  /^elements\/chat-widget-composer\/chat-widget-composer\.styles\.ts: (?:left|right):/,
  /^elements\/chat-widget-message\/.*: text-align: left$/,
];

describe('physicalSides', () => {
  for (const css of [
    'p { left: 0; }',
    'p{margin-left:1px}',
    'p { border-top-right-radius: 0 }',
    'p { float: right; }',
  ]) {
    it(`finds the side in ${css}`, () => {
      assert.equal(physicalSides(css).length, 1);
    });
  }
  for (const css of ['p { inset-inline-start: 0; }', 'p { --left: 0; }', '/* left: 0 */', 'p { text-align: start; }']) {
    it(`finds none in ${css}`, () => {
      assert.deepEqual(physicalSides(css), []);
    });
  }
});

it('styles know a start and an end, not a left and a right', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.styles.ts'));
  assert.ok(files.length > 15, 'the styles are where they were');
  const sides = files.flatMap((file) =>
    physicalSides(readFileSync(SOURCES + file, 'utf8')).map((side) => `${file}: ${side}`),
  );
  assert.deepEqual(
    sides.filter((side) => !MEANT.some((meant) => meant.test(side))),
    [],
  );
});
