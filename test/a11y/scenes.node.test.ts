import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Actor } from '../integration/actor.ts';
import { Stage } from '../integration/stage.ts';
import { BareBackend } from '../support/bare-backend.ts';
import { readTree } from './read-tree.ts';
import { plays } from './scenes.ts';
import { smallTargets } from './targets.ts';

declare global {
  // A `let` would not be on `globalThis`.
  var axe: typeof import('axe-core');
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = ['light', 'dark'].flatMap((theme) => ['ltr', 'rtl'].map((dir) => ({ theme, dir })));

describe('each scene, to axe in light and dark from left and from right, to a screen reader, and to a finger', () => {
  let stage: Stage;
  let backend: BareBackend;
  let source: string;

  before(async () => {
    source = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
    [stage, backend] = await Promise.all([Stage.open({ MAX_MESSAGE_LENGTH: '200' }), BareBackend.start()]);
  });
  after(async () => {
    await stage.close();
    await backend.close();
  });

  for (const { enter, scenes } of plays(() => backend)) {
    let actor: Actor | undefined;
    for (const { name, tree, reach } of scenes) {
      it(name, async () => {
        actor ??= await enter(stage, backend);
        await reach(actor);
        const { page } = actor;
        if (tree) await compareTree(name, await readTree(page));
        assert.deepEqual(await page.evaluate(smallTargets, 24), [], 'targets of less than 24 pixels');
        await page.evaluate(source);
        for (const look of LOOKS) assert.deepEqual(await violations(page, look), [], JSON.stringify(look));
        await page.evaluate(show, { theme: 'light', dir: 'ltr' });
      });
    }
  }

  it('what is planted is found', async () => {
    const { page } = await plays(() => backend)[0]!.enter(stage, backend);
    await page.evaluate(source);
    await page.evaluate(() => {
      const base = document.querySelector('chat-widget')!.shadowRoot!.querySelector('.base')!;
      base.append(document.createElement('button'));
    });
    assert.match((await violations(page, LOOKS[0]!)).join(), /button-name/);
    assert.match((await page.evaluate(smallTargets, 24)).join(), /button/);
  });
});

function show({ theme, dir }: (typeof LOOKS)[number]): Promise<boolean> {
  document.documentElement.dir = dir;
  const widget = document.querySelector('chat-widget')!;
  widget.theme = theme as 'light' | 'dark';
  return widget.updateComplete;
}

async function violations(page: Page, look: (typeof LOOKS)[number]): Promise<string[]> {
  await page.evaluate(show, look);
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run('chat-widget', { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
  }, TAGS);
}

/** With `UPDATE_TREES=1` in the environment they are written anew; read the difference before it is committed. */
async function compareTree(name: string, tree: string): Promise<void> {
  const file = new URL(`trees/${name.replaceAll(/\W+/g, '-')}.txt`, import.meta.url);
  if (process.env['UPDATE_TREES']) await writeFile(file, tree);
  assert.equal(tree, await readFile(file, 'utf8'), `the accessibility tree of "${name}"`);
}
