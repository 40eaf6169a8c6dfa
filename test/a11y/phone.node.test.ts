import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from '../integration/actor.ts';
import { widgetTag } from '../integration/host.ts';
import { mara, Stage } from '../integration/stage.ts';
import { until } from '../integration/until.ts';
import { Finger, pause } from './finger.ts';
import { smallTargets } from './targets.ts';

const SIZES = [
  [320, 568],
  [390, 844],
  [768, 1024],
] as const;

/** A page longer than the screen, so that there is something behind the chat that could scroll. */
const TALL = Array.from({ length: 80 }, (_, line) => `<p>Line ${line} of the page</p>`).join('');

describe('on a phone', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  async function enter([width, height]: readonly [number, number], more = '', before = ''): Promise<Actor> {
    const body = before + widgetTag({ url: stage.url, person: mara, token: await stage.token(mara), more }) + TALL;
    return stage.enter(mara, { body, browser: { viewport: { width, height }, hasTouch: true, isMobile: true } });
  }

  async function open(actor: Actor): Promise<void> {
    await actor.page.locator('chat-widget-launcher').getByRole('button').tap();
    await actor.room('Order 2417').waitFor();
  }

  const list = (actor: Actor) => actor.page.getByRole('list', { name: 'Conversations' });
  const panelBox = (actor: Actor) =>
    actor.page.evaluate(() => {
      const { x, y, width, height } = document
        .querySelector('chat-widget')!
        .shadowRoot!.querySelector('.panel')!
        .getBoundingClientRect();
      return { x, y, width, height };
    });
  const scrolled = (actor: Actor) => actor.page.evaluate(() => [scrollX, scrollY]);

  for (const size of SIZES) {
    const [width, height] = size;
    const isPhone = width <= 480;

    it(`${width} × ${height}: ${isPhone ? 'covers the screen' : 'stands in the corner'}, and a finger scrolls the messages, never the page behind`, async () => {
      const actor = await enter(size);
      await open(actor);
      const box = await until(async () => {
        const { x, y, ...rest } = await panelBox(actor);
        return !isPhone || (x === 0 && y === 0) ? { x, y, ...rest } : undefined;
      }, 'the panel at its place');
      if (isPhone) assert.deepEqual(box, { x: 0, y: 0, width, height });
      else assert.ok(box.width < width && box.height < height);
      await actor.room('Order 2417').tap();
      await actor.composer.waitFor();
      const finger = await Finger.on(actor.page);
      const { x, y, width: wide, height: high } = await panelBox(actor);
      const middle = { x: x + wide / 2, y: y + high / 2 };
      // To both ends and on: what is over must not go to the page.
      for (const to of [y + 90, y + high - 90, y + 90]) await finger.flick(middle, { x: middle.x, y: to });
      const bar = { x: middle.x, y: y + high - 20 };
      await finger.flick(bar, { x: middle.x, y: y + 60 });
      assert.deepEqual(await scrolled(actor), [0, 0]);
      await actor.page.getByRole('button', { name: 'Close chat' }).first().tap();
      await actor.composer.waitFor({ state: 'detached' });
    });
  }

  it('fields are large enough that no phone zooms into them', async () => {
    const actor = await enter(SIZES[0]);
    await open(actor);
    await actor.page.getByRole('button', { name: 'New chat' }).tap();
    const dialog = actor.page.getByRole('dialog').getByRole('combobox');
    await dialog.waitFor();
    const sizeOf = (locator: typeof dialog) =>
      locator.evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
    assert.ok((await sizeOf(dialog)) >= 16);
    await actor.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).first().tap();
    await actor.room('Order 2417').tap();
    await actor.composer.waitFor();
    assert.ok((await sizeOf(actor.composer)) >= 16);
  });

  it('what a thumb presses is 44 pixels high and wide', async () => {
    const actor = await enter(SIZES[0]);
    const { page } = actor;
    // What rises is a little smaller at first.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(actor);
    assert.deepEqual(await page.evaluate(smallTargets, 44), [], 'list');
    await page.getByRole('button', { name: 'New chat' }).tap();
    const dialog = page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).first();
    await dialog.waitFor();
    assert.deepEqual(await page.evaluate(smallTargets, 44), [], 'dialog');
    await dialog.tap();
    await actor.room('Order 2417').tap();
    await actor.composer.waitFor();
    assert.deepEqual(await page.evaluate(smallTargets, 44), [], 'room');
  });

  describe('Back', () => {
    it('closes the panel, leaves the page where it is, and no entry behind', async () => {
      const actor = await enter(SIZES[1], 'back-closes');
      const { page } = actor;
      await page.evaluate(() => history.replaceState({ router: 'kept' }, ''));
      const [address, entries] = [page.url(), await page.evaluate(() => history.length)];
      await open(actor);
      assert.equal(await page.evaluate(() => (history.state as { router: string }).router), 'kept');
      await page.goBack();
      await list(actor).waitFor({ state: 'hidden' });
      assert.equal(page.url(), address);
      assert.deepEqual(await page.evaluate(() => history.state as unknown), { router: 'kept' });
      // What lies before it now is forward of here, and goes with the next step.
      await open(actor);
      assert.equal(await page.evaluate(() => history.length), entries + 1);
    });

    it('closed in another way, the entry goes too', async () => {
      const actor = await enter(SIZES[1], 'back-closes');
      await actor.page.evaluate(() => history.replaceState({ router: 'kept' }, ''));
      await open(actor);
      await actor.page.getByRole('button', { name: 'Close chat' }).first().tap();
      await until(
        () => actor.page.evaluate(() => !('chat-widget-open' in (history.state as object))),
        'the entry to be gone',
      );
      await open(actor);
      await actor.page.goBack();
      await list(actor).waitFor({ state: 'hidden' });
      assert.deepEqual(await actor.page.evaluate(() => history.state as unknown), { router: 'kept' });
    });

    it('a router that goes on while the panel closes is not taken back', async () => {
      const actor = await enter(SIZES[1], 'back-closes');
      await open(actor);
      await actor.page.evaluate(async () => {
        document.querySelector('chat-widget')!.hide();
        await document.querySelector('chat-widget')!.updateComplete;
        history.pushState({ page: 2 }, '', '#two');
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      assert.match(actor.page.url(), /#two$/);
      assert.deepEqual(await actor.page.evaluate(() => history.state as unknown), { page: 2 });
    });

    it('goes through what the page put over it first, and a page that keeps the panel open stays reachable', async () => {
      const actor = await enter(SIZES[1], 'back-closes');
      await open(actor);
      await actor.page.evaluate(() => history.pushState(null, '', '#over'));
      await actor.page.evaluate(() => history.back());
      await until(() => actor.page.evaluate(() => location.hash === ''), 'the first step back');
      assert.equal(await list(actor).isVisible(), true);
      await actor.page.evaluate(() => {
        document.addEventListener('chat-hide', (event) => event.preventDefault(), { once: true });
        history.back();
      });
      await until(
        () => actor.page.evaluate(() => 'chat-widget-open' in ((history.state ?? {}) as object)),
        'the entry to be there again',
      );
      assert.equal(await list(actor).isVisible(), true);
      await actor.page.evaluate(() => history.back());
      await list(actor).waitFor({ state: 'hidden' });
    });

    it('is left alone without the attribute', async () => {
      const actor = await enter(SIZES[1]);
      const entries = await actor.page.evaluate(() => history.length);
      await open(actor);
      assert.equal(await actor.page.evaluate(() => history.length), entries);
    });
  });

  describe('swipe', () => {
    const room = (actor: Actor) =>
      actor.page.evaluate(
        () => document.querySelector('chat-widget')!.shadowRoot!.querySelector('.room')!.getBoundingClientRect().x,
      );
    const isOpen = (actor: Actor) =>
      actor.page.evaluate(() => document.querySelector('chat-widget')!.room !== undefined);

    let reader: Actor | undefined;

    /** The same page for all that read from the left. */
    async function enterRoom(before = ''): Promise<[Actor, Finger]> {
      const actor = (before ? undefined : reader) ?? (await enter(SIZES[1], '', before));
      if (!before) reader = actor;
      if ((await actor.page.locator('.panel').count()) === 0) await open(actor);
      if (!(await isOpen(actor))) {
        // The browser takes a tap that comes right after a flick for its end.
        await pause(500);
        await actor.room('Order 2417').tap();
      }
      await actor.composer.waitFor();
      await until(async () => (await room(actor)) === 0, 'the room at its place');
      return [actor, await Finger.on(actor.page)];
    }

    it('from the start side: the room goes with the finger, and the list is under it', async () => {
      const [actor, finger] = await enterRoom();
      await finger.down({ x: 40, y: 400 });
      await finger.move({ x: 40, y: 400 }, { x: 240, y: 410 });
      assert.ok(Math.abs((await room(actor)) - 200) < 20, `the room is at ${await room(actor)}`);
      assert.equal(await actor.room('Order 2417').isVisible(), true);
      await finger.up();
      await until(async () => !(await isOpen(actor)), 'the list');
      await actor.composer.waitFor({ state: 'detached' });
      await until(() => actor.page.locator('.layout:not([swiping])').count(), 'the end of the swipe');
      assert.equal(await list(actor).isVisible(), true);
    });

    it('too short a one comes to nothing, a quick one is enough', async () => {
      const [actor, finger] = await enterRoom();
      await finger.drag({ x: 40, y: 400 }, { x: 110, y: 400 });
      await until(() => actor.page.locator('.layout:not([swiping])').count(), 'the room to be back');
      assert.equal(await isOpen(actor), true);
      assert.equal(await room(actor), 0);
      await finger.flick({ x: 40, y: 400 }, { x: 120, y: 400 });
      await until(async () => !(await isOpen(actor)), 'the list');
    });

    it('is none: from the middle, from the edge that is the browser’s, up and down, or after a rest', async () => {
      const [actor, finger] = await enterRoom();
      await finger.drag({ x: 200, y: 400 }, { x: 370, y: 400 });
      await finger.drag({ x: 8, y: 400 }, { x: 300, y: 400 });
      await finger.drag({ x: 60, y: 300 }, { x: 110, y: 500 });
      await finger.down({ x: 60, y: 400 });
      await pause(450);
      await finger.move({ x: 60, y: 400 }, { x: 320, y: 400 });
      await finger.up();
      await pause(100);
      assert.equal(await isOpen(actor), true);
      assert.equal(await room(actor), 0);
    });

    it('is mirrored where one reads from the right', async () => {
      const [actor, finger] = await enterRoom('<div dir="rtl" lang="ar">');
      await finger.drag({ x: 40, y: 400 }, { x: 330, y: 400 });
      assert.equal(await isOpen(actor), true);
      await finger.drag({ x: 350, y: 400 }, { x: 100, y: 400 });
      await until(async () => !(await isOpen(actor)), 'the list');
    });

    it('is none where list and room stand side by side', async () => {
      const body = widgetTag({
        url: stage.url,
        person: mara,
        token: await stage.token(mara),
        more: 'mode="fullscreen"',
      });
      const browser = { viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true };
      const actor = await stage.enter(mara, { body, browser });
      await actor.openRoom('Order 2417');
      const finger = await Finger.on(actor.page);
      await finger.down({ x: 60, y: 400 });
      await finger.move({ x: 60, y: 400 }, { x: 500, y: 400 });
      assert.equal(await actor.page.locator('.layout[swiping]').count(), 0);
      assert.equal(await isOpen(actor), true);
    });
  });
});
