import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { WireUser } from '../../../src/protocol/events.ts';
import { Actor } from '../../integration/actor.ts';
import { until } from '../../integration/until.ts';
import type { FaultProxy } from '../proxy/fault-proxy.ts';

/** A message as it stands on somebody's screen. */
export interface Shown {
  readonly text: string;
  readonly status: string;
  /** What stands below a message that failed. */
  readonly failure: string;
}

/** So long a person waits for a thing on the screen before they give up. */
const PATIENCE_MS = 3000;

/** One tab, from when it is opened until it is closed or crashes; it may be reloaded in between. */
export class Tab {
  static async open(context: BrowserContext, user: WireUser, address: string): Promise<Tab> {
    const page = await context.newPage();
    const tab = new Tab(page, user);
    await page.goto(address);
    await tab.isThere();
    return tab;
  }

  readonly page: Page;
  readonly actor: Actor;

  private constructor(page: Page, user: WireUser) {
    this.page = page;
    this.actor = new Actor(page, { ...user, role: '' });
  }

  /** All of the widget's scripts have come. */
  async isThere(): Promise<void> {
    await this.actor.composer.waitFor({ state: 'attached' });
  }

  /** Whether one can write: not before the server has told which rooms there are. */
  async canWrite(): Promise<boolean> {
    const enabled = this.page.locator('chat-widget-composer textarea:enabled');
    return enabled.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    );
  }

  /** Writes a text and presses Enter, and looks no further. */
  async press(text: string): Promise<void> {
    await this.actor.composer.fill(text, { timeout: PATIENCE_MS });
    await this.actor.composer.press('Enter');
  }

  /** Writes a text and presses Enter, and sees it in the thread. */
  async say(text: string): Promise<void> {
    await this.press(text);
    await this.message(text).waitFor({ timeout: PATIENCE_MS });
  }

  message(text: string): Locator {
    const exact = this.page.getByText(text, { exact: true });
    return this.page.locator('chat-widget-thread').getByRole('article').filter({ has: exact });
  }

  /** Longer than it takes to notice that a connection is dead. */
  async sees(text: string, status: 'pending' | 'sent'): Promise<void> {
    const isSeen = (shown: Shown): boolean => shown.text === text && shown.status === status;
    await until(async () => (await this.thread()).some(isSeen), `“${text}” to be ${status}`, 25_000);
  }

  /** All messages of the open room, as they stand there. */
  async thread(): Promise<Shown[]> {
    return this.page.locator('chat-widget-thread [role=article]').evaluateAll((rows) =>
      rows.map((row) => ({
        text: row.querySelector('.text')?.textContent.trim() ?? '',
        status: ['pending', 'sent', 'failed'].find((status) => row.classList.contains(status)) ?? 'none',
        failure: row.querySelector('.failure')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      })),
    );
  }

  /** Presses every button that promises to help. */
  async tryAgain(): Promise<void> {
    const buttons = this.page.locator('chat-widget-connection-status, chat-widget-thread').getByRole('button');
    for (const button of await buttons.filter({ hasText: /^\s*Try (again|now)\s*$/ }).all()) {
      // Help may have come by itself meanwhile.
      await button.click({ timeout: 200 }).catch(() => undefined);
    }
  }

  /** By another page of the site and the button that leads back. */
  async leaveAndReturn(elsewhere: string): Promise<void> {
    await this.page.goto(elsewhere);
    // A page that comes out of the back/forward cache is not loaded.
    await this.page.goBack({ waitUntil: 'commit' });
  }

  /** As a browser does it that runs out of memory: no script of the page has a last word. */
  async crash(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    // Nobody is left to answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
  }
}

/** Somebody with a browser profile of their own, behind a network of their own. */
export class Person {
  readonly user: WireUser;
  readonly proxy: FaultProxy;
  readonly context: BrowserContext;
  /** The page of the site with this person's widget on it. */
  readonly address: string;
  /** Those that are open. */
  readonly tabs: Tab[] = [];
  /** Also those that are closed. */
  readonly #allTabs: Tab[] = [];
  #isOffline = false;

  constructor(user: WireUser, proxy: FaultProxy, context: BrowserContext, address: string) {
    this.user = user;
    this.proxy = proxy;
    this.context = context;
    this.address = address;
  }

  async openTab(): Promise<Tab> {
    const tab = await this.#onSite(() => Tab.open(this.context, this.user, this.address));
    this.tabs.push(tab);
    this.#allTabs.push(tab);
    return tab;
  }

  /** A tab that is open; the first one is opened where there is none. */
  async tab(index = 0): Promise<Tab> {
    return this.tabs[index % this.tabs.length] ?? this.openTab();
  }

  async reload(tab: Tab): Promise<void> {
    await this.#onSite(async () => {
      await tab.page.reload();
      await tab.isThere();
    });
  }

  async leaveAndReturn(tab: Tab, elsewhere: string): Promise<void> {
    await this.#onSite(() => tab.leaveAndReturn(elsewhere));
  }

  async close(tab: Tab): Promise<void> {
    this.#forget(tab);
    await tab.page.close();
  }

  async crash(tab: Tab): Promise<void> {
    this.#forget(tab);
    await tab.crash();
  }

  /** The browser knows it, and no byte passes. */
  async goOffline(): Promise<void> {
    this.#isOffline = true;
    this.proxy.isRefusing = true;
    this.proxy.cut('reset');
    await this.context.setOffline(true);
  }

  async comeBack(): Promise<void> {
    this.#isOffline = false;
    this.proxy.isRefusing = false;
    await this.context.setOffline(false);
  }

  /** @throws AssertionError when a page had an error of its own */
  assertNoComplaints(): void {
    for (const { actor } of this.#allTabs) actor.assertNoComplaints();
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.proxy.close();
  }

  /** The site itself is always there, as one is that a service worker keeps: only the chat is behind the network. */
  async #onSite<T>(visit: () => Promise<T>): Promise<T> {
    if (!this.#isOffline) return visit();
    await this.context.setOffline(false);
    try {
      return await visit();
    } finally {
      await this.context.setOffline(true);
    }
  }

  #forget(tab: Tab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }
}
