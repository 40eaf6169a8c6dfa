import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type EmbedPage, EmbedSite, SCRIPTS } from './embed-site.ts';

/** The files of languages that were fetched, by their codes. */
const languagesOf = ({ requests }: EmbedPage): string[] =>
  requests.flatMap((name) => /^chat-widget\.([a-z]{2}(?:-[a-z]+)?)\.js$/.exec(name)?.[1] ?? []);

describe('a page in another language', () => {
  let site: EmbedSite;
  let page: Page | undefined;

  before(async () => {
    site = await EmbedSite.start();
  });

  afterEach(() => page?.close());

  after(() => site.close());

  const open = async (head: string, lang: string, prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> => {
    const widget = `<chat-widget mode="inline" ${site.identity()}></chat-widget>`;
    const opened = await site.open(head, `<div lang="${lang}">${widget}${widget}</div>`, '', prepare);
    page = opened.page;
    return opened;
  };

  /** Of the first widget. */
  const shows = (name: string): Promise<void> => page!.getByRole('button', { name, exact: true }).first().waitFor();

  for (const [what, head] of Object.entries(SCRIPTS)) {
    it(`has its texts from one small file, and follows another lang: ${what}`, async () => {
      const opened = await open(head, 'de-AT');
      await shows('Neuer Chat');
      assert.deepEqual(languagesOf(opened), ['de']);
      await opened.page.evaluate(() => document.querySelector('div')?.setAttribute('lang', 'pt-BR'));
      await shows('Nova conversa');
      assert.deepEqual(languagesOf(opened), ['de', 'pt']);
      await opened.page.evaluate(() => document.querySelector('div')?.setAttribute('lang', 'zh-TW'));
      await shows('新聊天');
      assert.deepEqual(languagesOf(opened), ['de', 'pt', 'zh-hant']);
      assert.deepEqual(opened.complaints, []);
    });

    it(`fetches none where the page is English: ${what}`, async () => {
      const opened = await open(head, 'en-GB');
      await shows('New chat');
      assert.deepEqual(languagesOf(opened), []);
    });

    it(`is English where the file cannot be fetched: ${what}`, async () => {
      const opened = await open(head, 'de', (each) => each.route('**/chat-widget.de.*', (route) => route.abort()));
      await shows('New chat');
      await opened.page
        .getByRole('button', { name: /^Computing/ })
        .first()
        .click();
      await opened.page.getByText('Can machines think?').first().waitFor();
    });
  }
});
