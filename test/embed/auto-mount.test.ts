import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { CLASSIC, EmbedSite, MODULE } from './embed-site.ts';

describe('a script tag with data attributes', () => {
  let site: EmbedSite;

  before(async () => {
    site = await EmbedSite.start();
  });

  after(() => site.close());

  const widgets = (page: Page) => page.locator('body > chat-widget');

  for (const [where, head, body] of [
    ['classic in the head', `src="/${CLASSIC}"`, false],
    ['classic at the end of the body', `src="/${CLASSIC}"`, true],
    ['classic and deferred', `defer src="/${CLASSIC}"`, false],
    ['classic and async', `async src="/${CLASSIC}"`, false],
    ['a module in the head', `type="module" src="/${MODULE}"`, false],
    ['an async module in the body', `type="module" async src="/${MODULE}?v=1"`, true],
  ] as const) {
    it(`puts a widget on the page: ${where}`, async () => {
      const tag = `<script ${head} ${site.identity('data-')}></script>`;
      const { page, complaints } = await site.open(body ? '' : tag, `<h1>Site</h1>${body ? tag : ''}`);
      await page.getByRole('button', { name: 'Open chat' }).click();
      await page.getByRole('button', { name: /^Computing/ }).waitFor();
      assert.equal(await widgets(page).count(), 1);
      assert.deepEqual(complaints, []);
    });
  }

  it('hands every attribute of the element on, booleans too', async () => {
    const more =
      'data-mode="inline" data-theme="dark" data-label="Help" data-readonly data-max-length="99" data-room="r1"';
    const { page } = await site.open('', `<script src="/${CLASSIC}" ${site.identity('data-')} ${more}></script>`);
    await page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
    const attributes = await widgets(page).evaluate(({ attributes: all }) =>
      Object.fromEntries(Array.from(all, ({ name, value }) => [name, value])),
    );
    assert.deepEqual(
      { ...attributes, 'server-url': '' },
      {
        'server-url': '',
        'user-id': 'u1',
        'user-name': 'Grace Hopper',
        mode: 'inline',
        theme: 'dark',
        label: 'Help',
        readonly: '',
        'max-length': '99',
        room: 'r1',
      },
    );
  });

  it('leaves a page alone whose tag names no server', async () => {
    const { page } = await site.open(
      `<script src="/${CLASSIC}" data-user-id="u1"></script><script type="module" src="/${MODULE}"></script>`,
    );
    assert.equal(await page.evaluate(() => typeof customElements.get('chat-widget')), 'function');
    assert.equal(await page.locator('chat-widget').count(), 0);
  });

  it('works in a tag that the page adds later', async () => {
    const { page } = await site.open('');
    await page.evaluate(
      ([src, url]) => {
        const script = document.createElement('script');
        Object.assign(script.dataset, { serverUrl: url, userId: 'u1' });
        script.src = src;
        document.head.append(script);
      },
      [`/${CLASSIC}`, site.backend.url] as const,
    );
    await widgets(page).waitFor({ state: 'attached' });
  });
});
