import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { people } from '../people.ts';
import type { Authenticator } from './authenticate.ts';
import type { Config } from './config.ts';
import type { Limits } from './limits.ts';
import { isAllowedOrigin } from './origins.ts';
import { Refusal } from './refusal.ts';

/** More than a login needs. */
const LONGEST_BODY = 4096;

/** Nothing but what the demo pages need; the widget itself needs no exception. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

export interface HttpOptions {
  readonly config: Config;
  readonly authenticator: Authenticator;
  readonly limits: Limits;
  readonly isHealthy: () => Promise<boolean>;
}

/** Everything besides the socket: health, the demo's login, the pages and the built scripts. */
export function createHttpHandler(options: HttpOptions): RequestListener {
  const { config } = options;
  const pages = serve(join(config.staticDir, 'demo'), (response) => {
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
  });
  const scripts = serve(join(config.staticDir, 'script'), (response) => {
    // A module script from another origin needs CORS; the scripts are public.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
  });
  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>> = {
    'GET /health': async (_request, response) => {
      const isHealthy = await options.isHealthy();
      send(response, isHealthy ? 200 : 503, { status: isHealthy ? 'ok' : 'no database' });
    },
    ...(config.demo && {
      'GET /demo/people': (_request, response) => {
        send(response, 200, people);
        return Promise.resolve();
      },
      'POST /demo/login': (request, response) => login(options, request, response),
    }),
  };

  return (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    // Not `new URL`: it throws at what strangers may send as a path.
    const [pathname = '/'] = (request.url ?? '/').split('?');
    // One that ends before it begins throws, and nothing here is so large that a part would do.
    delete request.headers.range;
    const route = routes[`${request.method ?? 'GET'} ${pathname}`];
    if (route) {
      route(request, response).catch((error: unknown) => {
        refuse(response, error);
      });
      return;
    }
    const notFound = (): void => {
      send(response, 404, { message: 'There is nothing here.' });
    };
    const prefix = '/chat-widget/';
    if (pathname.startsWith(prefix)) {
      request.url = `/${pathname.slice(prefix.length)}`;
      scripts(request, response, notFound);
    } else pages(request, response, notFound);
  };
}

type Serve = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

function serve(folder: string, setHeaders: (response: ServerResponse) => void): Serve {
  if (!existsSync(folder))
    return (_request, _response, next) => {
      next();
    };
  // `dev` looks at the disk for each request, so that a new build is served without a restart.
  return sirv(folder, { dev: true, etag: true, setHeaders });
}

/** Stands for the site's own sign-in: gives a token for one of the demo people. */
async function login(
  { config, authenticator, limits }: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isAllowedOrigin(request, config)) throw new Refusal('forbidden', 'This origin may not sign in here.');
  await limits.spend('connections', request.socket.remoteAddress ?? '');
  const body = await readJson(request);
  const userId = typeof body === 'object' && body !== null && 'user_id' in body ? body.user_id : undefined;
  const person = people.find(({ user_id }) => user_id === userId);
  if (!person) throw new Refusal('unknown_user', 'Nobody in the demo has this user_id; GET /demo/people lists them.');
  const { user_id, name, email } = person;
  const user = { user_id, email, name };
  send(response, 200, { token: await authenticator.sign(user, config.tokenMinutes), user });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > LONGEST_BODY) throw new Refusal('too_large', 'The request is too large.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_payload', 'The request must be JSON: { "user_id": "…" }.');
  }
}

const STATUS: Readonly<Record<string, number>> = {
  forbidden: 403,
  unknown_user: 404,
  too_large: 413,
  invalid_payload: 400,
  rate_limited: 429,
};

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) send(response, STATUS[error.code] ?? 400, { code: error.code, message: error.message });
  else send(response, 500, { code: 'internal', message: 'Something went wrong here.' });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
