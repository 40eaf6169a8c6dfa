import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from './actor.ts';
import { widgetTag } from './host.ts';
import { mara, Stage } from './stage.ts';

describe('narrow and wide, and by keyboard alone', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  const composerOf = (actor: Actor) => actor.composer;
  const listOf = (actor: Actor) => actor.page.getByRole('list', { name: 'Conversations' });

  it('narrow: the list or the conversation, with a way back', async () => {
    const actor = await stage.enter(mara, { browser: { viewport: { width: 390, height: 760 } } });
    await listOf(actor).waitFor();
    assert.equal(await composerOf(actor).isVisible(), false);
    await actor.openRoom('Order 2417');
    await listOf(actor).waitFor({ state: 'hidden' });
    await actor.page.getByRole('button', { name: 'Back' }).click();
    await listOf(actor).waitFor();
    assert.equal(await composerOf(actor).isVisible(), false);
  });

  it('wide: both, whatever the window, by the width of the widget itself', async () => {
    const actor = await stage.enter(mara);
    await actor.openRoom('Order 2417');
    assert.equal(await listOf(actor).isVisible(), true);
    assert.equal(await actor.page.getByRole('button', { name: 'Back' }).isVisible(), false);
    await actor.page.evaluate(() => {
      document.querySelector('chat-widget')!.style.inlineSize = '380px';
    });
    await listOf(actor).waitFor({ state: 'hidden' });
    await actor.page.getByRole('button', { name: 'Back' }).waitFor();
  });

  it('nothing is wider than the page, down to 320 pixels', async () => {
    const actor = await stage.enter(mara, { browser: { viewport: { width: 320, height: 640 } } });
    const overflow = () => actor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await listOf(actor).waitFor();
    assert.equal(await overflow(), 0);
    await actor.openRoom('Order 2417');
    assert.equal(await overflow(), 0);
  });

  it('by keyboard alone: open the launcher, choose a room, write, close, and be where one was', async () => {
    const body = widgetTag({ url: stage.url, person: mara, token: await stage.token(mara), more: '' });
    const actor = await stage.enter(mara, { body });
    const { keyboard } = actor.page;
    await actor.page.getByRole('button', { name: /Open chat/ }).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await actor.room('Order 2417').waitFor();
    await tabTo(actor, 'chat-widget-room');
    // To the room by the first letters of its name.
    await keyboard.type('ord');
    await keyboard.press('Enter');
    await tabTo(actor, 'textarea');
    await keyboard.type('Written without a mouse');
    await keyboard.press('Enter');
    await actor.message('Written without a mouse').getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    await keyboard.press('Escape');
    await actor.composer.waitFor({ state: 'detached' });
    assert.match(await focused(actor), /chat-widget-launcher/);
  });
});

/** Presses Tab until the focus is in such an element, at most as often as there can be stops. */
async function tabTo(actor: Actor, name: string): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focused(actor)).split(' > ').includes(name)) return;
    await actor.page.keyboard.press('Tab');
  }
  assert.fail(`The Tab key does not lead to ${name}; the focus is at: ${await focused(actor)}`);
}

/** Names of the focused elements, from the page's inwards. */
function focused(actor: Actor): Promise<string> {
  return actor.page.evaluate(() => {
    const names: string[] = [];
    for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) names.push(at.localName);
    return names.join(' > ');
  });
}
