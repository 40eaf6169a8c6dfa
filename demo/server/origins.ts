import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a page of the request's origin may use this server. CORS does not guard WebSockets, so this is asked for
 * polling and upgrades alike; a request without an origin comes from no page.
 */
export function isAllowedOrigin({ headers: { origin, host } }: IncomingMessage, config: Config): boolean {
  if (origin === undefined || config.allowedOrigins.includes(origin)) return true;
  if (URL.canParse(origin) && new URL(origin).host === host) return true;
  return config.demo && LOOPBACK.test(origin);
}
