import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { type Person, people } from '../../demo/people.ts';
import { type App, createApp } from '../../demo/server/app.ts';
import { type Config, readConfig } from '../../demo/server/config.ts';
import { browserArguments, findBrowser } from '../../scripts/find-browser.mjs';
import { Actor } from './actor.ts';
import { HostSite, MODULE_SCRIPT, widgetTag } from './host.ts';

export const [mara, jonas, amelie] = people;

export interface EnterOptions {
  /** What stands in the page's body; default: one inline widget of the person. */
  readonly body?: string;
  readonly scripts?: readonly string[];
  readonly browser?: BrowserContextOptions;
  /** Run in the page before anything else. */
  readonly before?: readonly (() => void)[];
}

/** The reference server on a free port with a folder of its own, and a browser. */
export class Stage {
  static async open(environment: Record<string, string> = {}): Promise<Stage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'chat-widget-'));
    const config = readConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'true',
      LOG_LEVEL: 'silent',
      STATIC_DIR: process.env['STATIC_DIR'] ?? 'dist',
      ...environment,
    });
    const [app, browser] = await Promise.all([
      createApp(config),
      chromium.launch({ executablePath: findBrowser(), args: browserArguments }),
    ]);
    return new Stage({ ...config, port: app.port }, app, browser, await HostSite.start(app.url));
  }

  readonly url: string;
  readonly browser: Browser;
  readonly #config: Config;
  #app: App | undefined;
  readonly #site: HostSite;
  readonly #actors: Actor[] = [];

  private constructor(config: Config, app: App, browser: Browser, site: HostSite) {
    this.#config = config;
    this.#app = app;
    this.browser = browser;
    this.#site = site;
    this.url = app.url;
  }

  /** Opens a page of the host site in a browser profile of its own, with this person's widget on it. */
  async enter(person: Person, options: EnterOptions = {}): Promise<Actor> {
    const body = options.body ?? widgetTag({ url: this.url, person, token: await this.token(person) });
    return this.visit(person, this.#site.add(body, options.scripts ?? [MODULE_SCRIPT]), options);
  }

  /** Opens any page in a browser profile of its own. */
  async visit(person: Person, address: string, { browser, before = [] }: EnterOptions = {}): Promise<Actor> {
    const context = await this.browser.newContext({ viewport: { width: 960, height: 720 }, ...browser });
    // The loader of these tests names inner functions by a function that the page does not have.
    await context.addInitScript('globalThis.__name = (each) => each');
    for (const script of before) await context.addInitScript(script);
    const actor = new Actor(await context.newPage(), person);
    this.#actors.push(actor);
    await actor.page.goto(address);
    return actor;
  }

  async token({ user_id }: Person): Promise<string> {
    const response = await fetch(`${this.url}/demo/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user_id }),
    });
    const { token } = (await response.json()) as { token: string };
    return token;
  }

  async stopServer(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  /** On the same port, with the same data and secret. */
  async startServer(): Promise<void> {
    this.#app = await createApp(this.#config);
  }

  /** Ends everything. @throws AssertionError when a page had an error of its own or broke its security policy */
  async close(): Promise<void> {
    await this.browser.close();
    this.#site.close();
    await this.stopServer();
    await rm(this.#config.dataDir, { recursive: true, force: true });
    for (const actor of this.#actors) actor.assertNoComplaints();
  }
}
