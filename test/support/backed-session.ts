import type { User } from '../../src/protocol/model.ts';
import { acquireSession, type SessionLease } from '../../src/session/registry.ts';
import { FakeConnection } from './fake-connection.ts';
import { FakePlatform } from './fake-platform.ts';

export const SERVER_URL = 'http://127.0.0.1:9/';

export interface Backed {
  readonly connection: FakeConnection;
  readonly platform: FakePlatform;
  readonly lease: SessionLease;
}

/**
 * Opens a session over a fake connection before an element does: sessions are shared by server and user, so an element
 * that names the same ones takes this one, and no socket is opened.
 */
export function backSession(user: User, serverUrl = SERVER_URL): Backed {
  const connection = new FakeConnection();
  const platform = new FakePlatform();
  return { connection, platform, lease: acquireSession({ serverUrl, user }, platform, () => connection) };
}
