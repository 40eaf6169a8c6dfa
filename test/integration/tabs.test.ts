import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Actor } from './actor.ts';
import { widgetTag } from './host.ts';
import { jonas, mara, Stage } from './stage.ts';
import { until } from './until.ts';

declare global {
  // A `let` would not be on `globalThis`.
  var heard: number;
  var notified: string[];
  var isHidden: boolean;
}

/** Longer than two sounds are apart, and than a page in the background waits. */
const QUIET_MS = 2600;

/** Runs in each tab: a browser without a screen shows all of them, plays nothing and has no desktop. */
function listen(): void {
  globalThis.heard = 0;
  globalThis.notified = [];
  globalThis.isHidden = false;
  Object.defineProperty(document, 'visibilityState', { get: () => (globalThis.isHidden ? 'hidden' : 'visible') });
  const RealContext = AudioContext;
  globalThis.AudioContext = class extends RealContext {
    constructor() {
      super();
      globalThis.heard += 1;
    }
  };
  globalThis.Notification = class extends EventTarget {
    static permission = 'granted';
    constructor(title: string, { body }: NotificationOptions = {}) {
      super();
      globalThis.notified.push(`${title}: ${body ?? ''}`);
    }
    close(): void {
      // There is nothing that could be closed.
    }
  } as unknown as typeof Notification;
}

describe('three tabs of one person', () => {
  let stage: Stage;
  let jonasAt: Actor;
  let front: Page;
  let tabs: readonly Page[];

  before(async () => {
    stage = await Stage.open();
    const token = await stage.token(mara);
    const body = widgetTag({ url: stage.url, person: mara, token, more: 'sound notify="preview title desktop"' });
    const [maraAt, other] = await Promise.all([stage.enter(mara, { body, before: [listen] }), stage.enter(jonas)]);
    jonasAt = other;
    front = maraAt.page;
    const context = front.context();
    const others = await Promise.all([context.newPage(), context.newPage()]);
    tabs = [front, ...others];
    for (const tab of others) await tab.goto(front.url());
    // A page may be heard only after somebody has touched it.
    for (const tab of tabs) await tab.mouse.click(5, 5);
    await jonasAt.openRoom(mara.name);
  });
  after(() => stage.close());

  beforeEach(async () => {
    for (const tab of tabs) {
      await tab.evaluate(() => {
        globalThis.heard = 0;
        globalThis.notified = [];
      });
    }
  });

  const hide = (tab: Page, isHidden: boolean) =>
    tab.evaluate((hidden) => {
      globalThis.isHidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  const seeOnly = async (...seen: readonly Page[]): Promise<void> => {
    // Another tab in front would have the browser render this one once a second.
    await seen[0]?.bringToFront();
    await Promise.all(tabs.map((tab) => hide(tab, !seen.includes(tab))));
  };
  const sounds = async (): Promise<number> => {
    const each = await Promise.all(tabs.map((tab) => tab.evaluate(() => globalThis.heard)));
    return each.reduce((sum, count) => sum + count, 0);
  };
  const notifications = async (): Promise<string[]> =>
    (await Promise.all(tabs.map((tab) => tab.evaluate(() => globalThis.notified)))).flat();
  const titlesAre = (title: string) =>
    until(async () => (await Promise.all(tabs.map((tab) => tab.title()))).every((each) => each === title), title);

  it('hear a message once, and see it in the one in front', async () => {
    await seeOnly(front);
    await jonasAt.send('Once');
    await front.locator('chat-widget .bubble').getByText('Once').waitFor();
    await titlesAre('(1) Host');
    await front.waitForTimeout(QUIET_MS);
    assert.deepEqual([await sounds(), await notifications()], [1, []]);
  });

  it('hear it and have it on the desktop once while nobody looks at any', async () => {
    await seeOnly();
    await jonasAt.send('To the desktop');
    await titlesAre('(2) Host');
    await front.waitForTimeout(QUIET_MS);
    assert.deepEqual([await sounds(), await notifications()], [1, ['Jonas Weber: To the desktop']]);
  });

  it('hear many at once as one', async () => {
    await seeOnly();
    for (let sent = 1; sent <= 12; sent += 1) await jonasAt.send(`Of many ${sent}`);
    await titlesAre('(14) Host');
    await front.waitForTimeout(QUIET_MS);
    const told = await notifications();
    assert.ok(told.length >= 1 && told.length <= 3, told.join());
    assert.ok((await sounds()) <= 2, String(await sounds()));
  });

  it('all know what one has read', async () => {
    await seeOnly(front);
    await front.locator('chat-widget-launcher').getByRole('button').click();
    await front.locator('chat-widget-room').getByRole('button').filter({ hasText: 'Jonas' }).first().click();
    // It opens at the first one that is new, and is read when its end is seen.
    await front.locator('chat-widget-thread .jump').click();
    await front.getByRole('article').filter({ hasText: 'Of many 12' }).waitFor();
    await titlesAre('Host');
  });

  it('hear nothing of what is read in one', async () => {
    await seeOnly(front);
    await jonasAt.send('You see this one');
    await front.getByRole('article').filter({ hasText: 'You see this one' }).waitFor();
    await front.waitForTimeout(QUIET_MS);
    assert.deepEqual([await sounds(), await notifications()], [0, []]);
  });
});
