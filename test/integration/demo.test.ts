import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { jonas, mara, Stage } from './stage.ts';

describe('the demo pages, as the server serves them', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it('shop: a question about a chair goes to the workshop', async () => {
    const { page, composer } = await stage.visit(mara, stage.url);
    await page.getByRole('button', { name: 'Ask about it' }).first().click();
    await composer.and(page.locator(':focus')).waitFor();
    assert.equal(await composer.inputValue(), 'A question about the Heron chair: ');
  });

  it('asks nobody but its own server for anything', async () => {
    const elsewhere: string[] = [];
    const { page } = await stage.visit(mara, 'about:blank');
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.url)) elsewhere.push(request.url());
    });
    for (const path of ['/', '/side-by-side.html', '/theme.html'])
      await page.goto(stage.url + path, { waitUntil: 'networkidle' });
    assert.deepEqual(elsewhere, []);
  });

  it('shop: a second window is somebody else', async () => {
    const actor = await stage.visit(mara, stage.url);
    const address = await actor.page.getByRole('link', { name: 'Answer as Jonas' }).getAttribute('href');
    const other = await stage.visit(jonas, new URL(address ?? '', stage.url).href);
    await actor.page.getByRole('button', { name: 'Ask the workshop' }).click();
    await actor.send('Is somebody there?');
    await other.page.getByRole('button', { name: /Open chat, 1 unread/ }).click();
    await other.room(mara.name).click();
    await other.message('Is somebody there?').waitFor();
  });

  it('two people: what one writes the other reads, and the wire shows both directions', async () => {
    const { page } = await stage.visit(mara, `${stage.url}/side-by-side.html`);
    // Both see what they have said to each other, without a press.
    const [first, second] = [seat(page, 'first'), seat(page, 'second')];
    await first.getByRole('textbox').fill('Seen from both sides');
    await first.getByRole('textbox').press('Enter');
    await second.getByRole('article').filter({ hasText: 'Seen from both sides' }).waitFor();

    const rows = page.locator('#events > li');
    await rows.filter({ hasText: 'new_message' }).filter({ hasText: 'Mara' }).filter({ hasText: '→' }).waitFor();
    await rows.filter({ hasText: 'message_broadcast' }).filter({ hasText: 'Jonas' }).filter({ hasText: '←' }).waitFor();
    // Else what comes moves the rows away from under the pointer.
    await page.getByRole('button', { name: 'Pause' }).click();
    const sent = rows.filter({ hasText: 'new_message' });
    await sent.locator('summary').click();
    await sent.getByText('"message_body": "Seen from both sides"').waitFor();
  });

  it('two people: neither token nor engine id is shown', async () => {
    const { page, wire } = await stage.visit(mara, `${stage.url}/side-by-side.html`);
    const { sid, token } = await wire.sent('connected');
    const row = page.locator('#events > li').filter({ hasText: 'connected' }).first();
    await row.waitFor();
    const text = (await page.locator('#events').textContent()) ?? '';
    assert.match(text, /"sid":"•••","token":"•••"/);
    assert.equal(text.includes(String(sid)) || text.includes(String(token)), false);
  });

  it('two people: another person on one side, the log paused, the snippet follows the choices', async () => {
    const { page } = await stage.visit(mara, `${stage.url}/side-by-side.html`);
    const rows = page.locator('#events > li');
    await rows.filter({ hasText: 'set_chats' }).nth(1).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    await seat(page, 'second').getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Amélie Laurent' });
    await seat(page, 'second').locator('chat-widget-room').filter({ hasText: 'Workshop' }).waitFor();
    assert.equal(await rows.count(), 0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await rows.filter({ hasText: 'Amélie' }).filter({ hasText: 'connected' }).first().waitFor();

    await page.getByText('Dark', { exact: true }).click();
    await page.getByText('RTL', { exact: true }).click();
    await page.getByRole('tab', { name: 'npm' }).click();
    const code = await page.getByRole('tabpanel').textContent();
    assert.match(code ?? '', /theme="dark"\n {2}dir="rtl"[^]*import 'chat-widget'/);
  });

  it('theme: by keyboard, from a beginning to the code', async () => {
    const { page } = await stage.visit(mara, `${stage.url}/theme.html`);
    const radius = () =>
      page
        .locator('chat-widget')
        .first()
        .evaluate((widget) => getComputedStyle(widget).getPropertyValue('--chat-widget-radius'));
    await page.getByRole('button', { name: 'Fern' }).press('Enter');
    assert.equal(await radius(), '8px');
    await page.getByRole('slider', { name: 'Corners' }).press('ArrowRight');
    assert.equal(await radius(), '9px');
    await page.getByLabel('Button at the').selectOption('start');
    assert.equal(
      await page.locator('#code').textContent(),
      'chat-widget {\n  --chat-widget-accent: #0b7a5c;\n  --chat-widget-radius: 9px;\n}\n\n<chat-widget placement="start"></chat-widget>',
    );
    await page.getByRole('button', { name: 'Plain' }).press('Enter');
    assert.equal(await radius(), '');
  });

  for (const path of ['/', '/side-by-side.html', '/theme.html']) {
    it(`${path} is never wider than a phone`, async () => {
      const { page } = await stage.visit(mara, stage.url + path, {
        browser: { viewport: { width: 320, height: 640 } },
      });
      await page.locator('chat-widget').first().waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }
});

function seat(page: Page, position: 'first' | 'second'): Locator {
  return page.locator(`[data-seat="${position}"]`);
}
