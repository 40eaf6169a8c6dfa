import { expect } from '@open-wc/testing';
import { wireAda, wiredSession } from '../support/wired-session.ts';

/** Connected, with a server that may have told who is there. */
function setUp({ answers = true } = {}) {
  const wired = wiredSession();
  wired.online();
  if (answers) wired.connection.receive('online_status_show', [wireAda]);
  wired.platform.clock.pass(20_000);
  wired.connection.heardAt = wired.platform.clock.now();
  wired.connection.calls.length = 0;
  wired.connection.take('online_status');
  wired.platform.clock.pass(10_000);
  expect(wired.connection.take('online_status')).to.have.length(1);
  return wired;
}

describe('askPresence', () => {
  it('takes a connection for dead on which the question is followed by eight seconds of silence', () => {
    const { connection, platform, session } = setUp();
    platform.clock.pass(7999);
    expect(connection.calls).to.deep.equal([]);
    platform.clock.pass(1);
    expect(connection.calls).to.deep.equal(['doubt']);
    expect(session.state.connection.status).to.equal('reconnecting');
  });

  it('is content with whatever the server says', () => {
    const { connection, platform } = setUp();
    platform.clock.pass(5000);
    connection.heardAt = platform.clock.now();
    platform.clock.pass(3000);
    expect(connection.calls).to.deep.equal([]);
  });

  it('doubts no server that has never answered', () => {
    const { connection, platform } = setUp({ answers: false });
    platform.clock.pass(20_000);
    expect(connection.calls).to.deep.equal([]);
  });

  it('does not doubt the connection after the one on which it asked', () => {
    const { connection, platform } = setUp();
    platform.clock.pass(4000);
    connection.cut();
    connection.connect();
    platform.clock.pass(4000);
    expect(connection.calls).to.deep.equal([]);
  });
});
