import { SocketConnection } from '../connection/socket-connection.ts';
import type { Clock } from '../platform/clock.ts';
import { browser, type Platform } from '../platform/platform.ts';
import { addressOf, sessionKey } from './address.ts';
import { type Connect, createSession, type OwnedSession } from './create-session.ts';
import type { Session, SessionOptions } from './session.ts';

/** So long a session outlives its last user: frameworks remove and add elements when they only move them. */
const LINGER_MS = 400;

/** A share in a session. Each lease is released once; more often does no harm. */
export interface SessionLease {
  readonly session: Session;
  /** With the last lease the session ends: after a moment with `linger`, else at once. */
  release(options: { readonly linger: boolean }): void;
}

interface Shared {
  readonly session: OwnedSession;
  readonly clock: Clock;
  leases: number;
  cancelEnd: () => void;
}

/** Kept on the global object, so that two copies of the script on one page share their sessions too. */
const REGISTRY: unique symbol = Symbol.for('chat-widget.sessions.v1');
const holder: { [REGISTRY]?: Map<string, Shared> | undefined } & object = globalThis;

function sharedSessions(): Map<string, Shared> {
  return (holder[REGISTRY] ??= new Map<string, Shared>());
}

/** Takes a share in the session of this server and user, and makes it where it is the first. */
export function acquireSession(
  options: SessionOptions,
  platform: Platform = browser,
  connect: Connect = socketConnect(options, platform),
): SessionLease {
  const sessions = sharedSessions();
  const key = sessionKey(options);
  let shared = sessions.get(key);
  if (!shared) {
    shared = {
      session: createSession(options, platform, connect),
      clock: platform.clock,
      leases: 0,
      cancelEnd: () => {},
    };
    sessions.set(key, shared);
  } else if (options.token !== undefined || options.getToken) {
    // The latest ones are the freshest, and those of an element that is gone may be dead.
    shared.session.setCredentials(options);
  }
  shared.cancelEnd();
  shared.leases += 1;
  return lease(shared, () => {
    sessions.delete(key);
  });
}

function lease(shared: Shared, forget: () => void): SessionLease {
  let isReleased = false;
  const end = (): void => {
    forget();
    shared.session.close();
  };
  return {
    session: shared.session,
    release({ linger }) {
      if (isReleased) return;
      isReleased = true;
      shared.leases -= 1;
      if (shared.leases > 0) return;
      if (linger) shared.cancelEnd = shared.clock.after(LINGER_MS, end);
      else end();
    },
  };
}

function socketConnect(options: SessionOptions, platform: Platform): Connect {
  return (credentials) =>
    new SocketConnection(
      {
        ...addressOf(options),
        socketOptions: options.socketOptions,
        getToken: () => {
          const { getToken, token } = credentials();
          return getToken ? getToken() : token;
        },
        canRenewToken: () => credentials().getToken !== undefined,
      },
      platform,
    );
}
