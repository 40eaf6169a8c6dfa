import { expect } from '@open-wc/testing';
import { grace } from '../support/fixtures.ts';
import { wiredSession, wireRoom } from '../support/wired-session.ts';

const wish = { id: 'wish', name: 'Plans', participants: [grace], isGroup: true };

describe('awaitRooms', () => {
  it("fails by the server's reason, by silence, and without a connection", () => {
    const { platform, connection, session, online } = wiredSession();
    session.request('create-room', wish);
    expect(session.state.roomCreations.get('wish')?.status).to.equal('failed');
    online();
    session.request('create-room', wish);
    connection.receive('error', { message: 'Too many.', event: 'new_room_create' });
    expect(session.state.roomCreations.get('wish')?.failure?.message).to.equal('Too many.');
    session.request('create-room', wish);
    platform.clock.pass(10_000);
    expect(session.state.roomCreations.get('wish')?.failure?.code).to.equal('no_answer');
  });

  it('does not count the time without a connection, and takes the list for an answer', () => {
    const { platform, connection, session, online } = wiredSession();
    online();
    session.request('create-room', wish);
    platform.clock.pass(9000);
    connection.cut();
    platform.clock.pass(60_000);
    expect(session.state.roomCreations.get('wish')?.status).to.equal('pending');
    connection.connect();
    connection.receive('set_chats', [wireRoom, { ...wireRoom, room_id: 'new', name: 'Plans' }]);
    expect(session.state.roomCreations.get('wish')?.status).to.equal('created');
    platform.clock.pass(60_000);
    expect(session.state.roomCreations.get('wish')?.status).to.equal('created');
  });
});
