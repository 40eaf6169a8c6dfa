import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from './actor.ts';
import { amelie, jonas, mara, Stage } from './stage.ts';
import { until } from './until.ts';
import type { Payload } from './wire.ts';

declare global {
  // A `let` would not be on `globalThis`.
  var unheard: Set<string>;
}

/** Runs in the page: waits for every public event that this conversation must cause. */
function hearDomEvents(): void {
  globalThis.unheard = new Set([
    'chat-ready',
    'chat-connection-change',
    'chat-room-select',
    'chat-room-create',
    'chat-room-add',
    'chat-rooms-change',
    'chat-before-send',
    'chat-message-send',
    'chat-message-receive',
    'chat-message-status',
    'chat-typing-change',
    'chat-presence-change',
    'chat-unread-change',
  ]);
  for (const type of globalThis.unheard) addEventListener(type, () => globalThis.unheard.delete(type));
}

const wireUser = ({ user_id, email, name }: typeof mara): Payload => ({ user_id, email, name });

describe('two people and a third, each event of the protocol on the wire and on the screen', () => {
  let stage: Stage;
  let maraAt: Actor;
  let jonasAt: Actor;
  let amelieAt: Actor;

  before(async () => {
    stage = await Stage.open({ MAX_MESSAGE_LENGTH: '200' });
    const options = { before: [hearDomEvents] };
    [maraAt, jonasAt, amelieAt] = await Promise.all([
      stage.enter(mara, options),
      stage.enter(jonas, options),
      stage.enter(amelie),
    ]);
  });
  after(() => stage.close());

  it('connect: says connected with user, engine id and token, then asks for chats and presence', async () => {
    const { wire } = maraAt;
    await wire.received('connect');
    const connected = await wire.sent('connected');
    assert.deepEqual(Object.keys(connected), ['user', 'sid', 'token']);
    assert.deepEqual(connected['user'], wireUser(mara));
    assert.equal(typeof connected['sid'], 'string');
    assert.match(String(connected['token']), /^eyJ/);
    assert.deepEqual(await wire.sent('get_chats'), { user: wireUser(mara) });
    assert.deepEqual(await wire.sent('online_status'), { user_id: mara.user_id });
    const order = wire.frames.filter(({ direction }) => direction === 'sent').map(({ event }) => event);
    assert.deepEqual(order.slice(0, 3), ['connected', 'get_chats', 'online_status']);
  });

  it('set_chats: shows the rooms with their last message', async () => {
    await maraAt.wire.received('set_chats');
    await maraAt.room('Order 2417').getByText('I can nearly smell it from here.').waitFor();
    await maraAt.room(jonas.name).waitFor();
    assert.equal(await maraAt.room('Workshop').count(), 0, 'a room that Mara is not in');
  });

  it('new_room_create and add_room: the room shows for everybody in it, and for nobody else', async () => {
    await maraAt.createGroup('Table for eight', [jonas]);
    assert.deepEqual(await maraAt.wire.sent('new_room_create'), {
      name: 'Table for eight',
      participants: [wireUser(jonas)],
      user: wireUser(mara),
      is_group: true,
    });
    await Promise.all(
      [maraAt, jonasAt].map((at) => at.wire.received('add_room', (room) => room['name'] === 'Table for eight')),
    );
    await maraAt.page.getByRole('heading', { name: 'Table for eight' }).waitFor();
    await jonasAt.openRoom('Table for eight');
  });

  it('typing_start and typing_end: the other sees who types, and sees it end', async () => {
    const room = await roomIdOf(maraAt, 'Table for eight');
    await maraAt.composer.click();
    assert.deepEqual(await maraAt.wire.sent('typing_start'), { room, user: wireUser(mara) });
    await jonasAt.wire.received('show_start_typing');
    await jonasAt.typing.filter({ hasText: `${mara.name} is typing` }).waitFor();
    assert.equal(await maraAt.typing.count(), 0, 'nobody sees themselves type');

    await maraAt.composer.blur();
    assert.deepEqual(await maraAt.wire.sent('typing_end'), { room, user: wireUser(mara) });
    await jonasAt.wire.received('show_end_typing');
    await jonasAt.typing.waitFor({ state: 'detached' });
  });

  it('new_message and message_broadcast: both see it, and the sender sees that it was saved', async () => {
    const room = await roomIdOf(maraAt, 'Table for eight');
    await maraAt.send('Would 2.4 m fit through your door?');
    const { client_id: clientId, ...documented } = await maraAt.wire.sent('new_message');
    assert.match(String(clientId), /^[0-9a-f]{32}$/, 'the server has announced that it takes one');
    assert.deepEqual(documented, {
      room,
      message_body: 'Would 2.4 m fit through your door?',
      type: 'USER_TEXT_MESSAGE',
      user: wireUser(mara),
    });
    await maraAt.wire.received('message_broadcast');
    await maraAt.message('2.4 m').getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    await jonasAt.message('2.4 m').waitFor();

    await jonasAt.send('It came in through the window, so: yes.');
    await maraAt.message('through the window').waitFor();
    assert.equal(await jonasAt.message('through the window').count(), 1, 'own message and its broadcast are one');
  });

  it('a room that is not open counts what came', async () => {
    await jonasAt.openRoom('Workshop');
    await maraAt.send('One more thing: oil or soap?');
    await jonasAt.room('Table for eight').getByText('1 unread message').waitFor({ state: 'attached' });
    await jonasAt.openRoom('Table for eight');
    await jonasAt.message('oil or soap').waitFor();
    await jonasAt.room('Table for eight').getByText('unread').waitFor({ state: 'detached' });
  });

  it('online_status_show: somebody comes and goes', async () => {
    const badge = jonasAt.room(mara.name).locator('chat-widget-presence-badge').getByText('Online');
    await badge.waitFor({ state: 'attached' });
    await maraAt.page.evaluate(() => document.querySelector('chat-widget')?.disconnect());
    await badge.waitFor({ state: 'detached' });
    await maraAt.page.evaluate(() => document.querySelector('chat-widget')?.connect());
    await badge.waitFor({ state: 'attached' });
  });

  it('error: what the server refuses is told to whoever asked', async () => {
    const refused = maraAt.page.evaluate(() =>
      document
        .querySelector('chat-widget')
        ?.createRoom({ participants: [{ id: 'no id', name: '', email: '' }] })
        .catch(String),
    );
    const { code, message, event } = await maraAt.wire.received('error');
    assert.deepEqual([code, event], ['invalid_payload', 'new_room_create']);
    assert.ok(String(await refused).includes(String(message)));
  });

  it('a message that the server refuses stays where the person wrote it, and says why', async () => {
    await maraAt.send('Far too long. '.repeat(30));
    const failed = maraAt.message('Far too long.');
    await failed.getByText(/^Not sent: .*(too long|characters)/).waitFor();
    await failed.getByRole('button', { name: 'Delete' }).click();
    await failed.waitFor({ state: 'detached' });
  });

  it('a third person neither sees nor receives anything of the room', async () => {
    assert.equal(await amelieAt.room('Table for eight').count(), 0);
    const heard = JSON.stringify(amelieAt.wire.frames.filter(({ direction }) => direction === 'received'));
    assert.doesNotMatch(heard, /Table for eight|2\.4 m|through the window|show_start_typing/);
  });

  it('has told the pages what happened by DOM events', async () => {
    const [byMara, byJonas] = await Promise.all(
      [maraAt, jonasAt].map(({ page }) => page.evaluate(() => [...globalThis.unheard])),
    );
    assert.deepEqual(
      byMara?.filter((type) => byJonas?.includes(type)),
      [],
    );
  });
});

async function roomIdOf(actor: Actor, name: string): Promise<string> {
  return until(
    () =>
      actor.page.evaluate(
        (title) => document.querySelector('chat-widget')?.rooms.find((room) => room.name === title)?.id,
        name,
      ),
    `the room ${name}`,
  );
}
