import { expect } from '@open-wc/testing';
import { createRoom } from '../../src/context/create-room.ts';
import { FakeSession } from '../support/fake-session.ts';
import { grace, roomWith } from '../support/fixtures.ts';

const wish = { id: 'wish', name: 'Plans', participants: [grace], isGroup: true };

function setUp() {
  const session = new FakeSession();
  const result = createRoom(session, wish);
  session.dispatch({ type: 'room-creation-started', ...wish });
  return { session, result };
}

describe('createRoom', () => {
  it('asks once, waits for the room, and forgets the wish', async () => {
    const { session, result } = setUp();
    session.setContacts([grace]);
    session.dispatch({
      type: 'room-added',
      room: roomWith([], { id: 'new', name: 'Plans', participants: [session.state.self, grace] }),
    });
    expect(await result).to.equal('new');
    expect(session.requests.map(({ name }) => name)).to.deep.equal(['create-room', 'forget-room-creation']);
  });

  it("rejects with the server's reason", async () => {
    const { session, result } = setUp();
    session.dispatch({ type: 'room-creation-failed', id: 'wish', failure: { message: 'Too many rooms.' } });
    expect(await result.catch((error: unknown) => error)).to.have.property('message', 'Too many rooms.');
  });

  it('rejects when the wish is gone', async () => {
    const { session, result } = setUp();
    session.dispatch({ type: 'room-creation-forgotten', id: 'wish' });
    expect(await result.catch((error: unknown) => error)).to.be.instanceOf(Error);
  });
});
