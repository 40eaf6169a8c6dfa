import { expect } from '@open-wc/testing';
import type { ProtocolOptions } from '../../src/protocol/protocol-options.ts';
import { Wire } from '../../src/session/wire.ts';
import { ada } from '../support/fixtures.ts';
import { FakeConnection } from '../support/fake-connection.ts';

function setUp(options?: ProtocolOptions) {
  const connection = new FakeConnection();
  const problems: string[] = [];
  connection.change({ status: 'online', attempt: 0 });
  return {
    connection,
    problems,
    wire: new Wire(connection, options, (event, why) => problems.push(`${event}: ${why}`)),
  };
}

describe('Wire', () => {
  it('puts the documented payload on the wire', () => {
    const { connection, wire } = setUp();
    expect(wire.emit('online_status', { user: ada })).to.equal('sent');
    expect(connection.sent).to.deep.equal([{ event: 'online_status', payload: { user_id: ada.id } }]);
  });

  it('says when there is no connection', () => {
    const { connection, wire } = setUp();
    connection.cut();
    expect(wire.emit('online_status', { user: ada })).to.equal('offline');
  });

  it("uses the backend's names and shapes where the page says so, for requests too", async () => {
    const { connection, wire } = setUp({
      rename: { online_status: 'who', connected: 'hello' },
      encode: { online_status: ({ user_id }) => ({ id: user_id }) },
    });
    wire.emit('online_status', { user: ada });
    const answer = wire.request('connected', { user: ada, sid: 'engine' });
    connection.acknowledgements[0]?.('fine');
    expect(await answer).to.equal('fine');
    expect(connection.sent[0]).to.deep.equal({ event: 'who', payload: { id: ada.id } });
    expect(connection.sent[1]?.event).to.equal('hello');
  });

  it("sends the documented payload when the page's function fails, and tells so", () => {
    const { connection, problems, wire } = setUp({
      encode: {
        online_status: () => {
          throw new Error('from the page');
        },
      },
    });
    wire.emit('online_status', { user: ada });
    expect(connection.sent[0]?.payload).to.deep.equal({ user_id: ada.id });
    expect(problems).to.have.length(1);
  });

  it('tells when the page wants what cannot be sent, instead of throwing', () => {
    const { connection, problems, wire } = setUp();
    connection.emit = () => {
      throw new TypeError('cyclic');
    };
    expect(wire.emit('online_status', { user: ada })).to.equal('unsendable');
    expect(problems).to.have.length(1);
  });
});
