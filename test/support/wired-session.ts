import { aTimeout } from '@open-wc/testing';
import { createSession } from '../../src/session/create-session.ts';
import type { SessionOptions } from '../../src/session/session.ts';
import { FakeConnection } from './fake-connection.ts';
import type { FakeDevice } from './fake-device.ts';
import { FakePlatform } from './fake-platform.ts';
import { ada, grace } from './fixtures.ts';

export const wireAda = { user_id: ada.id, email: ada.email, name: ada.name };
export const wireGrace = { user_id: grace.id, email: grace.email, name: grace.name };
export const wireRoom = { room_id: 'room-1', name: 'Engine', is_group: true, participants: [wireAda, wireGrace] };
export const wireMessage = (id: string, body: string, user: unknown = wireGrace) => ({
  message_id: id,
  room: 'room-1',
  message_body: body,
  type: 'USER_TEXT_MESSAGE',
  user,
  created_at: '2026-05-04T12:00:00.000Z',
});

/** Broadcasts are handed on together, at the end of the turn in which they came. */
export const delivery = () => new Promise<void>(queueMicrotask);

/** All that can happen without time passing in the test. */
export const settled = () => aTimeout(0);

/**
 * A session whose server, time and page are the test's.
 * @param device what it shares with the other pages of its origin
 */
export function wiredSession(options: Partial<SessionOptions> = {}, device?: FakeDevice) {
  const platform = new FakePlatform(device);
  const connection = new FakeConnection();
  const session = createSession({ serverUrl: 'http://127.0.0.1', user: ada, ...options }, platform, () => connection);
  const entries = () => [...(session.state.messages.get('room-1')?.entries.values() ?? [])];
  const online = () => {
    session.connect();
    connection.connect();
    connection.receive('set_chats', [wireRoom]);
  };
  return { platform, connection, session, entries, online };
}
