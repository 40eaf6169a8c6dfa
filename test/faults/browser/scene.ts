import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sirv from 'sirv';
import type { WireUser } from '../../../src/protocol/events.ts';
import { browserArguments, findBrowser } from '../../../scripts/find-browser.mjs';
import { HostSite, MODULE_SCRIPT, widgetTag } from '../../integration/host.ts';
import { FaultProxy } from '../proxy/fault-proxy.ts';
import type { Backend } from './backends.ts';
import { Person } from './people.ts';

/** A browser and a site that embeds the widget. Neither is what may fail here. */
export class Theatre {
  static async open(): Promise<Theatre> {
    const scripts = await serveScripts();
    const { port } = scripts.address() as AddressInfo;
    const [browser, site] = await Promise.all([
      chromium.launch({
        executablePath: findBrowser(),
        args: browserArguments,
        // Whoever leaves a page and returns meets it as they left it.
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      }),
      HostSite.start(`http://127.0.0.1:${port}`),
    ]);
    return new Theatre(browser, site, scripts);
  }

  readonly browser: Browser;
  readonly site: HostSite;
  /** A page of the site without a chat. */
  readonly elsewhere: string;
  readonly #scripts: Server;

  private constructor(browser: Browser, site: HostSite, scripts: Server) {
    this.browser = browser;
    this.site = site;
    this.#scripts = scripts;
    this.elsewhere = site.add('<p>Elsewhere</p>', []);
  }

  get origin(): string {
    return new URL(this.elsewhere).origin;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.site.close();
    this.#scripts.close();
    this.#scripts.closeAllConnections();
  }
}

/** Apart from the chat server, so that a page can be loaded while that one is away. */
async function serveScripts(): Promise<Server> {
  const serve = sirv(join(process.env['STATIC_DIR'] ?? 'dist', 'script'), {
    setHeaders: (response) => response.setHeader('access-control-allow-origin', '*'),
  });
  const server = createServer((request, response) => {
    request.url = request.url?.replace('/chat-widget/', '/') ?? '/';
    serve(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

/** Ada and Grace in a room of their own: two strangers to everybody who was here before. */
export class Scene {
  static async open(theatre: Theatre, backend: Backend): Promise<Scene> {
    const act = randomUUID().slice(0, 8);
    const users = ['Ada', 'Grace'].map((name): WireUser => ({
      user_id: `${name.toLowerCase()}-${act}`,
      name,
      email: `${name.toLowerCase()}@example.org`,
    }));
    const room = await backend.createRoom(users);
    const [ada, grace] = await Promise.all(users.map((user) => enter(theatre, backend, user, room)));
    if (!ada || !grace) throw new Error('Nobody came.');
    return new Scene(theatre, backend, room, ada, grace);
  }

  readonly theatre: Theatre;
  readonly backend: Backend;
  readonly room: string;
  readonly ada: Person;
  readonly grace: Person;

  private constructor(theatre: Theatre, backend: Backend, room: string, ada: Person, grace: Person) {
    this.theatre = theatre;
    this.backend = backend;
    this.room = room;
    this.ada = ada;
    this.grace = grace;
  }

  get people(): readonly Person[] {
    return [this.ada, this.grace];
  }

  /** @returns where the pictures are */
  async takePictures(name: string): Promise<string> {
    const folder = join(tmpdir(), 'chat-widget-pictures');
    for (const { user, tabs } of this.people) {
      for (const [index, { page }] of tabs.entries()) {
        await page.screenshot({ path: join(folder, `${name}-${user.name}-${index}.png`) }).catch(() => undefined);
      }
    }
    return folder;
  }

  /** @throws AssertionError when a page had an error of its own */
  async close(): Promise<void> {
    await Promise.all(this.people.map((person) => person.leave()));
    for (const person of this.people) person.assertNoComplaints();
  }
}

async function enter({ browser, site }: Theatre, backend: Backend, user: WireUser, room: string): Promise<Person> {
  const proxy = await FaultProxy.start(backend.server.port);
  const context = await browser.newContext({ viewport: { width: 960, height: 720 } });
  // The loader of these tests names inner functions by a function that the page does not have.
  await context.addInitScript('globalThis.__name = (each) => each');
  const tag = widgetTag({
    url: proxy.url,
    person: { ...user, role: '' },
    token: await backend.token(user),
    more: `mode="inline" room="${room}"`,
  });
  return new Person(user, proxy, context, site.add(tag, [MODULE_SCRIPT]));
}
