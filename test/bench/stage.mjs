import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/find-browser.mjs';
import { prepare } from './in-page.mjs';

/** One browser and one backend; each measure gets a new page. */
export class Stage {
  /** @param {import('./backend.mjs').Backend} backend */
  static async start(backend) {
    const address = await backend.listen();
    const args = [...browserArguments, '--js-flags=--expose-gc'];
    return new Stage(backend, address, await chromium.launch({ executablePath: findBrowser(), args }));
  }

  #address;
  #browser;
  /** @type {import('playwright-core').BrowserContext | undefined} */
  #context;

  /**
   * @param {import('./backend.mjs').Backend} backend
   * @param {string} address
   * @param {import('playwright-core').Browser} browser
   */
  constructor(backend, address, browser) {
    this.backend = backend;
    this.#address = address;
    this.#browser = browser;
  }

  get browserVersion() {
    return this.#browser.version();
  }

  /**
   * Shows a scene, and waits until its last message is on screen.
   * @param {import('./systems.mjs').System} system
   * @param {import('./backend.mjs').Backend['scene']} scene
   * @param {{ throttle?: number }} [options] how many times slower the CPU is to be
   */
  async open({ name }, scene, { throttle = 1 } = {}) {
    this.backend.scene = scene;
    this.#context = await this.#browser.newContext({ viewport: { width: 1000, height: 800 } });
    const page = await this.#context.newPage();
    const session = await this.#context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.addInitScript(prepare);
    this.backend.fetched = 0;
    const startedAt = Date.now();
    await page.goto(`${this.#address}/${name}.html`);
    const shownAt = await page.evaluate((text) => window.bench.shown(text), `Message ${scene.messages - 1}:`);
    return { page, session, startedAt, shownAt };
  }

  /** Beside the page of `open()`, for the same visitor. @param {import('./systems.mjs').System} system */
  async openAnotherTab({ name }) {
    const page = await this.#context?.newPage();
    await page?.goto(`${this.#address}/${name}.html`);
  }

  /**
   * @param {import('playwright-core').CDPSession} session
   * @returns {Promise<Record<string, number>>}
   */
  async metrics(session) {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** The same when nothing is left that nobody holds. @param {import('playwright-core').CDPSession} session */
  async afterCollection(session) {
    await session.send('HeapProfiler.collectGarbage');
    return this.metrics(session);
  }

  /**
   * How many elements of a class there are, also those that nobody can see any more.
   * @param {import('playwright-core').CDPSession} session
   * @param {string} tag
   */
  async instances(session, tag) {
    await session.send('HeapProfiler.collectGarbage');
    const expression = `customElements.get('${tag}').prototype`;
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    const { result: count } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length; }',
    });
    return Number(count.value);
  }

  async clear() {
    await this.#context?.close();
    this.#context = undefined;
  }

  async close() {
    await this.clear();
    await this.#browser.close();
    await this.backend.close();
  }
}
