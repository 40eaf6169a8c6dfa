import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from '../../demo/people.ts';

export const MODULE_SCRIPT = 'chat-widget.js';
export const CLASSIC_SCRIPT = 'chat-widget.classic.js';

/**
 * A site that embeds the widget, on an origin of its own, as sites do. Its security policy is stricter than most dare:
 * no styles but adopted ones, no images but its icon, no strings as code.
 */
export class HostSite {
  static async start(chatServer: string): Promise<HostSite> {
    const site = new HostSite(chatServer);
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  readonly #chatServer: string;
  readonly #pages = new Map<string, string>();
  readonly #server: Server;

  private constructor(chatServer: string) {
    this.#chatServer = chatServer;
    this.#server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', securityPolicy(chatServer));
      response.end(this.#pages.get(request.url ?? ''));
    });
  }

  /** Puts a page on the site. @returns its address */
  add(body: string, scripts: readonly string[]): string {
    const path = `/${this.#pages.size}`;
    const tags = scripts.map((file) => this.#scriptTag(file)).join('\n');
    this.#pages.set(
      path,
      `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:," />
       <meta name="viewport" content="width=device-width" />${tags}</head><body>${body}</body></html>`,
    );
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  #scriptTag(file: string): string {
    const kind = file === MODULE_SCRIPT ? 'type="module"' : 'defer';
    return `<script ${kind} src="${this.#chatServer}/chat-widget/${file}"></script>`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

function securityPolicy(chatServer: string): string {
  return [
    "default-src 'none'",
    `script-src ${chatServer}`,
    `connect-src ${chatServer} ${chatServer.replace('http', 'ws')} ws://127.0.0.1:* http://127.0.0.1:*`,
    'img-src data:',
    "require-trusted-types-for 'script'",
    // A second copy of Lit on the page needs the second word.
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}

export interface WidgetTag {
  readonly url: string;
  readonly person: Person;
  readonly token?: string;
  /** More attributes, as they stand in the tag. */
  readonly more?: string;
}

/** Presence is asked for each second, so that no test waits for half a minute. */
export function widgetTag({ url, person, token = '', more = 'mode="inline"' }: WidgetTag): string {
  const { user_id, name, email } = person;
  return `<chat-widget server-url="${url}" user-id="${user_id}" user-name="${name}" user-email="${email}"
    token="${token}" presence-interval="1" ${more}></chat-widget>`;
}
