import { expect } from '@open-wc/testing';
import { SERVER_EVENT_NAMES, type ServerEventName } from '../../src/protocol/events.ts';
import { createSession } from '../../src/session/create-session.ts';
import { eventMap } from '../../src/session/event-map.ts';
import type { State } from '../../src/store/state.ts';
import { ada, grace } from '../support/fixtures.ts';
import { FakeConnection } from '../support/fake-connection.ts';
import { FakePlatform } from '../support/fake-platform.ts';

const wireGrace = { user_id: grace.id, email: grace.email, name: grace.name };
const room = { room_id: 'room-1', name: 'Engine', is_group: true, participants: [wireGrace] };

/** For each documented event: a payload, and what must be true of the state after it. */
const CASES: Record<ServerEventName, { payload: unknown; holds: (state: State) => boolean }> = {
  set_chats: { payload: [room], holds: ({ rooms }) => rooms.loaded && rooms.byId.has('room-1') },
  add_room: { payload: room, holds: ({ rooms }) => rooms.byId.has('room-1') },
  message_broadcast: {
    payload: { message_id: 'm', room: 'room-1', message_body: 'Hi', user: wireGrace },
    holds: ({ messages }) => messages.get('room-1')?.entries.get('m')?.body === 'Hi',
  },
  error: { payload: { message: 'No.' }, holds: ({ notices }) => notices[0]?.error.message === 'No.' },
  show_start_typing: {
    payload: { room: 'room-1', user: wireGrace },
    holds: ({ typing }) => typing.get('room-1')?.[0] === grace.id,
  },
  show_end_typing: { payload: { room: 'room-1', user: wireGrace }, holds: ({ typing }) => typing.size === 0 },
  online_status_show: {
    payload: [wireGrace],
    holds: ({ presence }) => presence.known && presence.online.has(grace.id),
  },
};

describe('eventMap', () => {
  it('has a row for each documented event and for nothing else', () => {
    expect(Object.keys(eventMap).sort()).to.deep.equal([...SERVER_EVENT_NAMES].sort());
  });

  for (const event of SERVER_EVENT_NAMES) {
    it(`takes ${event} from the wire to the state`, async () => {
      const connection = new FakeConnection();
      const session = createSession({ serverUrl: 'http://127.0.0.1', user: ada }, new FakePlatform(), () => connection);
      session.connect();
      connection.connect();
      connection.receive(event, CASES[event].payload);
      await Promise.resolve();
      expect(CASES[event].holds(session.state)).to.equal(true);
    });
  }
});
