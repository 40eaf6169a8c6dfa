import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BareBackend } from '../support/bare-backend.ts';
import type { Actor } from './actor.ts';
import { CLASSIC_SCRIPT, MODULE_SCRIPT, widgetTag } from './host.ts';
import { countResources, instancesOf } from './resources.ts';
import { jonas, mara, Stage } from './stage.ts';
import { until } from './until.ts';

const roomFor = (name: string): unknown => ({
  room_id: `room-of-${name}`,
  name,
  is_group: true,
  participants: [mara, jonas],
  messages: [
    { message_id: `m-${name}`, message_body: `Only for ${name}`, user: jonas, created_at: '2026-01-02T03:04:05Z' },
  ],
});

const ROOM_LIST = `<chat-widget-room-list></chat-widget-room-list>`;

describe('elements come, go, move and change hands', () => {
  let stage: Stage;
  let backend: BareBackend;

  before(async () => {
    [stage, backend] = await Promise.all([
      Stage.open(),
      BareBackend.start({
        get_chats: (payload) => ({
          event: 'set_chats',
          payload: [roomFor((payload as { user: { name: string } }).user.name)],
        }),
        online_status: () => ({ event: 'online_status_show', payload: [jonas.user_id] }),
      }),
    ]);
  });
  after(async () => {
    await backend.close();
    await stage.close();
  });

  const tag = (more?: string): string => widgetTag({ url: backend.url, person: mara, ...(more && { more }) });

  it('two widgets and a lone room list of one person: one connection', async () => {
    const provider = tag().replaceAll('chat-widget', 'chat-widget-provider').replace('></', `>${ROOM_LIST}</`);
    const actor = await stage.enter(mara, { body: tag() + tag() + provider });
    await until(async () => (await actor.room(mara.name).count()) === 3, 'the room in all three');
    assert.equal(backend.connections, 1);
    assert.equal(backend.received.filter(({ event }) => event === 'connected').length, 1);
    await leave(actor);
  });

  it('both copies of the script on one page: still one', async () => {
    const actor = await stage.enter(mara, { body: tag() + tag(), scripts: [CLASSIC_SCRIPT, MODULE_SCRIPT] });
    await until(async () => (await actor.room(mara.name).count()) === 2, 'the room in both');
    assert.equal(backend.connections, 1);
    await leave(actor);
  });

  it('a moved element keeps its socket', async () => {
    const actor = await stage.enter(mara, { body: `${tag()}<main></main>` });
    await actor.openRoom(mara.name);
    await actor.page.evaluate(() => document.querySelector('main')?.append(document.querySelector('chat-widget')!));
    await actor.message(`Only for ${mara.name}`).waitFor();
    // Longer than the grace after which an unused session ends.
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.equal(backend.connections, 1);
    assert.equal(actor.wire.opened, 1);
    await leave(actor);
  });

  it('another user on a live element: nothing of the one before on screen or on the wire', async () => {
    const actor = await stage.enter(mara, { body: tag() });
    await actor.openRoom(mara.name);
    await actor.composer.fill('Half a thought');
    backend.received.length = 0;
    await actor.page.evaluate(
      (id) => document.querySelector('chat-widget')?.setUser({ id, name: 'Jonas', email: '' }),
      jonas.user_id,
    );
    await actor.room('Jonas').waitFor();

    const seen = await actor.page.evaluate(textOnScreen);
    assert.doesNotMatch(seen, /Mara|Half a thought/);
    const saidAfter = backend.received.slice(backend.received.findIndex(({ event }) => event === 'connected'));
    assert.doesNotMatch(JSON.stringify(saidAfter), new RegExp(mara.user_id));
    assert.equal(backend.connections, 1);
    await leave(actor);
  });

  it('ten times created and removed: no socket, listener, timer or instance is left', async () => {
    const body = `<template>${tag()}</template><main></main>`;
    const actor = await stage.enter(mara, { body, before: countResources });
    const before = await resources(actor);
    const cycle = async (): Promise<void> => {
      await actor.page.evaluate(() => {
        document.querySelector('main')?.append(document.querySelector('template')!.content.cloneNode(true));
      });
      await actor.openRoom(mara.name);
      await actor.composer.fill('Hello');
      await actor.page.evaluate(() => {
        document.querySelector('main')?.replaceChildren();
      });
      await until(() => backend.connections === 0, 'the socket to close');
    };
    for (let count = 0; count < 10; count += 1) await cycle();
    assert.deepEqual(await resources(actor), { timers: 0, listeners: before.listeners });
    await assertNoInstances(actor);
    await leave(actor);
  });

  async function leave(actor: Actor): Promise<void> {
    await actor.page.close();
    await until(() => backend.connections === 0, 'the socket to close with its page');
    backend.received.length = 0;
  }
});

function resources(actor: Actor): Promise<{ timers: number; listeners: number }> {
  return actor.page.evaluate(() => ({ timers: globalThis.timers.size, listeners: globalThis.listeners.size }));
}

async function assertNoInstances(actor: Actor): Promise<void> {
  const devtools = await actor.page.context().newCDPSession(actor.page);
  const left: Record<string, number> = {};
  for (const tag of await actor.page.evaluate(() => globalThis.tags)) {
    const count = await instancesOf(devtools, tag);
    if (count > 0) left[tag] = count;
  }
  assert.deepEqual(left, {});
}

/** Runs in the page: all text in all shadow roots, and what is in the fields. */
function textOnScreen(): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push(node.value);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    if (node instanceof Text) texts.push(node.data);
    for (const child of node.childNodes) visit(child);
  };
  visit(document.body);
  return texts.join(' ');
}
