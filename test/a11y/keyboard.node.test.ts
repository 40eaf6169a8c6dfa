import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from '../integration/actor.ts';
import { widgetTag } from '../integration/host.ts';
import { amelie, jonas, mara, Stage } from '../integration/stage.ts';
import { until } from '../integration/until.ts';
import { BareBackend } from '../support/bare-backend.ts';
import { Keyboard } from './keyboard.ts';

/** Something to come from, and to go on to. */
const AROUND = (widget: string) => `<button>Before</button>${widget}<button>After</button>`;

describe('by keyboard alone', () => {
  let stage: Stage;
  let backend: BareBackend;

  before(async () => {
    [stage, backend] = await Promise.all([Stage.open({ MAX_MESSAGE_LENGTH: '200' }), BareBackend.start()]);
  });
  after(async () => {
    await stage.close();
    await backend.close();
  });

  async function enter(more = 'mode="inline"'): Promise<[Actor, Keyboard]> {
    const body = AROUND(widgetTag({ url: stage.url, person: mara, token: await stage.token(mara), more }));
    const actor = await stage.enter(mara, { body });
    return [actor, new Keyboard(actor)];
  }

  it('opens by the launcher, finds a room by its first letters, goes back, closes, and is where it was', async () => {
    const [actor, keyboard] = await enter('');
    await actor.page.getByRole('button', { name: /Open chat/ }).waitFor();
    await keyboard.tabTo(/chat-widget-launcher/);
    await keyboard.press('Enter');
    await actor.room('Order 2417').waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    await keyboard.type('ord');
    await keyboard.isAt(/Order 2417/);
    await keyboard.press('Enter');
    await keyboard.isAt(/h2 "Order 2417/);
    await keyboard.tabTo(/"Back"/, 'Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.isAt(/Order 2417/);
    await keyboard.press('Escape');
    await keyboard.isAt(/chat-widget-launcher > button/);
    assert.equal(await actor.page.locator('.panel').count(), 0);
    // The panel is no trap: behind its last stop the page goes on.
    await keyboard.press('Enter');
    await keyboard.tabTo(/"After"/);
  });

  it('finds a room by the filter, and empties it with Escape', async () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];
    backend.answers = {
      get_chats: () => ({
        event: 'set_chats',
        payload: names.map((name) => ({ _id: name, name, is_group: true, participants: [mara, jonas] })),
      }),
    };
    const actor = await stage.enter(mara, {
      body: AROUND(widgetTag({ url: backend.url, person: mara, more: 'mode="inline"' })),
    });
    const keyboard = new Keyboard(actor);
    await actor.room('Zeta').waitFor();
    await keyboard.tabTo(/input "Search/);
    await keyboard.type('zet');
    await actor.room('Alpha').waitFor({ state: 'detached' });
    await keyboard.press('Escape');
    await actor.room('Alpha').waitFor();
    await keyboard.type('zet');
    await actor.room('Alpha').waitFor({ state: 'detached' });
    await keyboard.press('ArrowDown');
    await keyboard.isAt(/Zeta/);
    await keyboard.press('Enter');
    await keyboard.isAt(/chat-widget-composer > textarea "Message Zeta/);
  });

  it('list: arrows, Home and End go over the rooms; it is one stop for Tab', async () => {
    const [actor, keyboard] = await enter();
    await actor.room('Order 2417').waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    const first = (await keyboard.place).name;
    await keyboard.press('End');
    const last = (await keyboard.place).name;
    assert.notEqual(first, last);
    await keyboard.press('ArrowDown');
    assert.equal((await keyboard.place).name, last, 'nothing comes after the last');
    await keyboard.press('Home');
    assert.equal((await keyboard.place).name, first);
    await keyboard.press('Tab');
    assert.doesNotMatch((await keyboard.place).path, /chat-widget-room /);
  });

  it('side by side: chooses, writes at once, walks the messages, jumps to the latest, and comes back', async () => {
    const [actor, keyboard] = await enter();
    await actor.room(jonas.name).waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    await keyboard.type('jon');
    await keyboard.press('Enter');
    await keyboard.isAt(/textarea "Message Jonas/);
    await keyboard.type('Written without a mouse');
    await keyboard.press('Enter');
    await actor.message('Written without a mouse').getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    await keyboard.isAt(/textarea/);
    await keyboard.press('Shift+Tab');
    await keyboard.isAt(/chat-widget-thread > div "You, /);
    await keyboard.press('ArrowUp');
    const before = await keyboard.place;
    await keyboard.press('ArrowDown');
    assert.notDeepEqual(await keyboard.place, before);
    await keyboard.press('Home');
    await until(async () => (await keyboard.place).name !== before.name, 'the first message');
    if (await actor.page.locator('.jump').isVisible()) {
      await keyboard.tabTo(/jump|latest/i);
      await keyboard.press('Enter');
    } else await keyboard.press('End');
    await keyboard.isAt(/chat-widget-thread > div "You, /);
    await keyboard.tabTo(/textarea/);
  });

  it('mod-enter: Enter writes a line, with Control it sends', async () => {
    const [actor, keyboard] = await enter('mode="inline" send-key="mod-enter"');
    await actor.room(jonas.name).waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    await keyboard.type('jon');
    await keyboard.press('Enter');
    await keyboard.isAt(/textarea/);
    await keyboard.type('First line');
    await keyboard.press('Enter');
    await keyboard.type('second line');
    assert.equal(await actor.composer.inputValue(), 'First line\nsecond line');
    await keyboard.press('Control+Enter');
    await actor.message('First line').waitFor();
  });

  it('a message that failed: tries again, deletes it, and loses its place never', async () => {
    const [actor, keyboard] = await enter();
    await actor.room('Order 2417').waitFor();
    await keyboard.tabTo(/chat-widget-room > button/);
    await keyboard.type('ord');
    await keyboard.press('Enter');
    await keyboard.isAt(/textarea/);
    await actor.composer.fill('Too long for this server. '.repeat(10));
    await keyboard.press('Enter');
    const failed = actor.message('Too long');
    await failed.getByRole('button', { name: 'Try again' }).waitFor();
    await keyboard.press('Shift+Tab');
    await keyboard.isAt(/chat-widget-thread > div "You, /);
    await keyboard.tabTo(/"Try again"/);
    await keyboard.press('Enter');
    await failed.getByRole('button', { name: 'Try again' }).waitFor();
    await keyboard.isAt(/chat-widget-thread/);
    await keyboard.tabTo(/"Delete"/);
    await keyboard.press('Enter');
    await failed.waitFor({ state: 'detached' });
    await keyboard.isAt(/chat-widget-(thread|composer)/);
  });

  it('the dialog: keeps the focus in, makes a direct room and a group, and gives the focus back', async () => {
    const [actor, keyboard] = await enter();
    await actor.room(jonas.name).waitFor();
    await keyboard.tabTo(/"New chat"/);
    await keyboard.press('Enter');
    await keyboard.isAt(/chat-widget-people-picker > input/);
    for (let presses = 0; presses < 12; presses += 1) {
      await actor.page.keyboard.press('Tab');
      // Between two rounds the browser's own buttons have their turn.
      assert.match((await keyboard.place).path, /^body$|chat-widget-room-dialog/);
    }
    await keyboard.press('Escape');
    await keyboard.isAt(/"New chat"/);

    await keyboard.press('Enter');
    await keyboard.isAt(/chat-widget-people-picker > input/);
    await keyboard.type('amél');
    await keyboard.press('Enter');
    await keyboard.tabTo(/"Start chat"|"Create"|button "Start/);
    await keyboard.press('Enter');
    await keyboard.isAt(/textarea "Message Amélie/);

    await keyboard.tabTo(/"New chat"/, 'Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.isAt(/chat-widget-people-picker > input/);
    await keyboard.tabTo(/chat-widget-room-dialog > input/, 'Shift+Tab');
    await keyboard.press('ArrowRight', 'Tab');
    await keyboard.type('Without a mouse');
    await keyboard.press('Tab');
    for (const { name } of [jonas, amelie]) {
      await keyboard.type(name.slice(0, 5));
      await keyboard.press('Enter');
    }
    await keyboard.tabTo(/"Create group"/);
    await keyboard.press('Enter');
    await keyboard.isAt(/textarea "Message Without a mouse/);
  });

  it('dismisses an error, and tries a broken connection again', async () => {
    backend.answers = { get_chats: () => ({ event: 'set_chats', payload: [] }) };
    const body = AROUND(widgetTag({ url: backend.url, person: mara, more: 'mode="inline"' }));
    const actor = await stage.enter(mara, { body });
    const keyboard = new Keyboard(actor);
    await actor.page.getByText('No conversations yet').waitFor();
    backend.send('error', 'The room is closed for today.');
    await actor.notices.waitFor();
    await keyboard.tabTo(/"Dismiss: The room/);
    await keyboard.press('Enter');
    await actor.notices.waitFor({ state: 'detached' });
    await keyboard.isAt(/^chat-widget > section/);
    await actor.page.context().setOffline(true);
    await keyboard.tabTo(/chat-widget-connection-status > button/);
    await actor.page.context().setOffline(false);
    await keyboard.press('Enter');
    await actor.connection.getByRole('button').waitFor({ state: 'detached' });
    // Its button is gone; the person must not begin at the top of the page.
    await keyboard.isAt(/^chat-widget > chat-widget-connection-status/);
    await keyboard.tabTo(/"New chat"/);
  });
});
