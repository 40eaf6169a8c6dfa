import { expect } from '@open-wc/testing';
import { ada } from '../support/fixtures.ts';
import { wireAda, wiredSession } from '../support/wired-session.ts';

describe('Handshake', () => {
  it('says who we are, then asks what there is and who is there', () => {
    const { connection, session } = wiredSession();
    session.connect();
    connection.connect();
    expect(connection.sent).to.deep.equal([
      { event: 'connected', payload: { user: wireAda, sid: 'engine-1', token: 'token' } },
      { event: 'get_chats', payload: { user: wireAda } },
      { event: 'online_status', payload: { user_id: ada.id } },
    ]);
  });

  it('is repeated on each connection, with the id of that connection', () => {
    const { connection, online } = wiredSession();
    online();
    connection.cut();
    connection.sent.length = 0;
    connection.connect();
    expect(connection.sent.map(({ event }) => event)).to.deep.equal(['connected', 'get_chats', 'online_status']);
    expect(connection.sent[0]?.payload).to.have.property('sid', 'engine-2');
  });

  it('goes before all that the page sends when it hears that the connection is there', () => {
    const { connection, session } = wiredSession();
    session.observe({
      acted: (action) => {
        if (action.type !== 'connection-changed' || action.connection.status !== 'online') return;
        session.request('signal-typing', { roomId: 'room-1', moment: 'focus' });
      },
    });
    session.connect();
    connection.connect();
    expect(connection.sent.map(({ event }) => event)).to.deep.equal([
      'connected',
      'get_chats',
      'online_status',
      'typing_start',
    ]);
  });

  it('sends nothing of its own while there is no connection', () => {
    const { connection, session } = wiredSession();
    session.connect();
    session.request('signal-typing', { roomId: 'room-1', moment: 'focus' });
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    expect(connection.sent).to.deep.equal([]);
  });

  it('turns on what the server announces', async () => {
    const { connection, session, online } = wiredSession();
    online();
    connection.acknowledgements[0]?.({ capabilities: ['history', 'teleport'] });
    await Promise.resolve();
    expect([...session.state.capabilities]).to.deep.equal(['history']);
  });

  it('ignores the answer that belongs to an earlier connection', async () => {
    const { connection, session, online } = wiredSession();
    online();
    connection.cut();
    connection.acknowledgements[0]?.({ capabilities: ['history'] });
    await Promise.resolve();
    expect([...session.state.capabilities]).to.deep.equal([]);
  });
});
