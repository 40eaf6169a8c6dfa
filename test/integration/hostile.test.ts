import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BareBackend } from '../support/bare-backend.ts';
import type { Actor } from './actor.ts';
import { widgetTag } from './host.ts';
import { jonas, mara, Stage } from './stage.ts';
import { until } from './until.ts';

declare global {
  // A `let` would not be on `globalThis`.
  var pwned: unknown;
  var tell: (message: string) => void;
}

const HOSTILE = [
  '<img src=x onerror="globalThis.pwned=1">',
  '<script>globalThis.pwned=1</script>',
  '"><svg/onload=globalThis.pwned=1>',
  "'-(globalThis.pwned=1)-'",
  'javascript:globalThis.pwned=1',
  'https://example.org/"onmouseover="globalThis.pwned=1',
  'data:text/html,<script>globalThis.pwned=1</script>',
  '{{constructor.constructor("globalThis.pwned=1")()}}',
  '${globalThis.pwned=1}',
  '<!--?lit$1$-->',
  '__proto__',
  'constructor',
  '\u202Eright to left\u202C',
  '\u0000\uD800\uFFFF',
  'x'.repeat(20_000),
  '😀'.repeat(500),
];

/** Each in place of a whole payload, and in place of each thing in it. */
const GARBAGE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  'text',
  [],
  [[]],
  [null, [], {}, 'x', 7],
  {},
  { toString: 'x', valueOf: null },
  JSON.parse('{ "__proto__": { "id": "x" }, "constructor": { "prototype": {} } }'),
  { id: {}, name: [], room: { id: [] }, user: 'x', message: { message: { message: 'deep' } } },
  { data: { data: { data: { data: {} } } } },
];

const EVENTS = [
  'set_chats',
  'add_room',
  'message_broadcast',
  'error',
  'show_start_typing',
  'show_end_typing',
  'online_status_show',
];

const HALL = { room_id: 'hall', name: 'Hall', is_group: true, participants: [mara, jonas] };

describe('a backend that is odd or hostile', () => {
  let stage: Stage;
  let backend: BareBackend;
  let actor: Actor;

  before(async () => {
    [stage, backend] = await Promise.all([
      Stage.open(),
      BareBackend.start({ get_chats: () => ({ event: 'set_chats', payload: [HALL] }) }),
    ]);
    actor = await stage.enter(mara, { body: widgetTag({ url: backend.url, person: mara }) });
    await actor.openRoom('Hall');
  });
  after(async () => {
    await backend.close();
    await stage.close();
  });

  /** Whatever came before: the room is there, a message arrives, and one can be sent. */
  async function assertUsable(mark: string): Promise<void> {
    backend.send('set_chats', [HALL]);
    if ((await actor.page.evaluate(() => document.querySelector('chat-widget')?.room)) !== 'hall')
      await actor.openRoom('Hall');
    backend.send('message_broadcast', { room: 'hall', message_body: `Still here after ${mark}`, user: jonas });
    await actor.message(`Still here after ${mark}`).waitFor();
    await actor.send(`And so am I after ${mark}`);
    await actor.message(`And so am I after ${mark}`).waitFor();
    backend.send('message_broadcast', { room: 'hall', message_body: `And so am I after ${mark}`, user: mara });
    assert.equal(await actor.page.evaluate(() => globalThis.pwned), undefined);
    actor.assertNoComplaints();
  }

  it('reads every documented way to wrap a list of rooms', async () => {
    const lists = ['chats', 'rooms', 'data', 'list', 'result'];
    const shapes = [
      ...lists.map((key) => (room: unknown) => ({ [key]: [room] })),
      (room: unknown) => [room],
      (room: { room_id: string }) => ({ [room.room_id]: room }),
      (room: unknown) => [{ room }],
      (room: unknown) => [null, 7, {}, room],
    ];
    for (const [index, shape] of shapes.entries()) {
      const room = {
        room_id: `shape-${index}`,
        name: `Shape number ${index};`,
        is_group: true,
        participants: [mara, jonas],
      };
      backend.send('set_chats', shape(room));
      await actor.room(`Shape number ${index};`).waitFor();
    }
    await assertUsable('lists');
  });

  it('reads every documented way to write a message', async () => {
    const shapes: ((body: string) => unknown)[] = [
      (body) => ({ room: 'hall', message_body: body, user: jonas }),
      (body) => ({ room_id: 'hall', body, sender: jonas.user_id }),
      (body) => ({ roomId: 'hall', text: body, from: { _id: jonas.user_id, name: jonas.name } }),
      (body) => ({
        chat_id: { $oid: 'hall' },
        message: body,
        author: jonas,
        created_at: { $date: '2026-01-02T03:04:05Z' },
      }),
      (body) => ({ channel: { id: 'hall' }, content: body, user_id: jonas.user_id, timestamp: 1_767_323_045 }),
      (body) => ({ message: { room: 'hall', message_body: body, user: jonas } }),
      (body) => ({ data: { room: 'hall', text: body, sender_id: jonas.user_id, sent_at: 1_767_323_045_000 } }),
    ];
    for (const [index, shape] of shapes.entries()) {
      backend.send('message_broadcast', shape(`Written in way ${index};`));
      await actor.message(`Written in way ${index};`).waitFor();
    }
    await assertUsable('messages');
  });

  it('says every documented shape of an error in words, and tells the page', async () => {
    const told: string[] = [];
    await actor.page.exposeFunction('tell', (message: string) => told.push(message));
    await actor.page.evaluate(() => {
      document
        .querySelector('chat-widget')!
        .addEventListener('chat-error', ({ detail }) => globalThis.tell(detail.error.message));
    });
    const shapes: ((text: string) => unknown)[] = [
      (text) => text,
      (message) => ({ message }),
      (error) => ({ error }),
      (msg) => ({ msg }),
      (message) => ({ code: 'E1', message }),
      (message) => ({ error: { message } }),
    ];
    for (const [index, shape] of shapes.entries()) {
      backend.send('error', shape(`Problem ${index};`));
      await actor.notices.filter({ hasText: `Problem ${index};` }).waitFor();
      await actor.page.getByRole('button', { name: `Dismiss: Problem ${index};` }).click();
      await actor.notices.filter({ hasText: `Problem ${index};` }).waitFor({ state: 'detached' });
    }
    await until(() => told.length === shapes.length, 'as many DOM events');
    assert.equal(told[0], 'Problem 0;');
    backend.send('error', null);
    await actor.notices.filter({ hasText: 'The server reported an error.' }).waitFor();
    await assertUsable('errors');
  });

  for (const event of EVENTS) {
    it(`takes garbage as ${event}`, async () => {
      for (const piece of GARBAGE) {
        backend.send(event, piece);
        backend.send(event, [piece, piece]);
        backend.send(event, {
          room: piece,
          user: piece,
          message_body: piece,
          message: piece,
          participants: piece,
          name: piece,
        });
      }
      backend.send(event);
      await assertUsable(event);
    });
  }

  it('shows hostile text as text, wherever it stands', async () => {
    for (const text of HOSTILE) {
      const user = { user_id: text, name: text, email: text };
      backend.send('add_room', { room_id: text, name: text, is_group: true, participants: [user, mara] });
      backend.send('message_broadcast', { message_id: text, room: 'hall', message_body: text, type: text, user });
      backend.send('message_broadcast', { room: 'hall', message_body: text, user });
      backend.send('show_start_typing', { room: 'hall', user });
      backend.send('online_status_show', [user]);
      backend.send('error', { code: text, message: text });
    }
    await actor.message(HOSTILE[0]!).first().waitFor();
    await assertUsable('hostile texts');
    for (const link of await actor.page.locator('chat-widget-thread').getByRole('link').all()) {
      assert.match((await link.getAttribute('href')) ?? '', /^https?:|^mailto:/);
    }
  });

  it('opens a room whose id and name are hostile', async () => {
    for (const text of HOSTILE.slice(0, 12)) {
      backend.send('add_room', { room_id: text, name: `Room ${text}`, is_group: true, participants: [jonas, mara] });
      await actor.page.evaluate((id) => document.querySelector('chat-widget')?.selectRoom(id), text);
      await actor.page.getByRole('heading', { name: `Room ${text}` }).waitFor();
      await actor.send(`In ${text}`);
      await actor.message(`In ${text}`).waitFor();
    }
    await assertUsable('hostile rooms');
  });
});
