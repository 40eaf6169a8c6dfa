import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from '../integration/actor.ts';
import { widgetTag } from '../integration/host.ts';
import { jonas, mara, Stage } from '../integration/stage.ts';
import { until } from '../integration/until.ts';
import { BareBackend } from '../support/bare-backend.ts';
import { Keyboard } from './keyboard.ts';
import { losses } from './reflow.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);

describe('little room, large letters, few colors', () => {
  let stage: Stage;
  let backend: BareBackend;

  before(async () => {
    [stage, backend] = await Promise.all([Stage.open(), BareBackend.start()]);
    const said = { _id: 'm1', room: 'long', user: jonas, message_body: `${LONG} https://example.org/${LONG}` };
    const room = {
      _id: 'long',
      name: LONG,
      is_group: true,
      participants: [mara, jonas],
      messages: [said],
      unread: 120,
    };
    const others = ['A', 'B', 'C', 'D', 'E'].map((id) => ({ ...room, _id: id, name: `${id} ${LONG}`, messages: [] }));
    backend.answers = { get_chats: () => ({ event: 'set_chats', payload: [room, ...others] }) };
  });
  after(async () => {
    await stage.close();
    await backend.close();
  });

  async function enter(browser = {}, before = ''): Promise<Actor> {
    const body = before + widgetTag({ url: backend.url, person: mara, more: 'mode="fullscreen"' });
    return stage.enter(mara, { body, browser: { reducedMotion: 'reduce', ...browser } });
  }

  const cases = [
    ['320 × 568', { width: 320, height: 568 }, 1, ''],
    ['320 × 568 in Arabic', { width: 320, height: 568 }, 1, '<div lang="ar" dir="rtl">'],
    ['letters of 200 %', { width: 640, height: 720 }, 2, ''],
    ['letters of 200 % on 320 × 568', { width: 320, height: 568 }, 2, ''],
  ] as const;

  for (const [name, viewport, letters, before] of cases) {
    it(`${name}: nothing is lost in the list, the room, with an error, and in the dialog`, async () => {
      const actor = await enter({ viewport }, before);
      const { page } = actor;
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16 * letters, fixed: 13 * letters } });
      await actor.room(LONG).first().waitFor();
      assert.deepEqual(await page.evaluate(losses), [], 'list');
      await page.locator('[part~="new-room"]').click();
      await page.locator('chat-widget-room-dialog input[type=radio]').last().check({ force: true });
      await page.locator('#name').waitFor();
      assert.deepEqual(await page.evaluate(losses), [], 'dialog');
      await page.keyboard.press('Escape');
      await actor.room(LONG).first().click();
      await page.locator('.message').waitFor();
      assert.deepEqual(await page.evaluate(losses), [], 'room');
      backend.send('error', LONG);
      await actor.notices.first().waitFor();
      assert.deepEqual(await page.evaluate(losses), [], 'error');
      // There is still room to write and to read.
      assert.ok((await actor.composer.boundingBox())!.y < viewport.height - 20);
    });
  }

  it('what sticks out is found', async () => {
    const actor = await enter({ viewport: { width: 320, height: 568 } });
    await actor.room(LONG).first().waitFor();
    await actor.page.locator('[part~="new-room"]').evaluate((button) => (button.style.marginInlineStart = '400px'));
    assert.match((await actor.page.evaluate(losses)).join(), /sticks out/);
  });

  it('in forced colors the focus, the open room, own messages and what is unread still show', async () => {
    const actor = await enter({ forcedColors: 'active' });
    const keyboard = new Keyboard(actor);
    await actor.room(LONG).first().waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    await keyboard.press('Home', 'Enter');
    await keyboard.isAt(/textarea/);
    await keyboard.type('Mine');
    await keyboard.press('Enter');
    await actor.message('Mine').waitFor();
    await keyboard.tabTo(/chat-widget-thread/, 'Shift+Tab');
    await keyboard.press('ArrowUp');
    const looks = await actor.page.evaluate(() => {
      const inside = (tag: string) =>
        document.querySelector('chat-widget')!.shadowRoot!.querySelector(tag)!.shadowRoot!;
      const rooms = [...inside('chat-widget-room-list').querySelectorAll('chat-widget-room')];
      const lookOf = (element: Element | null | undefined): string => {
        if (!element) return '';
        const { backgroundColor, borderColor, borderWidth, outline, borderStyle } = getComputedStyle(element);
        return [backgroundColor, borderColor, borderWidth, borderStyle, outline].join();
      };
      const thread = inside('chat-widget-thread');
      return {
        rooms: rooms.slice(0, 2).map((room) => lookOf(room.shadowRoot!.querySelector('.room'))),
        unread: lookOf(rooms[1]?.shadowRoot?.querySelector('.unread-count')),
        own: lookOf(thread.querySelector('.message.own .bubble')),
        other: lookOf(thread.querySelector('.message:not(.own) .bubble')),
      };
    });
    assert.notEqual(looks.rooms[0], looks.rooms[1], 'the open room');
    assert.match(looks.unread, /solid|rgb/);
    assert.notEqual(looks.own, looks.other, 'own and other messages');
  });

  it('the keyboard of a phone covers nothing of what covers the screen', async () => {
    const actor = await enter({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await actor.room(LONG).first().tap();
    await actor.composer.tap();
    // No emulation brings up a keyboard; this is all that a page learns of one.
    await actor.page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { value: 420 });
      visualViewport!.dispatchEvent(new Event('resize'));
    });
    await until(async () => {
      const box = await actor.composer.boundingBox();
      return box && box.y + box.height <= 420;
    }, 'the field to be above the keyboard');
    const box = await actor.page.locator('.panel').boundingBox();
    assert.equal(box?.height, 420);
  });
});
