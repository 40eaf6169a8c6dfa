import type { Person } from '../../demo/people.ts';
import type { Actor } from '../integration/actor.ts';
import { widgetTag } from '../integration/host.ts';
import { amelie, jonas, mara, type Stage } from '../integration/stage.ts';
import type { BareBackend } from '../support/bare-backend.ts';

/** What somebody may find on the screen. */
export interface Scene {
  readonly name: string;
  /** What a screen reader finds is kept in `trees`, to be compared. */
  readonly tree?: true;
  /** From the scene before it in the same play. */
  readonly reach: (actor: Actor) => Promise<unknown>;
}

/** Scenes that follow each other on one page. */
export interface Play {
  readonly enter: (stage: Stage, backend: BareBackend) => Promise<Actor>;
  readonly scenes: readonly Scene[];
}

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 4, 20, 12);

function message(room: string, index: number, from: Person, body: string, more = {}) {
  const created_at = new Date(NOON + index * MINUTE).toISOString();
  return {
    _id: `${room}-${index}`,
    room,
    user: from,
    message_body: body,
    type: 'USER_TEXT_MESSAGE',
    created_at,
    ...more,
  };
}

const LONG = 'Averyveryverylongwordthatnobodywouldwritebutsomebodypastes'.repeat(4);
const talk = [
  message(
    'plans',
    0,
    jonas,
    'Good morning! Here is the plan: https://example.org/a/rather/long/address?with=parameters',
  ),
  message('plans', 1, mara, 'Thank you. *Bold*, _italic_, `code`'),
  message('plans', 2, jonas, LONG),
  message('plans', 3, amelie, 'Question 1', { type: 'SOMETHING_NEW' }),
  ...Array.from({ length: 30 }, (_, index) =>
    message('plans', 4 + index * 300, index % 3 ? jonas : mara, `Line ${index}`),
  ),
  message('plans', 9300, mara, '😀'),
];

const group = (id: string, name: string, more = {}) => ({
  _id: id,
  name,
  is_group: true,
  participants: [mara, jonas, amelie],
  ...more,
});

const rooms = [
  group('plans', 'Plans for the summer', { messages: talk, unread_count: 3 }),
  group('empty', 'Nothing was said here yet'),
  {
    _id: 'direct',
    participants: [mara, jonas],
    is_group: false,
    messages: [message('direct', 1, jonas, 'Hello Mara')],
  },
  ...['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => group(name.toLowerCase(), name, { unread_count: 12 })),
];

const presence = { event: 'online_status_show', payload: [mara.user_id, jonas.user_id] };

/** Answers with these rooms, or never. */
function bare(answer?: readonly unknown[], more?: string) {
  return async (stage: Stage, backend: BareBackend): Promise<Actor> => {
    backend.answers = {
      online_status: () => presence,
      ...(answer && { get_chats: () => ({ event: 'set_chats', payload: answer }) }),
    };
    return enter(stage, widgetTag({ url: backend.url, person: mara, ...(more !== undefined && { more }) }));
  };
}

function reference(token: (stage: Stage) => Promise<string>) {
  return async (stage: Stage): Promise<Actor> =>
    enter(stage, widgetTag({ url: stage.url, person: mara, token: await token(stage) }));
}

function enter(stage: Stage, body: string): Promise<Actor> {
  return stage.enter(mara, {
    body: `<main><h1>Host</h1>${body}</main>`,
    before: [turnClock],
    browser: { bypassCSP: true, reducedMotion: 'reduce', timezoneId: 'UTC', viewport: { width: 960, height: 720 } },
  });
}

const press = (actor: Actor, name: string | RegExp) => actor.page.getByRole('button', { name }).first().click();
const narrow = (actor: Actor) => actor.page.setViewportSize({ width: 390, height: 720 });
const dialog = (actor: Actor) => actor.page.getByRole('dialog');

/** To two days after all was said, so that times read the same whenever the tests run. */
function turnClock(): void {
  const shift = Date.UTC(2026, 4, 29, 12) - Date.now();
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length > 0 ? args : [target.now() + shift]) as Date,
    get: (target, key): unknown => (key === 'now' ? () => target.now() + shift : Reflect.get(target, key)),
  });
}

export const plays = (backend: () => BareBackend): readonly Play[] => [
  {
    enter: bare(rooms, 'lang="en"'),
    scenes: [
      {
        name: 'closed',
        tree: true,
        reach: (actor) => actor.page.getByRole('button', { name: /Open chat, \d+ unread/ }).waitFor(),
      },
      {
        name: 'list',
        tree: true,
        reach: async (actor) => {
          await press(actor, /Open chat/);
          await actor.room('Alpha').waitFor();
        },
      },
      {
        name: 'list where nothing fits',
        tree: true,
        reach: async (actor) => {
          await actor.page.getByRole('searchbox').fill('zzz');
          await actor.page.getByText('zzz').waitFor();
        },
      },
      {
        name: 'direct room',
        tree: true,
        reach: async (actor) => {
          await actor.page.getByRole('searchbox').fill('');
          await actor.openRoom(jonas.name);
          backend().send('show_start_typing', { room: 'direct', user: jonas });
          await actor.typing.waitFor();
        },
      },
    ],
  },
  {
    enter: bare(rooms),
    scenes: [
      {
        name: 'room and list side by side',
        reach: async (actor) => {
          await actor.openRoom('Plans for the summer');
          // It is read to its end before the next scene leaves that.
          await actor.page.getByRole('article').last().focus();
          await actor.page.keyboard.press('End');
          await actor.page.getByRole('button', { name: /Plans for the summer.*unread/ }).waitFor({ state: 'detached' });
        },
      },
      {
        name: 'away from the end of a long thread',
        reach: async (actor) => {
          await actor.page.getByRole('article').last().focus();
          await actor.page.keyboard.press('Home');
          await actor.page.locator('.jump').waitFor();
        },
      },
      {
        name: 'empty room',
        tree: true,
        reach: async (actor) => {
          await actor.openRoom('Nothing was said');
          await actor.page.locator('chat-widget-thread').getByText('No messages yet.').waitFor();
        },
      },
      {
        name: 'emoji',
        reach: async (actor) => {
          await press(actor, /emoji/i);
          await actor.page
            .locator('chat-widget-emoji-picker')
            .getByRole('searchbox')
            .or(actor.page.getByRole('combobox'))
            .first()
            .waitFor();
        },
      },
      {
        name: 'skin tones',
        reach: async (actor) => {
          await press(actor, /^Skin tone/);
          await actor.page.getByRole('radiogroup', { name: 'Skin tone' }).waitFor();
        },
      },
      {
        name: 'mentions',
        reach: async (actor) => {
          // The tones, then the panel.
          await actor.page.keyboard.press('Escape');
          await actor.page.keyboard.press('Escape');
          await actor.composer.pressSequentially('Hello @jo');
          await actor.page.getByRole('option').first().waitFor();
        },
      },
      {
        name: 'errors of the server',
        tree: true,
        reach: async (actor) => {
          await actor.composer.fill('');
          backend().send('error', 'The room is closed for today.');
          backend().send('error', { code: 'too_fast', message: 'Slow down.' });
          await actor.notices.nth(1).waitFor();
        },
      },
      {
        name: 'dialog for two',
        tree: true,
        reach: async (actor) => {
          await press(actor, 'New chat');
          await dialog(actor).getByRole('combobox').fill('jon');
        },
      },
      {
        name: 'dialog for a group, with mistakes',
        tree: true,
        reach: async (actor) => {
          await dialog(actor).getByText('Group', { exact: true }).click();
          await dialog(actor).getByRole('combobox').fill('');
          await dialog(actor).getByRole('button', { name: 'Create group' }).click();
          await dialog(actor).locator('#name-error').filter({ hasText: /./ }).waitFor();
        },
      },
      {
        name: 'without network',
        reach: async (actor) => {
          await actor.page.keyboard.press('Escape');
          await actor.page.context().setOffline(true);
          await actor.connection.getByText(/offline/i).waitFor();
        },
      },
    ],
  },
  {
    enter: bare(undefined, 'mode="inline" room="plans"'),
    scenes: [
      {
        name: 'loading',
        tree: true,
        reach: (actor) => actor.page.getByText('Loading messages').waitFor({ state: 'attached' }),
      },
    ],
  },
  {
    enter: bare([], 'mode="fullscreen"'),
    scenes: [
      {
        name: 'no rooms',
        tree: true,
        reach: (actor) => actor.page.getByText('No conversations yet').first().waitFor(),
      },
    ],
  },
  {
    enter: bare(rooms, 'mode="inline" room="direct" readonly'),
    scenes: [
      {
        name: 'read only, narrow',
        tree: true,
        reach: async (actor) => {
          await narrow(actor);
          await actor.message('Hello Mara').waitFor();
        },
      },
    ],
  },
  {
    enter: reference((stage) => stage.token(mara)),
    scenes: [
      {
        name: 'message that failed',
        reach: async (actor) => {
          await actor.openRoom('Order 2417');
          await actor.send('Too long for this server. '.repeat(10));
          await actor.page.getByRole('button', { name: 'Try again' }).first().waitFor();
        },
      },
    ],
  },
  {
    enter: reference(() => Promise.resolve('forged')),
    scenes: [
      { name: 'refused', reach: (actor) => actor.connection.getByRole('button', { name: /again|retry/i }).waitFor() },
    ],
  },
];
