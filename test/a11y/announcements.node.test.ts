import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from '../integration/actor.ts';
import { widgetTag } from '../integration/host.ts';
import { jonas, mara, Stage } from '../integration/stage.ts';
import { until } from '../integration/until.ts';
import { BareBackend } from '../support/bare-backend.ts';

declare global {
  // A `let` would not be on `globalThis`.
  /** What a screen reader would have said of the messages, in order. */
  var spoken: string[];
}

/** Runs in the page: hears all that comes into a live region, as a screen reader does: once, when it is added. */
function listen(): void {
  globalThis.spoken = [];
  const attach = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[aria-live], [role="status"], [role="alert"], [role="log"]',
        );
        if (!region || region.getAttribute('aria-live') === 'off') continue;
        const words = [...addedNodes]
          .map((node) => node.textContent ?? '')
          .join(' ')
          .trim();
        if (words) globalThis.spoken.push(words);
      }
    }).observe(root, { childList: true, subtree: true });
    return root;
  };
}

describe('what is said aloud, with real traffic', () => {
  let stage: Stage;
  let backend: BareBackend;
  let count = 0;

  before(async () => {
    [stage, backend] = await Promise.all([Stage.open(), BareBackend.start()]);
  });
  after(async () => {
    await stage.close();
    await backend.close();
  });

  function message(body: string): Record<string, unknown> {
    count += 1;
    const created_at = new Date(Date.now() + count).toISOString();
    return { _id: `m${count}`, room: 'plans', user: jonas, message_body: body, type: 'USER_TEXT_MESSAGE', created_at };
  }

  function answerWith(messages: readonly unknown[]): void {
    const room = { _id: 'plans', name: 'Plans', is_group: true, participants: [mara, jonas], messages };
    backend.answers = { get_chats: () => ({ event: 'set_chats', payload: [room] }) };
  }

  async function enter(): Promise<Actor> {
    answerWith([message('An old one'), message('The last one')]);
    const body = widgetTag({ url: backend.url, person: mara, more: 'mode="inline" room="plans"' });
    const actor = await stage.enter(mara, { body, before: [listen] });
    await actor.message('The last one').waitFor();
    return actor;
  }

  const spoken = (actor: Actor) => actor.page.evaluate(() => globalThis.spoken);
  const forget = (actor: Actor) => actor.page.evaluate(() => void globalThis.spoken.splice(0));
  const quiet = (actor: Actor, ms: number) => actor.page.waitForTimeout(ms);

  it('opening a room reads nothing of it aloud', async () => {
    const actor = await enter();
    await quiet(actor, 200);
    assert.deepEqual(
      (await spoken(actor)).filter((words) => /old one|last one/.test(words)),
      [],
    );
  });

  it('a message is said once; a burst is one sentence, though two hundred came', async () => {
    const actor = await enter();
    await forget(actor);
    backend.send('message_broadcast', message('Good morning'));
    await until(async () => (await spoken(actor)).length, 'the first message to be said');
    assert.match((await spoken(actor)).join('|'), /^[^|]*Jonas Weber[^|]*Good morning$/);
    for (let index = 0; index < 200; index += 1) backend.send('message_broadcast', message(`Burst ${index}`));
    await actor.message('Burst 199').waitFor();
    await until(async () => (await spoken(actor)).length > 1, 'the burst to be summed up');
    await quiet(actor, 3500);
    const said = (await spoken(actor)).slice(1);
    assert.ok(said.length <= 2, `said ${said.length} things: ${said.join(' | ')}`);
    assert.match(said.join(), /200|new messages/);
    assert.doesNotMatch(said.join(), /Burst/);
  });

  it('after an interruption: that it is over, and what was missed in one sentence', async () => {
    const actor = await enter();
    const old = [message('Seen before')];
    backend.send('message_broadcast', old[0]);
    await actor.message('Seen before').waitFor();
    await forget(actor);
    answerWith([...old, ...Array.from({ length: 40 }, (_, index) => message(`Missed ${index}`))]);
    backend.cut();
    await actor.message('Missed 39').waitFor();
    await until(async () => (await spoken(actor)).some((words) => words.includes('40')), 'the sum of what was missed');
    await quiet(actor, 500);
    const said = await spoken(actor);
    assert.equal(said.filter((words) => words.includes('Missed')).length, 0, said.join(' | '));
    assert.equal(said.filter((words) => words.includes('40')).length, 1, said.join(' | '));
    assert.equal(said.filter((words) => /Seen before|old one/.test(words)).length, 0, said.join(' | '));
    assert.ok(said.length <= 4, said.join(' | '));
  });

  it('what the server sends as history of a room that is opened is not read aloud', async () => {
    const token = await stage.token(mara);
    const body = widgetTag({ url: stage.url, person: mara, token });
    const actor = await stage.enter(mara, { body, before: [listen] });
    await actor.openRoom(jonas.name);
    await actor.message('measure our table').waitFor();
    await quiet(actor, 200);
    assert.deepEqual(
      (await spoken(actor)).filter((words) => /oak|sample|table/.test(words)),
      [],
    );
  });

  it('what is planted is heard: a transcript that is live is read again', async () => {
    const actor = await enter();
    await actor.page.getByRole('log').evaluate((log) => log.setAttribute('aria-live', 'polite'));
    await forget(actor);
    backend.send('message_broadcast', message('Read twice'));
    await until(
      async () => (await spoken(actor)).filter((words) => words.includes('Read twice')).length > 1,
      'the double',
    );
  });
});
