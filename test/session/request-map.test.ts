import { expect } from '@open-wc/testing';
import { createSession } from '../../src/session/create-session.ts';
import { requestMap } from '../../src/session/request-map.ts';
import { REQUEST_NAMES, type RequestName, type Requests } from '../../src/session/requests.ts';
import { ada, grace } from '../support/fixtures.ts';
import { FakeConnection } from '../support/fake-connection.ts';
import { delivery } from '../support/wired-session.ts';
import { FakePlatform } from '../support/fake-platform.ts';

const ROOM = { room_id: 'room-1', name: 'Engine', is_group: true, participants: [] };

/** For each request: its detail, and what it must lead to: an action, an event on the wire, or a call. */
const CASES: { [N in RequestName]: { detail: Requests[N]; leadsTo: string } } = {
  send: { detail: { roomId: 'room-1', body: 'Again' }, leadsTo: 'message-queued' },
  'retry-message': { detail: { roomId: 'room-1', key: 'id-1' }, leadsTo: 'message-retried' },
  'discard-message': { detail: { roomId: 'room-1', key: 'id-1' }, leadsTo: 'message-discarded' },
  'create-room': { detail: { id: 'w', name: 'P', participants: [grace], isGroup: true }, leadsTo: 'new_room_create' },
  'forget-room-creation': { detail: { id: 'w' }, leadsTo: 'room-creation-forgotten' },
  'load-older': { detail: { roomId: 'room-1' }, leadsTo: 'older-requested' },
  'read-room': { detail: { roomId: 'room-1' }, leadsTo: 'room-read' },
  'change-draft': { detail: { roomId: 'room-1', text: 'x' }, leadsTo: 'draft-changed' },
  'signal-typing': { detail: { roomId: 'room-1', moment: 'focus' }, leadsTo: 'typing_start' },
  'dismiss-notice': { detail: { id: 'n' }, leadsTo: 'notice-dismissed' },
  reconnect: { detail: {}, leadsTo: 'retry' },
};

async function ask<N extends RequestName>(name: N): Promise<string[]> {
  const platform = new FakePlatform();
  const connection = new FakeConnection();
  const session = createSession({ serverUrl: 'http://127.0.0.1', user: ada }, platform, () => connection);
  const actions: string[] = [];
  session.connect();
  connection.connect();
  connection.receive('set_chats', [ROOM]);
  session.request('send', { roomId: 'room-1', body: 'Hi' });
  connection.acknowledgements[0]?.({ capabilities: ['history'] });
  await delivery();
  await delivery();
  platform.clock.pass(10_000);
  connection.receive('set_chats', [ROOM]);
  for (let turn = 0; turn < 5; turn += 1) await delivery();
  connection.sent.length = 0;
  session.observe({ acted: ({ type }) => actions.push(type) });
  session.request(name, CASES[name].detail);
  return [...actions, ...connection.sent.map(({ event }) => event), ...connection.calls];
}

describe('requestMap', () => {
  it('has a row for each request and for nothing else', () => {
    expect(Object.keys(requestMap).sort()).to.deep.equal([...REQUEST_NAMES].sort());
  });

  for (const name of REQUEST_NAMES as RequestName[]) {
    it(`${name} leads to ${CASES[name].leadsTo}`, async () => {
      expect(await ask(name)).to.include(CASES[name].leadsTo);
    });
  }

  it('opens a connection that was never opened, or was closed', () => {
    const connection = new FakeConnection();
    const session = createSession({ serverUrl: 'http://127.0.0.1', user: ada }, new FakePlatform(), () => connection);
    session.request('reconnect', {});
    session.disconnect();
    session.request('reconnect', {});
    expect(connection.calls).to.deep.equal(['open', 'close', 'open']);
  });
});
