import { expect } from '@open-wc/testing';
import type { UnsentMessage } from '../../src/protocol/model.ts';
import type { SessionOptions } from '../../src/session/session.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { settled, wireAda, wiredSession, wireMessage, wireRoom } from '../support/wired-session.ts';

type Wired = ReturnType<typeof wiredSession>;

/** A page that keeps what is not sent; its server has answered when this resolves. */
function pageOn(device: FakeDevice, options: Partial<SessionOptions> = {}): Wired {
  return wiredSession({ storage: 'local', ...options }, device);
}
async function onlineOn(device: FakeDevice, options: Partial<SessionOptions> = {}): Promise<Wired> {
  const page = pageOn(device, options);
  page.online();
  await settled();
  return page;
}
/** The page is gone, and nothing it would have done is done. */
function crash({ platform, session }: Wired): void {
  platform.locks.crash();
  // In its place: whatever it does from now on reaches nobody.
  platform.device.denies = true;
  session.close();
  platform.device.denies = false;
}
const write = ({ session }: Wired, body: string) => {
  session.request('send', { roomId: 'room-1', body });
};
const brief = ({ entries }: Wired) => entries().map(({ body, status }) => `${body} ${status}`);
const keptOn = (device: FakeDevice) =>
  [...device.values].flatMap(([key, value]) => (key.startsWith('message ') ? [value as UnsentMessage] : []));
const bodiesOf = (payloads: unknown[]) => payloads.map((payload) => (payload as { message_body: string }).message_body);
const echo = (id: string, body: string) => wireMessage(id, body, wireAda);
const announce = async ({ connection }: Wired, capabilities: string[]) => {
  connection.acknowledgements.shift()?.({ capabilities });
  await settled();
};

describe('Deliveries, on a device that keeps', () => {
  it('put on the wire only what is written down, with the newest message that was known', async () => {
    const device = new FakeDevice();
    const page = await onlineOn(device);
    page.connection.receive('set_chats', [{ ...wireRoom, messages: [wireMessage('m1', 'Hello')] }]);
    write(page, 'Hi');
    expect(page.connection.take('new_message')).to.deep.equal([]);
    await settled();
    expect(page.connection.take('new_message')).to.have.length(1);
    expect(keptOn(device).map(({ message, departure }) => [message.body, departure])).to.deep.equal([
      ['Hi', { after: { id: 'm1', createdAt: Date.UTC(2026, 4, 4, 12) }, withClientId: false }],
    ]);
  });

  it('remove what is proven to be saved, and what the person discards', async () => {
    const device = new FakeDevice();
    const page = await onlineOn(device);
    write(page, 'One');
    write(page, 'Two');
    await settled();
    expect(keptOn(device)).to.have.length(2);
    page.connection.receive('message_broadcast', echo('m1', 'One'));
    await settled();
    expect(keptOn(device).map(({ message }) => message.body)).to.deep.equal(['Two']);
    page.session.request('discard-message', { roomId: 'room-1', key: page.entries()[1]?.key ?? '' });
    await settled();
    expect(keptOn(device)).to.deep.equal([]);
  });

  it('send after a reload what was written without a connection, once and in its order', async () => {
    const device = new FakeDevice();
    const before = pageOn(device);
    for (const body of ['One', 'Two', 'Three']) write(before, body);
    await settled();
    crash(before);

    const after = pageOn(device);
    after.session.connect();
    await settled();
    expect(brief(after)).to.deep.equal(['One pending', 'Two pending', 'Three pending']);
    after.connection.connect();
    after.connection.receive('set_chats', [wireRoom]);
    const sent: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      await settled();
      const bodies = bodiesOf(after.connection.take('new_message'));
      sent.push(...bodies);
      for (const body of bodies) after.connection.receive('message_broadcast', echo(body, body));
    }
    expect(sent).to.deep.equal(['One', 'Two', 'Three']);
    expect(brief(after)).to.deep.equal(['One sent', 'Two sent', 'Three sent']);
    expect(keptOn(device)).to.deep.equal([]);
  });

  it('keep what was on its way when the page crashed under the same client id', async () => {
    const device = new FakeDevice();
    const protocol = { sendClientId: true };
    const before = await onlineOn(device, { protocol });
    write(before, 'Hi');
    await settled();
    const [first] = before.connection.take('new_message');
    crash(before);
    const after = await onlineOn(device, { protocol });
    await announce(after, []);
    expect(after.connection.take('new_message')).to.deep.equal([first]);
  });

  it('do not send after a crash what the server has saved', async () => {
    const device = new FakeDevice();
    const before = await onlineOn(device);
    write(before, 'Hi');
    await settled();
    crash(before);
    const after = pageOn(device);
    after.session.connect();
    await settled();
    after.connection.connect();
    after.connection.receive('set_chats', [{ ...wireRoom, messages: [echo('m1', 'Hi')] }]);
    await settled();
    expect(after.connection.take('new_message')).to.deep.equal([]);
    expect(brief(after)).to.deep.equal(['Hi sent']);
    expect(keptOn(device)).to.deep.equal([]);
  });

  it('do not send it either when the history was faster than the device', async () => {
    const device = new FakeDevice();
    const before = await onlineOn(device);
    write(before, 'Hi');
    await settled();
    crash(before);
    const after = pageOn(device);
    after.session.connect();
    after.connection.connect();
    after.connection.receive('set_chats', [{ ...wireRoom, messages: [echo('m1', 'Hi')] }]);
    await settled();
    expect(after.connection.take('new_message')).to.deep.equal([]);
    expect(brief(after)).to.deep.equal(['Hi sent']);
    expect(keptOn(device)).to.deep.equal([]);
  });

  it('send again what an earlier page has sent with the same words, and was saved then', async () => {
    const device = new FakeDevice();
    const before = await onlineOn(device);
    before.connection.receive('set_chats', [{ ...wireRoom, messages: [echo('m1', 'Hi')] }]);
    write(before, 'Hi');
    await settled();
    crash(before);
    const after = pageOn(device);
    after.session.connect();
    after.connection.connect();
    after.connection.receive('set_chats', [{ ...wireRoom, messages: [echo('m1', 'Hi')] }]);
    await settled();
    expect(bodiesOf(after.connection.take('new_message'))).to.deep.equal(['Hi']);
    expect(brief(after)).to.deep.equal(['Hi sent', 'Hi pending']);
  });

  it('bring back what was given up, with its reason, and do not send it before the person says so', async () => {
    const device = new FakeDevice();
    const before = await onlineOn(device);
    write(before, 'Hi');
    await settled();
    before.connection.receive('error', { code: 'too_long', message: 'Too long.', event: 'new_message' });
    await settled();
    crash(before);
    const after = await onlineOn(device);
    expect(brief(after)).to.deep.equal(['Hi failed']);
    expect(after.entries()[0]?.failure).to.deep.include({ code: 'too_long', message: 'Too long.' });
    expect(after.connection.take('new_message')).to.deep.equal([]);
    after.session.request('retry-message', { roomId: 'room-1', key: after.entries()[0]?.key ?? '' });
    await settled();
    expect(after.connection.take('new_message')).to.have.length(1);
    expect(keptOn(device)[0]).to.not.have.property('failure');
  });

  it('keep nothing of a message whose late echo came after it was given up', async () => {
    const device = new FakeDevice();
    const page = await onlineOn(device);
    write(page, 'Hi');
    await settled();
    page.platform.clock.pass(10_000);
    page.connection.receive('set_chats', [wireRoom]);
    await settled();
    expect(brief(page)).to.deep.equal(['Hi failed']);
    expect(keptOn(device)).to.have.length(1);
    page.connection.receive('message_broadcast', echo('m1', 'Hi'));
    await settled();
    expect(brief(page)).to.deep.equal(['Hi sent']);
    expect(keptOn(device)).to.deep.equal([]);
  });
});

describe('Deliveries, of several pages', () => {
  it('leave to each page what it has written', async () => {
    const device = new FakeDevice();
    const one = pageOn(device);
    write(one, 'Hi');
    await settled();
    const other = await onlineOn(device);
    expect(brief(other)).to.deep.equal([]);
    other.platform.clock.pass(60_000);
    await settled();
    expect(other.connection.take('new_message')).to.deep.equal([]);
    expect(brief(one)).to.deep.equal(['Hi pending']);
  });

  it('take over within half a minute what a page leaves that is closed beside them', async () => {
    const device = new FakeDevice();
    const one = pageOn(device);
    write(one, 'Hi');
    await settled();
    const other = await onlineOn(device);
    one.session.close();
    await settled();
    other.platform.clock.pass(29_999);
    await settled();
    expect(brief(other)).to.deep.equal([]);
    other.platform.clock.pass(1);
    await settled();
    expect(brief(other)).to.deep.equal(['Hi pending']);
    expect(bodiesOf(other.connection.take('new_message'))).to.deep.equal(['Hi']);
  });

  it('do so when they become visible or connect, but not while nobody sees them', async () => {
    const device = new FakeDevice();
    const leave = async (body: string) => {
      const page = pageOn(device);
      write(page, body);
      await settled();
      page.session.close();
      await settled();
    };
    const heir = await onlineOn(device);
    heir.platform.page.tell('hidden');
    await leave('One');
    heir.platform.clock.pass(120_000);
    await settled();
    expect(brief(heir)).to.deep.equal([]);
    heir.platform.page.tell('visible');
    await settled();
    expect(brief(heir)).to.deep.equal(['One pending']);
    await leave('Two');
    heir.connection.cut();
    heir.connection.connect();
    await settled();
    expect(brief(heir)).to.deep.equal(['One pending', 'Two pending']);
  });

  it('do not send what they have seen arriving', async () => {
    const device = new FakeDevice();
    const one = await onlineOn(device);
    const other = await onlineOn(device);
    write(one, 'Hi');
    await settled();
    one.connection.receive('message_broadcast', wireMessage('m0', 'Before the crash'));
    crash(one);
    other.connection.receive('message_broadcast', echo('m1', 'Hi'));
    await settled();
    other.platform.clock.pass(30_000);
    await settled();
    expect(other.connection.take('new_message')).to.deep.equal([]);
    expect(brief(other)).to.deep.equal(['Hi sent']);
    expect(keptOn(device)).to.deep.equal([]);
  });

  it('let another one send what waits while they are frozen, and do not send it again when they come back', async () => {
    const device = new FakeDevice();
    const frozen = pageOn(device);
    write(frozen, 'Hi');
    await settled();
    frozen.platform.page.tell('frozen');
    await settled();
    const other = await onlineOn(device);
    expect(bodiesOf(other.connection.take('new_message'))).to.deep.equal(['Hi']);
    frozen.platform.page.tell('restored');
    await settled();
    frozen.online();
    await settled();
    expect(frozen.connection.take('new_message')).to.deep.equal([]);
    expect(brief(frozen)).to.deep.equal([]);
    // It is still the other page's to send, should that one crash now.
    expect(keptOn(device)).to.have.length(1);
    crash(other);
    frozen.platform.page.tell('visible');
    await settled();
    expect(brief(frozen)).to.deep.equal(['Hi pending']);
  });

  it('go on themselves with what nobody has taken meanwhile', async () => {
    const device = new FakeDevice();
    const page = await onlineOn(device);
    page.connection.cut();
    write(page, 'Hi');
    await settled();
    page.platform.page.tell('frozen');
    await settled();
    page.platform.page.tell('restored');
    await settled();
    page.connection.connect();
    page.connection.receive('set_chats', [wireRoom]);
    await settled();
    expect(bodiesOf(page.connection.take('new_message'))).to.deep.equal(['Hi']);
    expect(brief(page)).to.deep.equal(['Hi pending']);
  });

  it('lose nothing from the screen when the device cannot be read as the page comes back', async () => {
    const device = new FakeDevice();
    const page = pageOn(device);
    write(page, 'Hi');
    await settled();
    page.platform.page.tell('frozen');
    await settled();
    device.denies = true;
    page.platform.page.tell('restored');
    await settled();
    device.denies = false;
    expect(brief(page)).to.deep.equal(['Hi pending']);
  });
});

describe('Deliveries, on a difficult device', () => {
  it('send although nothing can be kept', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const page = await onlineOn(device);
    write(page, 'Hi');
    await settled();
    expect(bodiesOf(page.connection.take('new_message'))).to.deep.equal(['Hi']);
  });

  it('send although the device does not answer', async () => {
    const device = new FakeDevice();
    const storage = device.storage;
    const hung = () => new Promise<never>(() => undefined);
    Object.assign(device, {
      storage: (...args: Parameters<typeof storage>) => ({ ...storage(...args), entries: hung, set: hung }),
    });
    const page = await onlineOn(device);
    write(page, 'Hi');
    for (let seconds = 0; seconds < 2; seconds += 1) {
      await settled();
      page.platform.clock.pass(1000);
    }
    await settled();
    expect(bodiesOf(page.connection.take('new_message'))).to.deep.equal(['Hi']);
  });

  it('give their name back when they are closed while they still open', async () => {
    const device = new FakeDevice();
    const page = pageOn(device);
    page.session.connect();
    page.session.close();
    await settled();
    expect(device.held.size).to.equal(0);
    expect(page.platform.clock.waiting).to.equal(0);
  });
});

describe('Deliveries, before the page is left', () => {
  const asks = ({ platform }: Wired) => platform.page.asksBeforeLeaving;

  it('have the browser ask as long as something would be lost, where nothing is stored', async () => {
    const page = wiredSession();
    page.online();
    expect(asks(page)).to.equal(false);
    write(page, 'One');
    write(page, 'Two');
    expect(asks(page)).to.equal(true);
    page.connection.receive('message_broadcast', echo('m1', 'One'));
    await settled();
    expect(asks(page)).to.equal(true);
    page.platform.clock.pass(10_000);
    page.connection.receive('set_chats', [wireRoom]);
    expect(brief(page)).to.deep.equal(['One sent', 'Two failed']);
    expect(asks(page)).to.equal(true);
    page.session.request('discard-message', { roomId: 'room-1', key: page.entries()[1]?.key ?? '' });
    expect(asks(page)).to.equal(false);
  });

  it('have it ask only until it is written down, where it is stored', async () => {
    const device = new FakeDevice();
    const page = pageOn(device);
    page.session.connect();
    await settled();
    write(page, 'Hi');
    expect(asks(page)).to.equal(true);
    await settled();
    expect(asks(page)).to.equal(false);
    page.connection.connect();
    page.connection.receive('set_chats', [wireRoom]);
    await settled();
    expect(asks(page)).to.equal(false);
  });

  it('have it ask where the device refuses, and no more once the message is saved', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const page = await onlineOn(device);
    write(page, 'Hi');
    await settled();
    expect(asks(page)).to.equal(true);
    page.connection.receive('message_broadcast', echo('m1', 'Hi'));
    await settled();
    expect(asks(page)).to.equal(false);
  });

  it('do not have it ask for a session that is closed', () => {
    const page = wiredSession();
    page.online();
    write(page, 'Hi');
    page.session.close();
    expect(asks(page)).to.equal(false);
  });
});

describe('Deliveries, to a server that acknowledges', () => {
  async function acknowledging(options: Partial<SessionOptions> = {}) {
    const page = wiredSession(options);
    page.online();
    await announce(page, ['ack']);
    return page;
  }
  const answer = async ({ connection }: Wired, result: unknown) => {
    connection.acknowledgements.shift()?.(result);
    await settled();
  };

  it('tell it the client id, and take its answer as the proof', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    const key = page.entries()[0]?.key;
    expect(page.connection.take('new_message')).to.deep.equal([
      { room: 'room-1', message_body: 'Hi', type: 'USER_TEXT_MESSAGE', user: wireAda, client_id: key },
    ]);
    await answer(page, { message: echo('m1', 'Hi') });
    expect(page.entries().map(({ id, status }) => [id, status])).to.deep.equal([['m1', 'sent']]);
    page.connection.receive('message_broadcast', echo('m1', 'Hi'));
    page.connection.receive('message_broadcast', { ...echo('m1', 'Hi'), client_id: key });
    await settled();
    expect(page.entries()).to.have.length(1);
    page.platform.clock.pass(60_000);
    expect(page.connection.take('new_message')).to.deep.equal([]);
  });

  it('take the broadcast that comes before the answer as well', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    page.connection.receive('message_broadcast', echo('m1', 'Hi'));
    await settled();
    await answer(page, { message: echo('m1', 'Hi') });
    expect(brief(page)).to.deep.equal(['Hi sent']);
  });

  it('fail with the reason that the server gives, and go on', async () => {
    const page = await acknowledging();
    write(page, 'One');
    write(page, 'Two');
    await answer(page, { error: { code: 'forbidden', message: 'Not here.' } });
    expect(brief(page)).to.deep.equal(['One failed', 'Two pending']);
    expect(page.entries()[0]?.failure).to.deep.include({ code: 'forbidden', message: 'Not here.' });
    expect(bodiesOf(page.connection.take('new_message'))).to.deep.equal(['One', 'Two']);
    expect(page.session.state.notices).to.deep.equal([]);
  });

  it('take an answer that says nothing for no proof', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    await answer(page, 'ok');
    expect(brief(page)).to.deep.equal(['Hi pending']);
    page.platform.clock.pass(10_000);
    page.connection.receive('set_chats', [wireRoom]);
    expect(brief(page)).to.deep.equal(['Hi failed']);
  });

  it('are healed by an answer that comes after they were given up', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    page.platform.clock.pass(10_000);
    page.connection.receive('set_chats', [wireRoom]);
    expect(brief(page)).to.deep.equal(['Hi failed']);
    await answer(page, { message: echo('m1', 'Hi') });
    expect(brief(page)).to.deep.equal(['Hi sent']);
  });

  it('let no late refusal of what was saved or discarded do harm', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    page.connection.receive('message_broadcast', echo('m1', 'Hi'));
    await settled();
    await answer(page, { error: 'No.' });
    expect(brief(page)).to.deep.equal(['Hi sent']);
    write(page, 'Two');
    page.session.request('discard-message', { roomId: 'room-1', key: page.entries()[1]?.key ?? '' });
    await answer(page, { message: echo('m2', 'Two') });
    expect(brief(page)).to.deep.equal(['Hi sent']);
  });

  it('repeat a message under its client id after a reconnect, but not before the server has said that it knows such ids', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    const [first] = page.connection.take('new_message');
    page.connection.cut();
    page.connection.acknowledgements.length = 0;
    page.connection.connect();
    page.connection.receive('set_chats', [wireRoom]);
    await settled();
    expect(page.connection.take('new_message')).to.deep.equal([]);
    await announce(page, ['ack']);
    expect(page.connection.take('new_message')).to.deep.equal([first]);
  });

  it('go as the contract says to a server that announces nothing any more', async () => {
    const page = await acknowledging();
    write(page, 'Hi');
    page.connection.take('new_message');
    page.connection.cut();
    page.connection.acknowledgements.length = 0;
    page.connection.connect();
    page.connection.receive('set_chats', [wireRoom]);
    await announce(page, []);
    expect(page.connection.take('new_message')).to.deep.equal([
      { room: 'room-1', message_body: 'Hi', type: 'USER_TEXT_MESSAGE', user: wireAda },
    ]);
  });
});
