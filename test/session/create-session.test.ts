import { expect } from '@open-wc/testing';
import type { ProtocolProblem } from '../../src/session/session.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { grace } from '../support/fixtures.ts';
import { reportedErrors } from '../support/reported-errors.ts';
import {
  delivery,
  settled,
  wireAda,
  wiredSession,
  wireGrace,
  wireMessage,
  wireRoom,
} from '../support/wired-session.ts';

describe('createSession', () => {
  describe('messages', () => {
    it('shows a message at once and takes its echo as the proof', async () => {
      const { connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      expect(entries().map(({ status }) => status)).to.deep.equal(['pending']);
      expect(connection.take('new_message')).to.deep.equal([
        { room: 'room-1', message_body: 'Hi', type: 'USER_TEXT_MESSAGE', user: wireAda },
      ]);
      connection.receive('message_broadcast', wireMessage('m1', 'Hi', wireAda));
      await delivery();
      expect(entries().map(({ id, status }) => [id, status])).to.deep.equal([['m1', 'sent']]);
    });

    it('keeps what is written without a connection, and sends it once', () => {
      const { connection, session, online } = wiredSession();
      online();
      connection.cut();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      connection.connect();
      expect(connection.take('new_message')).to.deep.equal([]);
      connection.receive('set_chats', [wireRoom]);
      expect(connection.take('new_message')).to.have.length(1);
    });

    it('does not send again what the list proves to be saved', () => {
      const { connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      connection.take('new_message');
      connection.cut();
      connection.connect();
      connection.receive('set_chats', [{ ...wireRoom, messages: [wireMessage('m1', 'Hi', wireAda)] }]);
      expect(connection.take('new_message')).to.deep.equal([]);
      expect(entries().map(({ status }) => status)).to.deep.equal(['sent']);
    });

    it('does not wait for ever for a list that never comes', async () => {
      const { platform, connection, session } = wiredSession();
      session.connect();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      connection.connect();
      connection.acknowledgements[0]?.('yes');
      await delivery();
      await delivery();
      platform.clock.pass(2999);
      expect(connection.take('new_message')).to.deep.equal([]);
      platform.clock.pass(1);
      expect(connection.take('new_message')).to.have.length(1);
    });

    it('fails what is not echoed, keeps its text, and heals it by a late echo', async () => {
      const { platform, connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      platform.clock.pass(10_000);
      connection.receive('set_chats', [wireRoom]);
      expect(entries().map(({ status, body }) => [status, body])).to.deep.equal([['failed', 'Hi']]);
      connection.receive('message_broadcast', wireMessage('m1', 'Hi', wireAda));
      await delivery();
      expect(entries().map(({ status }) => status)).to.deep.equal(['sent']);
    });

    it('sends a failed message again on request, and discards one on request', () => {
      const { platform, connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      platform.clock.pass(10_000);
      connection.receive('set_chats', [wireRoom]);
      connection.take('new_message');
      const key = entries()[0]?.key ?? '';
      session.request('retry-message', { roomId: 'room-1', key });
      expect(connection.take('new_message')).to.have.length(1);
      session.request('discard-message', { roomId: 'room-1', key });
      expect(entries()).to.deep.equal([]);
      platform.clock.pass(60_000);
      expect(connection.take('new_message')).to.deep.equal([]);
    });

    it('takes those that arrive together in one step, before whatever comes after them', async () => {
      const { connection, session, entries, online } = wiredSession();
      online();
      const actions: string[] = [];
      session.observe({ acted: ({ type }) => actions.push(type) });
      for (const id of ['m1', 'm2', 'm3']) connection.receive('message_broadcast', wireMessage(id, id));
      connection.receive('show_start_typing', { room: 'room-1', user: wireGrace });
      connection.receive('message_broadcast', wireMessage('m4', 'm4'));
      await delivery();
      expect(actions).to.deep.equal(['messages-received', 'typing-started', 'messages-received']);
      expect(entries()).to.have.length(4);
    });

    it('knows the echo before the refusal that comes with it', () => {
      const { connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'One' });
      session.request('send', { roomId: 'room-1', body: 'Two' });
      connection.receive('message_broadcast', wireMessage('m1', 'One', wireAda));
      connection.receive('error', { message: 'No.', event: 'new_message' });
      expect(entries().map(({ body, status }) => [body, status])).to.deep.equal([
        ['One', 'sent'],
        ['Two', 'failed'],
      ]);
    });

    it('puts client_id on the wire only where the page says so', () => {
      const { connection, session, online } = wiredSession({ protocol: { sendClientId: true } });
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      expect(connection.take('new_message')[0]).to.have.property('client_id', 'id-1');
    });
  });

  describe('errors', () => {
    it('shows one that answers nothing', () => {
      const { connection, session, online } = wiredSession();
      online();
      connection.receive('error', 'The disk is full');
      expect(session.state.notices.map(({ error }) => error.message)).to.deep.equal(['The disk is full']);
    });

    it('gives the reason to the only message on its way', () => {
      const { connection, session, entries, online } = wiredSession();
      online();
      session.request('send', { roomId: 'room-1', body: 'Hi' });
      connection.receive('error', { code: 'too_long', message: 'Too long.', event: 'new_message' });
      expect(entries()[0]).to.deep.include({ status: 'failed' });
      expect(entries()[0]?.failure).to.deep.include({ code: 'too_long', message: 'Too long.' });
      expect(session.state.notices).to.deep.equal([]);
    });

    it('ends the connection when the server refuses who we are', () => {
      const { connection, session, online } = wiredSession();
      online();
      connection.receive('error', { code: 'unauthorized', message: 'Who?', event: 'connected' });
      expect(session.state.connection.status).to.equal('unauthorized');
    });

    it('tries again with new credentials after a refusal', () => {
      const { connection, session, online } = wiredSession();
      online();
      connection.refuse({ message: 'Who?' });
      session.setCredentials({ token: 'another' });
      expect(connection.calls).to.deep.equal(['open', 'retry']);
    });

    it('tells a wrong payload once and goes on', async () => {
      const { connection, session, entries, online } = wiredSession();
      const problems: ProtocolProblem[] = [];
      session.observe({ protocolProblem: (problem) => problems.push(problem) });
      online();
      connection.receive('message_broadcast', 7);
      connection.receive('message_broadcast', 7);
      connection.receive('message_broadcast', wireMessage('m1', 'Hello'));
      await delivery();
      expect(problems).to.have.length(1);
      expect(problems[0]?.event).to.equal('message_broadcast');
      expect(entries()).to.have.length(1);
    });
  });

  describe('rooms', () => {
    const wish = { id: 'wish', name: 'Plans', participants: [grace], isGroup: true };

    it('asks for a room and knows it by the add_room that follows', () => {
      const { connection, session, online } = wiredSession();
      online();
      session.request('create-room', wish);
      expect(connection.take('new_room_create')).to.deep.equal([
        { name: 'Plans', participants: [wireGrace], user: wireAda, is_group: true },
      ]);
      connection.receive('add_room', { ...wireRoom, room_id: 'new', name: 'Plans' });
      expect(session.state.roomCreations.get('wish')).to.deep.include({ status: 'created', roomId: 'new' });
    });

    it('puts a new room for which the server tells no time on top', () => {
      const { platform, connection, session, online } = wiredSession();
      online();
      connection.receive('set_chats', [{ ...wireRoom, messages: [wireMessage('m1', 'Hi')] }]);
      platform.clock.pass(1000);
      connection.receive('add_room', { ...wireRoom, room_id: 'new', name: 'Plans' });
      expect(session.state.rooms.order).to.deep.equal(['new', 'room-1']);
    });

    it('names a direct room, because the contract has a name for each', () => {
      const { connection, session, online } = wiredSession();
      online();
      session.request('create-room', { ...wish, name: '', isGroup: false });
      expect(connection.take('new_room_create')[0]).to.have.property('name', grace.name);
    });
  });

  describe('typing', () => {
    it('tells when others type, and ends it after twenty seconds without renewal', () => {
      const { platform, connection, session, online } = wiredSession();
      online();
      const started = { room: 'room-1', user: wireGrace };
      connection.receive('show_start_typing', started);
      platform.clock.pass(19_000);
      connection.receive('show_start_typing', started);
      platform.clock.pass(19_000);
      expect(session.state.typing.get('room-1')).to.deep.equal([grace.id]);
      platform.clock.pass(1000);
      expect(session.state.typing.size).to.equal(0);
    });

    it('does not flicker when somebody leaves the field for a moment', async () => {
      const { platform, connection, session, online } = wiredSession();
      online();
      const changes: number[] = [];
      session.subscribe(() => changes.push(session.state.typing.size));
      const signal = { room: 'room-1', user: wireGrace };
      connection.receive('show_start_typing', signal);
      for (let round = 0; round < 3; round += 1) {
        connection.receive('show_end_typing', signal);
        platform.clock.pass(499);
        connection.receive('show_start_typing', signal);
        platform.clock.pass(5000);
      }
      expect(new Set(changes)).to.deep.equal(new Set([1]));
      connection.receive('show_end_typing', signal);
      platform.clock.pass(500);
      expect(session.state.typing.size).to.equal(0);
      connection.receive('show_start_typing', signal);
      connection.receive('message_broadcast', wireMessage('m', 'Done'));
      await delivery();
      expect(session.state.typing.size).to.equal(0);
    });

    it('ends when the page is hidden, so that no peer sees a ghost', () => {
      const { platform, connection, session, online } = wiredSession();
      online();
      session.request('signal-typing', { roomId: 'room-1', moment: 'focus' });
      platform.page.tell('hidden');
      expect(connection.take('typing_start')).to.deep.equal([{ room: 'room-1', user: wireAda }]);
      expect(connection.take('typing_end')).to.deep.equal([{ room: 'room-1', user: wireAda }]);
    });
  });

  describe('presence', () => {
    it('is asked again every half minute while the page is visible, and when it becomes visible', () => {
      const { platform, connection, online } = wiredSession();
      online();
      connection.take('online_status');
      platform.clock.pass(60_000);
      expect(connection.take('online_status')).to.have.length(2);
      platform.page.tell('hidden');
      platform.clock.pass(300_000);
      expect(connection.take('online_status')).to.have.length(0);
      platform.page.tell('visible');
      expect(connection.take('online_status')).to.have.length(1);
      platform.clock.pass(30_000);
      expect(connection.take('online_status')).to.have.length(1);
    });

    it('is asked on connecting also in a page that is hidden', () => {
      const { platform, connection, online } = wiredSession();
      platform.page.tell('hidden');
      online();
      expect(connection.take('online_status')).to.have.length(1);
    });

    it('is asked only on connecting when the interval is 0', () => {
      const { platform, connection, online } = wiredSession({ presenceInterval: 0 });
      online();
      connection.take('online_status');
      platform.clock.pass(300_000);
      expect(connection.take('online_status')).to.have.length(0);
    });

    it('is asked again when somebody writes who was not there, but not for each message', () => {
      const { platform, connection, online } = wiredSession();
      online();
      connection.receive('online_status_show', [wireAda]);
      connection.take('online_status');
      connection.receive('message_broadcast', wireMessage('m1', 'Hello'));
      connection.receive('show_start_typing', { room: 'room-1', user: wireGrace });
      platform.clock.pass(3000);
      expect(connection.take('online_status')).to.have.length(1);
      connection.receive('online_status_show', [wireAda, wireGrace]);
      connection.receive('message_broadcast', wireMessage('m2', 'Hello?'));
      platform.clock.pass(10_000);
      expect(connection.take('online_status')).to.have.length(0);
    });

    it('is not asked because of our own echo, or of a notice by nobody', () => {
      const { platform, connection, online } = wiredSession();
      online();
      connection.receive('online_status_show', [wireGrace]);
      platform.clock.pass(3000);
      connection.take('online_status');
      connection.receive('message_broadcast', wireMessage('m1', 'Hello', wireAda));
      connection.receive('message_broadcast', { room: 'room-1', message_body: 'Welcome', message_id: 'm2' });
      platform.clock.pass(10_000);
      expect(connection.take('online_status')).to.have.length(0);
    });

    it('is not asked while there is no connection', () => {
      const { platform, connection, online } = wiredSession();
      online();
      connection.cut();
      connection.take('online_status');
      platform.clock.pass(300_000);
      platform.page.tell('visible');
      expect(connection.take('online_status')).to.have.length(0);
    });
  });

  it("uses the backend's own names where the page renames events", () => {
    const { connection, session } = wiredSession({
      protocol: { rename: { get_chats: 'rooms', set_chats: 'rooms_list' } },
    });
    session.connect();
    connection.connect();
    expect(connection.take('rooms')).to.have.length(1);
    connection.receive('rooms_list', [wireRoom]);
    expect(session.state.rooms.loaded).to.equal(true);
  });

  it('lets no observer keep another one, or the session, from its work', async () => {
    const { session, online } = wiredSession();
    let told = 0;
    session.observe({
      acted: () => {
        throw new Error('from an observer');
      },
    });
    session.observe({ acted: () => (told += 1) });
    const reported = await reportedErrors(online);
    expect(told).to.be.greaterThan(2);
    expect(reported).to.have.length(told);
  });

  it('forgets what is kept on the device, keeps nothing any more, and goes on for the person who is there', async () => {
    const device = new FakeDevice();
    const { connection, session, platform, online } = wiredSession({ storage: 'local' }, device);
    online();
    session.request('change-draft', { roomId: 'room-1', text: 'Dear Grace' });
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    platform.clock.pass(500);
    await settled();
    expect(device.values.size).to.equal(2);
    session.request('change-draft', { roomId: 'room-1', text: 'Dear Grace,' });
    const forgotten = session.forget();
    session.request('send', { roomId: 'room-1', body: 'Late' });
    session.request('change-draft', { roomId: 'room-1', text: 'Late' });
    await forgotten;
    platform.clock.pass(500);
    connection.receive('message_broadcast', wireMessage('m1', 'Hi', wireAda));
    await settled();
    expect(device.values.size).to.equal(0);
    expect(device.held.size).to.equal(0);
    expect(connection.take('new_message')).to.have.length(2);
  });

  it('leaves nothing behind when it is closed, and nothing late has an effect', async () => {
    const { platform, connection, session, online } = wiredSession();
    online();
    session.request('signal-typing', { roomId: 'room-1', moment: 'focus' });
    session.request('send', { roomId: 'room-1', body: 'Hi' });
    connection.receive('show_start_typing', { room: 'room-1', user: wireGrace });
    const listeners = [...connection.listeners];
    session.close();
    expect(connection.take('typing_end')).to.have.length(1);
    expect(platform.clock.waiting).to.equal(0);
    expect(platform.page.listeners.size).to.equal(0);
    expect(connection.listeners.size).to.equal(0);

    const state = session.state;
    for (const listener of listeners) listener.received('message_broadcast', [wireMessage('late', 'Late')]);
    connection.acknowledgements[0]?.({ capabilities: ['history'] });
    await Promise.resolve();
    session.request('send', { roomId: 'room-1', body: 'Late' });
    session.connect();
    expect(session.state).to.equal(state);
  });
});
