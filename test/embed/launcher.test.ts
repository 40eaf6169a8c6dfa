import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page, Route } from 'playwright-core';
import type { ChatWidget } from '../../src/elements/chat-widget/chat-widget.ts';
import { until } from '../integration/until.ts';
import { broadcast, CORE, EARLY, type EmbedPage, EmbedSite, LAUNCHER } from './embed-site.ts';

const BEFORE_INTENT = [LAUNCHER, 'chat-widget.early.js'];
const REST = ['chat-widget.core.js', 'chat-widget.panel.js'];

describe('the launcher script', () => {
  let site: EmbedSite;
  let opened: EmbedPage;

  before(async () => {
    site = await EmbedSite.start();
  });

  afterEach(() => opened.page.close());

  after(() => site.close());

  /** A page whose tag makes the widget. */
  async function open(more: string, prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> {
    site.backend.received.length = 0;
    const head = `<script src="/${LAUNCHER}" ${site.identity('data-')} ${more}></script>`;
    opened = await site.open(head, '<h1>Site</h1>', '', prepare);
    await opened.page.getByRole('button').waitFor();
    return opened;
  }

  const widget = ({ page }: EmbedPage) => page.locator('chat-widget');
  const button = ({ page }: EmbedPage) => page.getByRole('button', { name: /^Open chat/ });
  const room = ({ page }: EmbedPage) => page.getByRole('button', { name: /^Computing/ });
  const scripts = ({ requests }: EmbedPage): string[] => requests.filter((path) => path.endsWith('.js'));
  const isConnected = () =>
    until(() => site.backend.received.some(({ event }) => event === 'get_chats'), 'the connection');
  const isWhole = ({ page }: EmbedPage) => page.waitForFunction(() => customElements.get('chat-widget') !== undefined);
  const focused = (here: EmbedPage): Promise<string> =>
    widget(here).evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.localName ?? '');

  /** What the page has asked for, keeps, and has open, by the widget. */
  const traces = async ({ page, requests }: EmbedPage) => ({
    requests: requests.filter((path) => path !== LAUNCHER),
    kept: await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
      document.cookie,
    ]),
    connections: site.backend.connections,
  });
  const NOTHING = { requests: [], kept: [''], connections: 0 };

  describe('with connect="intent"', () => {
    it('connects, keeps and asks for nothing before somebody acts', async () => {
      const here = await open('data-connect="intent"');
      await here.page.waitForLoadState('networkidle');
      await here.page.mouse.move(10, 10);
      assert.deepEqual(await traces(here), NOTHING);
      await button(here).hover();
      await until(() => site.backend.connections === 1, 'the connection');
      const { requests, kept } = await traces(here);
      assert.deepEqual(requests.slice(0, 3).sort(), [...REST, 'chat-widget.early.js'].sort());
      assert.ok(kept.length > 0);
    });

    const acts: readonly (readonly [what: string, act: (here: EmbedPage) => Promise<unknown>])[] = [
      ['the focus', ({ page }) => page.keyboard.press('Tab')],
      ['a press that comes out of nothing', (here) => button(here).dispatchEvent('click')],
    ];
    for (const [what, act] of acts) {
      it(`begins with ${what}`, async () => {
        const here = await open('data-connect="intent"');
        await act(here);
        await until(() => site.backend.connections === 1, 'the connection');
      });
    }
  });

  it('brings the connection when the page has loaded, and the rest when somebody comes near', async () => {
    const here = await open('');
    await isConnected();
    site.backend.send('message_broadcast', broadcast());
    await here.page.getByRole('button', { name: 'Open chat, 1 unread message' }).waitFor();
    // What shows the message above the button came with it.
    const before = [...BEFORE_INTENT, 'chat-widget.notifications.js'];
    await until(() => scripts(here).length === before.length, 'what notifies');
    assert.deepEqual(scripts(here), before);
    await button(here).click();
    await room(here).click();
    await here.page.locator('chat-widget-thread').getByText('Meanwhile').waitFor();
    assert.deepEqual(scripts(here), [...before, ...REST]);
    // The widget went on with the connection that was there.
    assert.equal(site.backend.received.filter(({ event }) => event === 'connected').length, 1);
    assert.deepEqual(here.complaints, []);
  });

  it('connects when the button is seen, with connect="visible"', async () => {
    const here = await open('data-connect="visible"');
    await isConnected();
    assert.deepEqual(scripts(here), BEFORE_INTENT);
  });

  describe('while only the connection is there', () => {
    async function openConnected(more = ''): Promise<EmbedPage> {
      const here = await open(more);
      await isConnected();
      return here;
    }

    it('tells the page of what happens', async () => {
      const here = await openConnected();
      await widget(here).evaluate((element) => {
        element.addEventListener('chat-unread-change', (event) => {
          document.title = JSON.stringify((event as CustomEvent).detail);
        });
      });
      site.backend.send('message_broadcast', broadcast());
      await here.page.waitForFunction(() => document.title === '{"unreadCount":1}');
    });

    it('says no number above 99', async () => {
      const here = await openConnected();
      for (let count = 0; count < 120; count += 1) {
        site.backend.send('message_broadcast', { ...broadcast(), _id: `new${count}`, message_body: `Number ${count}` });
      }
      await here.page.getByText('99+').waitFor();
      await here.page.getByRole('button', { name: 'Open chat, 120 unread messages' }).waitFor();
    });

    it("speaks the page's language", async () => {
      const here = await openConnected();
      await here.page.evaluate(() => {
        document.documentElement.lang = 'de';
      });
      site.backend.send('message_broadcast', broadcast());
      await here.page.getByRole('button', { name: 'Chat öffnen, 1 ungelesene Nachricht' }).waitFor();
      assert.deepEqual(scripts(here).slice(0, 2), BEFORE_INTENT);
      assert.ok(scripts(here).includes('chat-widget.de.js'));
    });

    it('is gone with the widget', async () => {
      const here = await openConnected();
      await widget(here).evaluate((element) => {
        element.remove();
      });
      await until(() => site.backend.connections === 0, 'the end of the connection');
    });

    it('goes on as somebody else when the page says so', async () => {
      const here = await openConnected();
      await widget(here).evaluate((element) => {
        element.setAttribute('user-id', 'u9');
      });
      const ids = () =>
        site.backend.received
          .filter(({ event }) => event === 'connected')
          .map(({ payload }) => (payload as { user: { user_id: string } }).user.user_id);
      await until(() => ids().length === 2, 'another session');
      assert.deepEqual(ids(), ['u1', 'u9']);
      assert.equal(site.backend.connections, 1);
    });

    it('takes the page at its word: a method brings the rest', async () => {
      const here = await openConnected();
      await widget(here).evaluate((element: ChatWidget) => {
        element.selectRoom('r1');
        element.show();
      });
      await here.page.locator('chat-widget-thread').getByText('Can machines think?').waitFor();
      assert.equal(await widget(here).evaluate((element) => Object.hasOwn(element, 'show')), false);
    });

    it('opens when the page sets the attribute', async () => {
      const here = await openConnected();
      await widget(here).evaluate((element) => {
        element.setAttribute('open', '');
      });
      await room(here).waitFor();
    });
  });

  it('leaves it to the page when to connect, with connect="manual"', async () => {
    const here = await open('data-connect="manual"');
    await here.page.waitForLoadState('networkidle');
    assert.deepEqual(await traces(here), NOTHING);
    await widget(here).evaluate((element: ChatWidget) => {
      element.connect();
    });
    await isConnected();
  });

  it('connects when the network is back', async () => {
    const here = await open('', (page) => page.route(EARLY, (route) => route.abort()));
    await here.page.waitForLoadState('networkidle');
    await here.page.unroute(EARLY);
    await here.page.evaluate(() => dispatchEvent(new Event('online')));
    await isConnected();
  });

  describe('until the rest is there', () => {
    let held: Promise<Route>;

    async function openHeld(more = ''): Promise<EmbedPage> {
      let hold = (_route: Route): void => {};
      held = new Promise((resolve) => {
        hold = resolve;
      });
      return open(more, (page) => page.route(CORE, hold));
    }
    const release = async (): Promise<void> => (await held).continue();

    it('keeps a press, opens then, and has the focus in the panel', async () => {
      const here = await openHeld();
      await button(here).click();
      assert.equal(await button(here).getAttribute('aria-busy'), 'true');
      await release();
      await room(here).waitFor();
      assert.equal(await focused(here), 'section');
    });

    it('hands the focus on', async () => {
      const here = await openHeld();
      await button(here).focus();
      await release();
      await until(async () => (await focused(here)) === 'chat-widget-launcher', 'the focus on the button');
      assert.equal(await button(here).count(), 1);
    });

    it('leaves it to the page whether a press opens', async () => {
      const here = await openHeld();
      await here.page.evaluate(() => {
        document.addEventListener('chat-show', (event) => {
          event.preventDefault();
        });
      });
      await button(here).click();
      await release();
      await isWhole(here);
      assert.equal(await here.page.getByRole('dialog').count(), 0);
    });
  });

  it('says that the rest did not come, only to who asked for it, and tries again', async () => {
    const here = await open('', (page) => page.route(CORE, (route) => route.abort()));
    const alert = here.page.getByRole('alert').getByText('The chat could not be loaded.');
    await here.page.waitForLoadState('networkidle');
    assert.equal(await alert.count(), 0);
    await button(here).click();
    await alert.waitFor();
    assert.equal(await button(here).getAttribute('aria-busy'), null);
    await here.page.unroute(CORE);
    await button(here).click();
    await room(here).waitFor();
    assert.equal(await alert.count(), 0);
  });

  it('comes by itself when the network is back', async () => {
    const here = await open('', (page) => page.route(CORE, (route) => route.abort()));
    await button(here).hover();
    await here.page.waitForLoadState('networkidle');
    await here.page.unroute(CORE);
    await here.page.evaluate(() => dispatchEvent(new Event('online')));
    await isWhole(here);
  });

  describe('on elements in the page', () => {
    const tag = `<script src="/${LAUNCHER}"></script>`;
    async function openWith(more: string): Promise<EmbedPage> {
      opened = await site.open(tag, `<chat-widget ${site.identity()} ${more}></chat-widget>`);
      return opened;
    }

    it('stands in for each', async () => {
      const here = await openWith('connect="intent"><b slot="launcher-icon">Hi</b');
      await here.page.getByText('Hi').waitFor();
      assert.deepEqual(await traces(here), NOTHING);
      await button(here).click();
      await room(here).waitFor();
    });

    for (const more of ['mode="inline"', 'mode="fullscreen"', 'open']) {
      it(`brings all at once for ${more}`, async () => {
        await room(await openWith(more)).waitFor();
      });
    }

    it('speaks the words that the page gave before', async () => {
      const here = await site.open(
        '',
        `<chat-widget connect="intent" ${site.identity()}></chat-widget>
         <script>document.querySelector('chat-widget').strings = { openChat: 'Frag uns' }</script>${tag}`,
      );
      opened = here;
      await here.page.getByRole('button', { name: 'Frag uns' }).hover();
      await isWhole(here);
      await here.page.getByRole('button', { name: 'Frag uns' }).waitFor();
    });
  });

  describe('looks as it will look', () => {
    const PROPERTIES = ['background-color', 'color', 'box-shadow', 'border-radius', 'cursor', 'display'];
    const look = ({ page }: EmbedPage) =>
      page.locator('[part~=launcher]').evaluate((launcher, properties) => {
        const style = getComputedStyle(launcher);
        const icon = launcher.querySelector('svg');
        const { x, y, width, height } = launcher.getBoundingClientRect();
        return [
          [x, y, width, height].join(' '),
          JSON.stringify(icon?.getBoundingClientRect()),
          ...(icon
            ? ['fill', 'stroke', 'stroke-width', 'stroke-linecap'].map((name) =>
                getComputedStyle(icon).getPropertyValue(name),
              )
            : []),
          ...properties.map((property) => `${property}: ${style.getPropertyValue(property)}`),
        ];
      }, PROPERTIES);

    const looks: readonly (readonly [what: string, more: string, css?: string])[] = [
      ['by default', ''],
      ['dark', 'data-theme="dark"'],
      ['in the other corner', 'data-placement="start"'],
      [
        'in the brand of the page',
        '',
        '--chat-widget-accent: #ffd400; --chat-widget-launcher-size: 80px; --chat-widget-offset: 7px',
      ],
      ['on a page with a small root and a font for all', '', 'font: 40px/3 cursive; color: red; letter-spacing: 9px'],
    ];
    for (const [lang, digit] of [
      ['en', '1'],
      ['ar-EG', '١'],
    ] as const) {
      it(`with a number on it: ${digit}`, async () => {
        const here = await open(`data-lang="${lang}"`, (page) => page.emulateMedia({ reducedMotion: 'reduce' }));
        await isConnected();
        site.backend.send('message_broadcast', broadcast());
        const number = here.page.locator('[part~=unread-count]').getByText(digit);
        await number.waitFor();
        await here.page.addStyleTag({ content: 'chat-widget { --chat-widget-badge: #007; --chat-widget-space: 5px }' });
        const lookOf = async (): Promise<unknown> => ({
          text: await number.textContent(),
          box: await number.boundingBox(),
          style: await number.evaluate(
            (element, properties) => {
              const style = getComputedStyle(element);
              return properties.map((property) => `${property}: ${style.getPropertyValue(property)}`);
            },
            [...PROPERTIES, 'font-size', 'font-weight', 'line-height', 'font-family'],
          ),
        });
        const before = await lookOf();
        await here.page.locator('[part~=launcher]').hover();
        await isWhole(here);
        await here.page.mouse.move(0, 0);
        await here.page.locator('chat-widget-launcher').waitFor();
        assert.deepEqual(await lookOf(), before);
      });
    }

    for (const [what, more, css = ''] of looks) {
      it(what, async () => {
        const here = await open(`data-connect="intent" ${more}`);
        await here.page.addStyleTag({ content: `html { font-size: 62.5% } chat-widget { ${css} }` });
        const before = await look(here);
        await widget(here).evaluate(() => {
          document.querySelector('chat-widget')?.shadowRoot?.querySelector('button')?.dispatchEvent(new Event('focus'));
        });
        await isWhole(here);
        await widget(here).evaluate((element: ChatWidget) => element.updateComplete);
        assert.deepEqual(await look(here), before);
      });
    }
  });
});
