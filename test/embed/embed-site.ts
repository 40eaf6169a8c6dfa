import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/find-browser.mjs';
import { type Answers, BareBackend } from '../support/bare-backend.ts';

export const CLASSIC = 'chat-widget.classic.js';
export const MODULE = 'chat-widget.js';
export const LAUNCHER = 'chat-widget.launcher.js';
/** What a page writes, by the script that it takes. */
export const SCRIPTS = {
  'the classic script': `<script src="/${CLASSIC}"></script>`,
  'the module': `<script type="module" src="/${MODULE}"></script>`,
  'the launcher': `<script defer src="/${LAUNCHER}"></script>`,
};
/** For Playwright's routes: the connection, the widget, and the inside of its panel. */
export const EARLY = '**/chat-widget.early.*.js';
export const CORE = '**/chat-widget.core.*.js';
export const PANEL = '**/chat-widget.panel.*.js';
export const DIALOG = '**/chat-widget.dialog.*.js';

const USER = { user_id: 'u1', name: 'Grace Hopper', email: 'grace@example.org' };
const PEER = { user_id: 'u2', name: 'Alan Turing', email: 'alan@example.org' };

/** In the names of files that change with what is inside. */
const HASH = /(?<=^chat-widget\.[\w-]+\.)[^.]+\./;

export interface EmbedPage {
  readonly page: Page;
  /** Uncaught errors, errors on the console, and breaches of the page's security policy. */
  readonly complaints: string[];
  /** What was fetched beside the page itself: of a script the part of its name that stays, else the address. */
  readonly requests: string[];
}

/** A site that serves the built scripts and any page, a backend that keeps to the documented events, and a browser. */
export class EmbedSite {
  static async start(): Promise<EmbedSite> {
    const [backend, browser] = await Promise.all([
      BareBackend.start(ANSWERS),
      chromium.launch({ executablePath: findBrowser(), args: browserArguments }),
    ]);
    const site = new EmbedSite(backend, browser);
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  readonly backend: BareBackend;
  readonly #browser: Browser;
  readonly #server: Server;
  #html = '';
  #policy = '';

  private constructor(backend: BareBackend, browser: Browser) {
    this.backend = backend;
    this.#browser = browser;
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!pathname.endsWith('.js')) {
        if (this.#policy) response.setHeader('content-security-policy', this.#policy);
        response.setHeader('content-type', 'text/html; charset=utf-8').end(this.#html);
        return;
      }
      readFile(new URL(`../../dist/script${pathname}`, import.meta.url)).then(
        (script) => response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script),
        () => response.writeHead(404).end(),
      );
    });
  }

  /** The attributes that name the backend and the person, for `<chat-widget>`, or with `data-` for the script's tag. */
  identity(prefix = ''): string {
    const values = { 'server-url': this.backend.url, 'user-id': USER.user_id, 'user-name': USER.name };
    return Object.entries(values)
      .map(([name, value]) => `${prefix}${name}="${value}"`)
      .join(' ');
  }

  /** Opens a page in a profile of its own; `prepare` runs before anything is fetched. */
  async open(head: string, body = '', policy = '', prepare?: (page: Page) => Promise<unknown>): Promise<EmbedPage> {
    this.#html = `<!doctype html><html lang="en"><head><title>Site</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
    this.#policy = policy;
    const page = await this.#browser.newPage({ viewport: { width: 1000, height: 800 } });
    page.setDefaultTimeout(5000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const { port } = this.#server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}/`;
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) return;
      const { origin: from, pathname } = new URL(request.url());
      requests.push(`${from}/` === origin ? pathname.slice(1).replace(HASH, '') : request.url());
    });
    page.on('websocket', (socket) => requests.push(socket.url()));
    await prepare?.(page);
    await page.goto(origin);
    return { page, complaints, requests };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.backend.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** One room with one message; what is sent comes back as saved. */
const ANSWERS: Answers = {
  get_chats: () => ({
    event: 'set_chats',
    payload: [
      {
        _id: 'r1',
        name: 'Computing',
        is_group: true,
        participants: [USER, PEER],
        messages: [savedMessage({ _id: 'm1', room: 'r1', user: PEER, message_body: 'Can machines think?' })],
      },
    ],
  }),
  new_message: (payload) => ({
    event: 'message_broadcast',
    payload: savedMessage({ _id: 'm2', ...(payload as object) }),
  }),
};

/** Another one, from somebody else. */
export const broadcast = (): object => savedMessage({ _id: 'm9', room: 'r1', user: PEER, message_body: 'Meanwhile' });

function savedMessage(message: object): object {
  return { type: 'USER_TEXT_MESSAGE', created_at: new Date().toISOString(), ...message };
}
