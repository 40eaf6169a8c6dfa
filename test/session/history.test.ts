import { expect } from '@open-wc/testing';
import type { ProtocolProblem } from '../../src/session/session.ts';
import { settled, wireAda, wiredSession, wireMessage, wireRoom } from '../support/wired-session.ts';

/** A message of a minute, so that the order is plain to see. */
const at = (minute: number, room = 'room-1') => ({
  ...wireMessage(`m${minute}`, `Text ${minute}`),
  room,
  created_at: new Date(Date.UTC(2026, 4, 4, 12, minute)).toISOString(),
});
const roomWith = (...minutes: number[]) => ({ ...wireRoom, messages: minutes.map((minute) => at(minute)) });

/** Connected to a server that has history, and has told these messages of the room. */
async function setUp(told: readonly number[], capabilities: readonly string[] = ['history']) {
  const wired = wiredSession();
  const { connection, session } = wired;
  const problems: ProtocolProblem[] = [];
  session.observe({ protocolProblem: (problem) => problems.push(problem) });
  /** The server answers the oldest question of the session. */
  const answer = async (payload: unknown) => {
    connection.rejections.shift();
    connection.acknowledgements.shift()?.(payload);
    await settled();
  };
  const refuse = async () => {
    connection.acknowledgements.shift();
    connection.rejections.shift()?.();
    await settled();
  };
  const connect = async (...list: unknown[]) => {
    connection.acknowledgements.length = connection.rejections.length = 0;
    connection.connect();
    await answer({ capabilities });
    connection.receive('set_chats', list);
    await settled();
  };
  const questions = () => connection.take('get_messages');
  const shown = () =>
    wired
      .entries()
      .map(({ id }) => id)
      .sort();
  const room = () => session.state.messages.get('room-1');
  const older = () => {
    session.request('load-older', { roomId: 'room-1' });
  };
  session.connect();
  await connect(roomWith(...told));
  return { ...wired, problems, answer, refuse, connect, questions, shown, room, older };
}
const page = (minutes: readonly number[], has_more = false) => ({
  messages: minutes.map((minute) => at(minute)),
  has_more,
});

describe('History, after a reconnect', () => {
  it('asks for what was missed, page after page, until there is no more', async () => {
    const { connection, connect, answer, questions, shown, room } = await setUp([1, 2]);
    connection.cut();
    await connect(roomWith(9));
    // What came last may have overtaken another one.
    expect(questions()).to.deep.equal([{ room: 'room-1', after: 'm1', limit: 100 }]);
    await answer(page([2, 3, 4], true));
    expect(questions()).to.deep.equal([{ room: 'room-1', after: 'm4', limit: 100 }]);
    await answer(page([5, 6, 9]));
    expect(questions()).to.deep.equal([]);
    expect(shown()).to.deep.equal(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm9']);
    expect(room()?.gaps.size).to.equal(0);
  });

  it('asks nothing where the list has it all, or nothing was missed', async () => {
    const { connection, connect, questions } = await setUp([1, 2]);
    connection.cut();
    await connect(roomWith(1, 2, 3));
    expect(questions()).to.deep.equal([]);
  });

  it('asks nothing when the server has kept what was missed', async () => {
    const { connection, answer, questions } = await setUp([1, 2]);
    connection.cut();
    connection.acknowledgements.length = connection.rejections.length = 0;
    connection.connect(true);
    await answer({ capabilities: ['history'] });
    connection.receive('set_chats', [roomWith(9)]);
    await settled();
    expect(questions()).to.deep.equal([]);
  });

  it('asks for each room in which something may be missing, one after the other', async () => {
    const { connection, connect, answer, questions } = await setUp([0, 1]);
    connection.receive('add_room', { ...wireRoom, room_id: 'room-2', messages: [at(4, 'room-2'), at(5, 'room-2')] });
    connection.cut();
    await connect(roomWith(9), { ...wireRoom, room_id: 'room-2' });
    expect(questions()).to.deep.equal([{ room: 'room-1', after: 'm0', limit: 100 }]);
    await answer(page([]));
    expect(questions()).to.deep.equal([{ room: 'room-2', after: 'm4', limit: 100 }]);
    await answer(page([]));
    expect(questions()).to.deep.equal([]);
  });

  it('asks once, whichever of the list and the announcement comes last', async () => {
    for (const isListFirst of [true, false]) {
      const { connection, answer, questions } = await setUp([0, 1]);
      connection.cut();
      connection.acknowledgements.length = connection.rejections.length = 0;
      connection.connect();
      const tellRooms = () => {
        connection.receive('set_chats', [roomWith(9)]);
      };
      if (isListFirst) tellRooms();
      await answer({ capabilities: ['history'] });
      if (!isListFirst) {
        expect(questions()).to.deep.equal([]);
        tellRooms();
      }
      await settled();
      expect(questions()).to.deep.equal([{ room: 'room-1', after: 'm0', limit: 100 }]);
    }
  });

  it('leaves the gap, and asks again on the next connection, when the server refuses or does not answer', async () => {
    for (const how of ['refuses', 'is silent'] as const) {
      const { connection, connect, answer, refuse, questions, room, problems } = await setUp([0, 1]);
      connection.cut();
      await connect(roomWith(9));
      questions();
      if (how === 'refuses') await answer({ error: { message: 'Not now.' } });
      else await refuse();
      expect(questions()).to.deep.equal([]);
      expect([...(room()?.gaps ?? [])]).to.deep.equal(['m0']);
      expect(problems.map(({ reason }) => reason)).to.deep.equal(how === 'refuses' ? ['Not now.'] : []);
      connection.cut();
      await connect(roomWith(9));
      expect(questions()[0]).to.deep.equal({ room: 'room-1', after: 'm0', limit: 100 });
    }
  });

  it('does not ask for ever a server whose pages lead nowhere', async () => {
    const { connection, connect, answer, questions } = await setUp([0, 1]);
    connection.cut();
    await connect(roomWith(9));
    let asked = 0;
    for (let times = 0; times < 20; times += 1) {
      asked += questions().length;
      await answer(page([], true));
    }
    expect(asked).to.be.lessThan(3);
  });

  it('asks a server without history nothing, and leaves the mark of what may be missing', async () => {
    const { connection, connect, questions, room } = await setUp([1], []);
    connection.cut();
    await connect(roomWith(9));
    expect(questions()).to.deep.equal([]);
    expect([...(room()?.gaps ?? [])]).to.deep.equal(['m1']);
  });

  it('finds in it what was on its way when the connection broke, and does not send that again', async () => {
    const { connection, session, connect, answer, entries } = await setUp([0, 1]);
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    connection.take('new_message');
    connection.cut();
    await connect(roomWith(9));
    expect(connection.take('new_message')).to.deep.equal([]);
    await answer({ messages: [{ ...at(2), user: wireAda, message_body: 'Hi' }], has_more: false });
    expect(connection.take('new_message')).to.deep.equal([]);
    expect(
      entries()
        .filter(({ body }) => body === 'Hi')
        .map(({ status }) => status),
    ).to.deep.equal(['sent']);
  });

  it('finds it as well where there was a single message, and the list tells a later one', async () => {
    const { connection, session, connect, answer, questions, entries } = await setUp([1]);
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    connection.take('new_message');
    connection.cut();
    await connect(roomWith(9));
    expect(questions()).to.have.length(1);
    await answer({ messages: [at(1), { ...at(2), user: wireAda, message_body: 'Hi' }, at(9)], has_more: false });
    expect(connection.take('new_message')).to.deep.equal([]);
    expect(entries().map(({ body, status }) => [body, status])).to.deep.include(['Hi', 'sent']);
  });

  it('sends what is not in it', async () => {
    const { connection, session, connect, answer } = await setUp([0, 1]);
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    connection.take('new_message');
    connection.cut();
    await connect(roomWith(9));
    await answer(page([2, 3]));
    expect(connection.take('new_message')).to.have.length(1);
  });

  it('sends it even though the server never answers the question', async () => {
    const { connection, session, connect, refuse } = await setUp([0, 1]);
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    connection.take('new_message');
    connection.cut();
    await connect(roomWith(9));
    await refuse();
    expect(connection.take('new_message')).to.have.length(1);
  });
});

describe('History, scrolling up', () => {
  it('asks for the messages before the first one, and puts them there', async () => {
    const { older, questions, answer, shown, room } = await setUp([7, 8]);
    older();
    expect(room()?.older).to.equal('loading');
    expect(questions()).to.deep.equal([{ room: 'room-1', before: 'm7', limit: 50 }]);
    await answer(page([5, 6], true));
    expect(shown()).to.deep.equal(['m5', 'm6', 'm7', 'm8']);
    expect(room()?.older).to.equal('unknown');
    older();
    expect(questions()).to.deep.equal([{ room: 'room-1', before: 'm5', limit: 50 }]);
    await answer(page([4]));
    expect(room()?.older).to.equal('none');
    older();
    expect(questions()).to.deep.equal([]);
  });

  it('asks for the newest ones where none is known', async () => {
    const { older, questions, answer, room, session } = await setUp([]);
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    older();
    expect(questions()).to.deep.equal([{ room: 'room-1', limit: 50 }]);
    await answer(page([1, 2]));
    expect(room()?.older).to.equal('none');
  });

  it('asks once, however often it is told to', async () => {
    const { older, questions } = await setUp([7]);
    for (let times = 0; times < 3; times += 1) older();
    expect(questions()).to.have.length(1);
  });

  it('shows a refusal, and tries again when it is told to', async () => {
    const { older, questions, answer, room } = await setUp([7]);
    older();
    await answer({ error: 'No.' });
    expect(room()?.older).to.equal('failed');
    questions();
    older();
    expect(room()?.older).to.equal('loading');
    expect(questions()).to.have.length(1);
  });

  it('can be asked again on the next connection after a loss', async () => {
    const { older, connection, refuse, connect, questions, room } = await setUp([7]);
    older();
    questions();
    connection.cut();
    await refuse();
    expect(room()?.older).to.equal('unknown');
    older();
    expect(questions()).to.deep.equal([]);
    await connect(roomWith(7));
    older();
    expect(questions()).to.deep.equal([{ room: 'room-1', before: 'm7', limit: 50 }]);
  });

  it('asks a server without history nothing', async () => {
    const { older, questions, room } = await setUp([7], ['ack']);
    older();
    expect(questions()).to.deep.equal([]);
    expect(room()?.older).to.equal('unknown');
  });

  it('shows no message of another room in this one', async () => {
    const { older, answer, shown, problems } = await setUp([7]);
    older();
    await answer({ messages: [at(5), at(6, 'room-2')], has_more: false });
    expect(shown()).to.deep.equal(['m5', 'm7']);
    expect(problems).to.deep.equal([{ event: 'get_messages', reason: 'message 1: of another room' }]);
  });
});
