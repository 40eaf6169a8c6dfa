import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from './actor.ts';
import { widgetTag } from './host.ts';
import { jonas, mara, Stage } from './stage.ts';
import { until } from './until.ts';

const LAUNCHER_SCRIPT = 'chat-widget.launcher.js';

declare global {
  // A `let` would not be on `globalThis`.
  var notified: string[];
}

/** Runs in the page: notes what the page is asked about. */
function hearNotify(): void {
  globalThis.notified = [];
  addEventListener('chat-notify', (event) => {
    const { message } = (event as CustomEvent<{ message: { body: string } }>).detail;
    globalThis.notified.push(message.body);
  });
}

describe('a message that nobody is reading', () => {
  let stage: Stage;
  let maraAt: Actor;
  let jonasAt: Actor;

  before(async () => {
    stage = await Stage.open();
    const token = await stage.token(mara);
    const body = widgetTag({ url: stage.url, person: mara, token, more: 'notify="preview title"' });
    [maraAt, jonasAt] = await Promise.all([
      stage.enter(mara, { body, before: [hearNotify] }),
      stage.enter(jonas, { before: [hearNotify] }),
    ]);
    await maraAt.wire.received('set_chats');
    await jonasAt.openRoom(mara.name);
  });
  after(() => stage.close());

  const preview = () => maraAt.page.locator('chat-widget .bubble:has(.dismiss)');
  const titleIs = (title: string) => until(async () => (await maraAt.page.title()) === title, `the title ${title}`);

  it('shows in a bubble and is counted in the title, until it is read', async () => {
    await jonasAt.send('Are you there?');
    await preview().getByText('Are you there?').waitFor();
    await titleIs('(1) Host');
    await jonasAt.send('Mara?');
    await preview().getByText('Mara?').waitFor();
    await titleIs('(2) Host');
  });

  it('is unread still after a reload, from the first one on', async () => {
    await maraAt.page.reload();
    await titleIs('(2) Host');
    await maraAt.page.locator('chat-widget-launcher .unread-count').getByText('2').waitFor();
  });

  it('opens its room from the bubble', async () => {
    await jonasAt.send('One more');
    await preview().getByRole('button', { name: 'One more' }).click();
    await maraAt.message('One more').waitFor();
    await titleIs('Host');
    assert.equal(await preview().count(), 0);
    assert.ok(await maraAt.composer.evaluate((field) => field.matches(':focus')), 'one can answer at once');
  });

  it('is told to nobody who is reading it', async () => {
    await maraAt.page.evaluate(() => {
      globalThis.notified = [];
    });
    await jonasAt.send('You see this one');
    await maraAt.message('You see this one').waitFor();
    await maraAt.send('So I do');
    await jonasAt.message('So I do').waitFor();
    // Longer than it takes to tell somebody.
    await maraAt.page.waitForTimeout(800);
    for (const { page } of [maraAt, jonasAt]) assert.deepEqual(await page.evaluate(() => globalThis.notified), []);
    assert.equal(await maraAt.page.title(), 'Host');
  });

  it('is read after a reload, too', async () => {
    await maraAt.page.waitForTimeout(600);
    await maraAt.page.reload();
    await maraAt.wire.received('set_chats');
    await maraAt.page.waitForTimeout(800);
    assert.equal(await maraAt.page.title(), 'Host');
    assert.equal(await maraAt.page.locator('chat-widget-launcher .unread-count').count(), 0);
  });

  it('shows before anything but the connection is fetched, and fetches the rest to open the room', async () => {
    const token = await stage.token(mara);
    const body = widgetTag({ url: stage.url, person: mara, token, more: '' });
    const early = await stage.enter(mara, { body, scripts: [LAUNCHER_SCRIPT], before: [hearNotify] });
    const fetched: string[] = [];
    early.page.on('request', (request) => fetched.push(request.url()));
    await early.wire.received('set_chats');
    await jonasAt.send('Before the widget');
    const bubble = early.page.getByRole('button', { name: 'Before the widget' });
    await bubble.waitFor();
    assert.deepEqual(
      fetched.filter((url) => /\.(core|panel)\./.test(url)),
      [],
    );
    await bubble.click();
    await early.message('Before the widget').waitFor();
    await early.page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'detached' });
  });
});
