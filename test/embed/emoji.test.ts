import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type EmbedPage, EmbedSite, SCRIPTS } from './embed-site.ts';

/** What of the emoji was fetched. */
const filesOf = ({ requests }: EmbedPage): string[] => requests.filter((name) => name.startsWith('chat-widget.emoji'));

describe('emoji in another language', () => {
  let site: EmbedSite;
  let page: Page | undefined;

  before(async () => {
    site = await EmbedSite.start();
  });

  afterEach(() => page?.close());

  after(() => site.close());

  const open = async (head: string, lang: string, prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> => {
    const body = `<div lang="${lang}"><chat-widget mode="inline" ${site.identity()}></chat-widget></div>`;
    const opened = await site.open(head, body, '', prepare);
    page = opened.page;
    await page.getByRole('button', { name: /^Computing/ }).click();
    await page.getByText('Can machines think?').first().waitFor();
    return opened;
  };

  const openPanel = async (): Promise<Locator> => {
    await page!.locator('[part~=emoji]').click();
    return page!.locator('chat-widget-emoji-picker');
  };

  for (const [what, head] of Object.entries(SCRIPTS)) {
    it(`are named by one file, fetched with their first use, and follow another lang: ${what}`, async () => {
      const opened = await open(head, 'de-AT');
      assert.deepEqual(filesOf(opened), []);
      const panel = await openPanel();
      await panel.getByRole('button', { name: 'grinsendes Gesicht', exact: true }).waitFor();
      assert.deepEqual(filesOf(opened), ['chat-widget.emoji.js', 'chat-widget.emoji-de.js']);
      await panel.getByRole('searchbox').fill('ELEFÄNT');
      await panel.getByRole('button', { name: 'Elefant' }).waitFor();
      await opened.page.evaluate(() => document.querySelector('div')?.setAttribute('lang', 'zh-TW'));
      await panel.getByRole('searchbox', { name: '表情符號' }).fill('elephant');
      await panel.getByRole('button', { name: '大象' }).waitFor();
      assert.deepEqual(filesOf(opened).slice(2), ['chat-widget.emoji-zh-hant.js']);
      assert.deepEqual(opened.complaints, []);
    });

    it(`are English where that cannot be fetched: ${what}`, async () => {
      await open(head, 'de', (each) => each.route('**/chat-widget.emoji-de.*', (route) => route.abort()));
      const panel = await openPanel();
      await panel.getByRole('searchbox').fill('elephant');
      await panel.getByRole('button', { name: 'elephant' }).click();
      assert.equal(await page!.locator('chat-widget-composer').getByRole('textbox').inputValue(), '🐘');
    });

    it(`need no other file where the page is English: ${what}`, async () => {
      const opened = await open(head, 'en');
      const panel = await openPanel();
      await panel.getByRole('button', { name: 'grinning face', exact: true }).waitFor();
      assert.deepEqual(filesOf(opened), ['chat-widget.emoji.js']);
    });
  }

  it('are completed by their names in it while a message is written', async () => {
    await open(SCRIPTS['the module'], 'de');
    const text = page!.locator('chat-widget-composer').getByRole('textbox');
    await text.pressSequentially('Schau :elef');
    await page!.getByRole('option', { name: 'Elefant' }).waitFor();
    await text.press('Enter');
    assert.equal(await text.inputValue(), 'Schau 🐘');
  });

  it('have the skin tone that was chosen before the page was loaded again', async () => {
    await open(SCRIPTS['the module'], 'de');
    let panel = await openPanel();
    await panel.getByRole('button', { name: /^Hautton/ }).click();
    await panel.getByRole('radio', { name: 'dunkel', exact: true }).click();
    await panel.getByRole('button', { name: 'Hautton: dunkel' }).waitFor();
    await page!.reload();
    await page!.getByRole('button', { name: /^Computing/ }).click();
    panel = await openPanel();
    await panel.getByRole('button', { name: 'winkende Hand' }).click();
    assert.equal(await page!.locator('chat-widget-composer').getByRole('textbox').inputValue(), '👋🏿');
  });
});
