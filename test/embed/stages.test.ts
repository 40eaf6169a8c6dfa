import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page, Route } from 'playwright-core';
import type { ChatWidget } from '../../src/elements/chat-widget/chat-widget.ts';
import { until } from '../integration/until.ts';
import { broadcast, CLASSIC, DIALOG, type EmbedPage, EmbedSite, MODULE, PANEL } from './embed-site.ts';

const script = `<script type="module" src="/${MODULE}"></script>`;
const BEFORE_INTENT = ['chat-widget.js', 'chat-widget.core.js', 'chat-widget.early.js'];

describe('a script that loads in stages', () => {
  let site: EmbedSite;
  let opened: EmbedPage;

  before(async () => {
    site = await EmbedSite.start();
  });

  afterEach(() => opened.page.close());

  after(() => site.close());

  async function open(more = '', head = script, prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> {
    site.backend.received.length = 0;
    opened = await site.open(head, `<h1>Site</h1><chat-widget ${site.identity()} ${more}></chat-widget>`, '', prepare);
    return opened;
  }

  const launcher = ({ page }: EmbedPage) => page.getByRole('button', { name: /^Open chat/ });
  const panel = ({ page }: EmbedPage) => page.getByRole('dialog', { name: 'Chat' });
  const room = ({ page }: EmbedPage) => page.getByRole('button', { name: /^Computing/ });
  const scripts = ({ requests }: EmbedPage): string[] => requests.filter((path) => path.endsWith('.js'));
  const isConnected = () =>
    until(() => site.backend.received.some(({ event }) => event === 'get_chats'), 'a connection');

  /** What has the focus, through all shadow roots: its part, or its name. */
  const focused = ({ page }: EmbedPage): Promise<string> =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.part.value || at?.localName || '';
    });

  it('brings the button and the connection, and nothing more until somebody comes near', async () => {
    const here = await open();
    await launcher(here).waitFor();
    await isConnected();
    assert.deepEqual(scripts(here), BEFORE_INTENT);
    await launcher(here).hover();
    await until(() => scripts(here).length === 4, 'the panel');
    assert.deepEqual(scripts(here), [...BEFORE_INTENT, 'chat-widget.panel.js']);
    await launcher(here).click();
    await room(here).click();
    await here.page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
    assert.equal(scripts(here).length, 4);
    assert.deepEqual(here.complaints, []);
  });

  const reasons: readonly (readonly [why: string, more: string, act?: (page: Page) => Promise<unknown>])[] = [
    ['it is inline', 'mode="inline"'],
    ['it covers the page', 'mode="fullscreen"'],
    ['it is open', 'open'],
    ['a room is named', 'room="r1"'],
    ['the focus comes to the button', '', (page) => page.keyboard.press('Tab')],
    [
      'the page opens it',
      '',
      (page) => page.locator('chat-widget').evaluate((widget) => widget.setAttribute('open', '')),
    ],
  ];
  for (const [why, more, act] of reasons) {
    it(`brings the rest when ${why}`, async () => {
      const here = await open(more);
      if (act) {
        await launcher(here).waitFor();
        assert.equal(scripts(here).length, 3);
        await act(here.page);
      }
      await until(() => scripts(here).length === 4, 'the panel');
    });
  }

  it('is one copy, whatever stands after its name', async () => {
    const here = await open('open', script.replace('.js', '.js?v=1'));
    await room(here).waitFor();
    assert.deepEqual(scripts(here), [...BEFORE_INTENT, 'chat-widget.panel.js']);
  });

  it('brings all at once as the classic script', async () => {
    const here = await open('open', `<script src="/${CLASSIC}"></script>`);
    await room(here).waitFor();
    assert.deepEqual(scripts(here), [CLASSIC]);
  });

  for (const [what, head] of [
    ['module', script],
    ['classic script', `<script src="/${CLASSIC}"></script>`],
  ] as const) {
    it(`fetches what few people use when it is used first: ${what}`, async () => {
      const here = await open('open room="r1"', head);
      await here.page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
      assert.ok(!scripts(here).includes('chat-widget.emoji.js'));
      await here.page.getByRole('button', { name: 'Emoji' }).click();
      await here.page.locator('chat-widget-emoji-picker').getByRole('button').first().waitFor();
      assert.ok(scripts(here).includes('chat-widget.emoji.js'));
      assert.deepEqual(here.complaints, []);
    });
  }

  describe('while the panel is on its way', () => {
    let held: Promise<Route>;

    async function openHeld(more = ''): Promise<EmbedPage> {
      let hold = (_route: Route): void => {};
      held = new Promise((resolve) => {
        hold = resolve;
      });
      const here = await open(more, script, (page) => page.route(PANEL, hold));
      await launcher(here).waitFor();
      await isConnected();
      return here;
    }
    const release = async (): Promise<void> => (await held).continue();

    it('opens at once, says that it is busy, and has its focus and its keys', async () => {
      const here = await openHeld();
      await launcher(here).focus();
      await here.page.keyboard.press('Enter');
      await panel(here).waitFor();
      assert.equal(await panel(here).getAttribute('aria-busy'), 'true');
      assert.equal(await panel(here).getByText('Loading chat…').count(), 1);
      assert.equal(await focused(here), 'panel');
      await here.page.keyboard.press('Escape');
      assert.equal(await panel(here).count(), 0);
      assert.equal(await focused(here), 'launcher');
      await here.page.keyboard.press('Enter');
      await release();
      await room(here).waitFor();
      assert.equal(await panel(here).getAttribute('aria-busy'), null);
      assert.equal(await focused(here), 'panel');
      assert.deepEqual(here.complaints, []);
    });

    it('leaves the focus in the panel when what had it goes', async () => {
      const here = await openHeld();
      await launcher(here).click();
      await panel(here).getByRole('button', { name: 'Close chat' }).focus();
      await release();
      await room(here).waitFor();
      assert.equal(await focused(here), 'panel');
    });

    it('puts the focus where one writes as soon as there is such a place', async () => {
      const here = await openHeld('room="r1"');
      await here.page.locator('chat-widget').evaluate((widget: ChatWidget) => {
        widget.show();
        widget.focus();
      });
      await panel(here).waitFor();
      assert.equal(await focused(here), 'panel');
      await release();
      await until(async () => (await focused(here)) === 'textarea', 'the focus in the composer');
    });

    it('counts what arrives meanwhile, and shows it afterwards', async () => {
      const here = await openHeld();
      await launcher(here).click();
      site.backend.send('message_broadcast', broadcast());
      const unread = () => here.page.locator('chat-widget').evaluate((widget: ChatWidget) => widget.unreadCount);
      await until(async () => (await unread()) === 1, 'the message');
      await release();
      await room(here).click();
      await here.page.locator('chat-widget-thread').getByText('Meanwhile').waitFor();
    });
  });

  describe('when the panel does not come', () => {
    const alert = ({ page }: EmbedPage) => page.getByRole('alert').getByText('The chat could not be loaded.');
    const retry = ({ page }: EmbedPage) => page.getByRole('button', { name: 'Try again' });

    const failures: readonly (readonly [why: string, fail: (route: Route) => Promise<void>])[] = [
      ['the network fails', (route) => route.abort()],
      ['it is not there', (route) => route.fulfill({ status: 404 })],
      ['something else is there', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Sign in' })],
    ];
    for (const [why, fail] of failures) {
      it(`says so, and tries again when it is told to: ${why}`, async () => {
        const here = await open('', script, (page) => page.route(PANEL, fail));
        await launcher(here).click();
        await alert(here).waitFor();
        assert.equal(await panel(here).getAttribute('aria-busy'), null);
        await retry(here).click();
        await alert(here).waitFor();
        await here.page.unroute(PANEL);
        await retry(here).click();
        await room(here).waitFor();
        assert.equal(await focused(here), 'panel');
        assert.equal(await alert(here).count(), 0);
      });
    }

    it('comes by itself when the network is back', async () => {
      const here = await open();
      await launcher(here).waitFor();
      await here.page.context().setOffline(true);
      await launcher(here).click();
      await alert(here).waitFor();
      await here.page.context().setOffline(false);
      await room(here).waitFor();
    });

    it('tries again when somebody comes near again', async () => {
      let failures = 0;
      const here = await open('', script, (page) =>
        page.route(PANEL, async (route) => {
          await route.abort();
          failures += 1;
        }),
      );
      await launcher(here).click();
      await alert(here).waitFor();
      // The focus goes back to the button: somebody is near.
      const failuresBefore = failures;
      await here.page.keyboard.press('Escape');
      await until(() => failures > failuresBefore, 'another attempt');
      await here.page.unroute(PANEL);
      await launcher(here).blur();
      await launcher(here).press('Enter');
      await room(here).waitFor();
    });
  });

  describe('the dialog in which a room is begun', () => {
    const dialog = ({ page }: EmbedPage) => page.getByRole('dialog', { name: 'New chat' });
    const newChat = ({ page }: EmbedPage) => page.getByRole('button', { name: 'New chat' });
    const hasCome = (here: EmbedPage): boolean => scripts(here).includes('chat-widget.dialog.js');

    async function openPanel(prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> {
      const here = await open('open', script, prepare);
      await room(here).waitFor();
      return here;
    }

    it('comes when somebody comes near its button, not before, and opens at once then', async () => {
      const here = await openPanel();
      assert.equal(hasCome(here), false);
      await newChat(here).hover();
      await until(() => hasCome(here), 'the dialog');
      await newChat(here).click();
      await dialog(here).waitFor();
      assert.deepEqual(here.complaints, []);
    });

    it('opens when it has come where it was asked for before, with the focus in it, and gives it back', async () => {
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const here = await openPanel((page) =>
        page.route(DIALOG, async (route) => {
          await held;
          await route.continue();
        }),
      );
      await newChat(here).press('Enter');
      assert.equal(await newChat(here).getAttribute('aria-busy'), 'true');
      assert.equal(await focused(here), 'new-room');
      release();
      await dialog(here).waitFor();
      assert.equal(await newChat(here).getAttribute('aria-busy'), null);
      assert.match(await focused(here), /input/);
      await here.page.keyboard.press('Escape');
      await until(async () => (await focused(here)) === 'new-room', 'the focus back');
    });

    it('says so when it cannot come, and is tried again when it is asked for again', async () => {
      const here = await openPanel((page) => page.route(DIALOG, (route) => route.abort()));
      const alert = here.page.getByRole('alert').getByText('The chat could not be loaded.');
      await newChat(here).click();
      await alert.waitFor();
      await here.page.unroute(DIALOG);
      await newChat(here).click();
      await dialog(here).waitFor();
      assert.equal(await alert.count(), 0);
    });
  });
});
