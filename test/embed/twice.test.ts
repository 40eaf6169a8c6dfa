import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../integration/until.ts';
import { CLASSIC, EmbedSite, MODULE } from './embed-site.ts';

const classic = `<script src="/${CLASSIC}"></script>`;
const module = `<script type="module" src="/${MODULE}"></script>`;

describe('two copies of the script on one page', () => {
  let site: EmbedSite;
  let page: Page | undefined;

  before(async () => {
    site = await EmbedSite.start();
  });

  afterEach(() => page?.close());

  after(() => site.close());

  for (const [what, head] of [
    ['the classic one twice', classic + classic.replace('.js', '.js?again')],
    ['the module twice', module + module.replace('.js', '.js?again')],
    ['the classic one, then the module', classic + module],
  ] as const) {
    it(`define the elements once and share one connection: ${what}`, async () => {
      const widget = `<chat-widget mode="inline" ${site.identity()}></chat-widget>`;
      const opened = await site.open(head, widget + widget);
      page = opened.page;
      await page
        .getByRole('button', { name: /^Computing/ })
        .nth(1)
        .waitFor();
      assert.equal(site.backend.connections, 1);
      assert.deepEqual(opened.complaints, []);
      await page.close();
      await until(() => site.backend.connections === 0, 'the connection to end');
    });
  }
});
