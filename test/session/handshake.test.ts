import { expect } from '@open-wc/testing';
import { ada } from '../support/fixtures.ts';
import { settled, wireAda, wiredSession, wireRoom } from '../support/wired-session.ts';

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

  describe('without an answer', () => {
    /** Connected, with a message that waits; nothing has been heard unless the test says so. */
    function waiting() {
      const wired = wiredSession();
      wired.session.request('send', { roomId: 'room-1', body: 'Hi' });
      wired.session.connect();
      wired.connection.connect();
      const isSent = () => wired.connection.take('new_message').length > 0;
      const noAnswer = async () => {
        wired.connection.rejections.shift()?.();
        await settled();
      };
      const hear = () => {
        // What comes together with the connection is not meant.
        wired.connection.heardAt = wired.platform.clock.now() + 1;
      };
      return { ...wired, isSent, noAnswer, hear };
    }

    it('lets messages go as soon as the list is there', () => {
      const { connection, isSent } = waiting();
      expect(isSent()).to.equal(false);
      connection.receive('set_chats', [wireRoom]);
      expect(isSent()).to.equal(true);
    });

    it('lets them go without a list, once the server has let the time for its answer pass', async () => {
      const { connection, platform, hear, isSent, noAnswer } = waiting();
      hear();
      platform.clock.pass(9999);
      expect(isSent()).to.equal(false);
      await noAnswer();
      expect(isSent()).to.equal(true);
      expect(connection.calls).to.not.include('doubt');
    });

    it('lets them go without a list, three seconds after an answer', async () => {
      const { connection, platform, isSent } = waiting();
      connection.acknowledgements[0]?.({ capabilities: ['ack'] });
      await settled();
      platform.clock.pass(2999);
      expect(isSent()).to.equal(false);
      platform.clock.pass(1);
      expect(isSent()).to.equal(true);
    });

    it('fails no message for an answer that comes late', async () => {
      const { connection, entries, platform } = waiting();
      connection.receive('set_chats', [wireRoom]);
      platform.clock.pass(9000);
      connection.acknowledgements[0]?.({ capabilities: [] });
      await settled();
      // At ten seconds the server is asked what it has; until it has answered nothing is given up.
      platform.clock.pass(3500);
      expect(entries().map(({ status }) => status)).to.deep.equal(['pending']);
    });

    it('doubts a connection on which nothing was ever heard, but not the next one as well', async () => {
      const { connection, platform, isSent, noAnswer } = waiting();
      platform.clock.pass(10_000);
      await noAnswer();
      expect(connection.calls).to.deep.equal(['open', 'doubt']);
      connection.connect();
      platform.clock.pass(10_000);
      await noAnswer();
      expect(connection.calls).to.deep.equal(['open', 'doubt']);
      expect(isSent(), 'it may be dead, too').to.equal(false);
    });

    it('lets them go to a server that says nothing once it has pinged', async () => {
      const { connection, platform, isSent, hear, noAnswer } = waiting();
      platform.clock.pass(10_000);
      await noAnswer();
      connection.connect();
      platform.clock.pass(10_000);
      await noAnswer();
      hear();
      platform.clock.pass(20_000);
      expect(isSent()).to.equal(true);
    });

    it('forgets what another server announced before', async () => {
      const { connection, session, noAnswer, hear } = waiting();
      connection.acknowledgements.shift()?.({ capabilities: ['ack'] });
      connection.rejections.shift();
      await settled();
      connection.cut();
      connection.connect();
      hear();
      await noAnswer();
      expect([...session.state.capabilities]).to.deep.equal([]);
    });
  });
});
