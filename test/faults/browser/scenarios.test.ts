/** What must not go wrong, told by hand: each of these is a story that a visitor of a site lives through. */
import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { until } from '../../integration/until.ts';
import { type Backend, startBare, startReference } from './backends.ts';
import { storedOn } from './device.ts';
import type { Person, Tab } from './people.ts';
import { settle } from './quiet.ts';
import { Scene, Theatre } from './scene.ts';

let theatre: Theatre;

before(async () => {
  theatre = await Theatre.open();
});
after(() => theatre.close());

/** Ada and Grace, each at a tab, connected. */
async function begin(
  t: TestContext,
  backend: Backend,
): Promise<{ scene: Scene; ada: Person; atAda: Tab; atGrace: Tab }> {
  const scene = await Scene.open(theatre, backend);
  t.after(() => scene.close());
  const [atAda, atGrace] = await Promise.all(scene.people.map((person) => person.openTab()));
  for (const tab of [atAda!, atGrace!]) await until(() => tab.canWrite(), 'the room');
  return { scene, ada: scene.ada, atAda: atAda!, atGrace: atGrace! };
}

/** All of these are saved once and stand once on each screen, in this order. */
async function assertSaid(scene: Scene, texts: readonly string[]): Promise<void> {
  const said = texts.map((text) => ({ text, tab: 'all', isCertain: true }));
  const { complaints } = await settle(scene, said);
  assert.equal(complaints.join('\n'), '');
  assert.deepEqual(
    (await scene.backend.rows(scene.room)).map(({ body }) => body),
    texts,
  );
}

for (const [name, start] of [
  ['the reference server', startReference],
  ['a bare backend', startBare],
] as const) {
  describe(`over ${name}`, () => {
    let backend: Backend;

    before(async () => {
      backend = await start(theatre.origin);
    });
    after(() => backend.close());

    it('sends once what was written offline, after a reload in between', async (t) => {
      const { scene, ada, atAda, atGrace } = await begin(t, backend);
      await ada.goOffline();
      await atAda.say('from the tunnel');
      await atAda.say('and another one');
      await ada.reload(atAda);
      await atAda.sees('from the tunnel', 'pending');
      await ada.comeBack();
      await atAda.sees('and another one', 'sent');
      await atGrace.message('and another one').waitFor();
      await assertSaid(scene, ['from the tunnel', 'and another one']);
    });

    it('sends what was on the screen when its tab crashed', async (t) => {
      const { scene, ada, atAda } = await begin(t, backend);
      await ada.goOffline();
      await atAda.say('last words');
      await ada.crash(atAda);
      await ada.comeBack();
      const again = await ada.openTab();
      await again.sees('last words', 'sent');
      await assertSaid(scene, ['last words']);
    });

    it('shows once what the server saved before it died', async (t) => {
      const { scene, atAda } = await begin(t, backend);
      backend.server.crashAt('after commit');
      await atAda.say('saved and not told');
      await until(() => !backend.server.isRunning, 'the end of the server');
      await backend.server.start();
      await atAda.sees('saved and not told', 'sent');
      await assertSaid(scene, ['saved and not told']);
    });

    it('sends again what the server lost when it died', async (t) => {
      const { scene, atAda } = await begin(t, backend);
      backend.server.crashAt('before commit');
      await atAda.say('taken to the grave');
      await until(() => !backend.server.isRunning, 'the end of the server');
      await backend.server.start();
      await atAda.sees('taken to the grave', 'sent');
      await assertSaid(scene, ['taken to the grave']);
    });

    it('lets another tab send what a closed one left, once', async (t) => {
      const { scene, ada, atAda } = await begin(t, backend);
      const other = await ada.openTab();
      await until(() => other.canWrite(), 'the room');
      await ada.goOffline();
      await atAda.say('left behind');
      await other.say('still here');
      await ada.close(atAda);
      await ada.comeBack();
      await other.sees('left behind', 'sent');
      await other.sees('still here', 'sent');
      const rows = await backend.rows(scene.room);
      assert.deepEqual(rows.map(({ body }) => body).sort(), ['left behind', 'still here']);
    });

    it('sends after days what was written before everything was closed', async (t) => {
      const { scene, ada, atAda, atGrace } = await begin(t, backend);
      await ada.goOffline();
      await atAda.say('see you next week');
      await ada.close(atAda);
      await atGrace.say('are you there?');
      await atGrace.sees('are you there?', 'sent');
      await scene.grace.close(atGrace);
      await backend.server.kill();
      await backend.server.start();
      await ada.comeBack();
      const again = await ada.openTab();
      await again.sees('see you next week', 'sent');
      await assertSaid(scene, ['are you there?', 'see you next week']);
    });

    it('goes on after the page was left and met again as it was', async (t) => {
      const { scene, ada, atAda } = await begin(t, backend);
      await atAda.page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => (document.title = `persisted: ${persisted}`));
      });
      await ada.goOffline();
      await atAda.say('before I left');
      await ada.leaveAndReturn(atAda, theatre.elsewhere);
      assert.equal(await atAda.page.title(), 'persisted: true');
      await ada.comeBack();
      await atAda.say('after I returned');
      await atAda.sees('after I returned', 'sent');
      await assertSaid(scene, ['before I left', 'after I returned']);
    });

    it('fails the message alone that the server cannot take', async (t) => {
      const { scene, atAda, atGrace } = await begin(t, backend);
      const poison = 'x'.repeat(120_000);
      await atAda.press(poison);
      await atAda.say('does this work?');
      await atAda.sees('does this work?', 'sent');
      await atGrace.message('does this work?').waitFor();
      const [failed] = (await atAda.thread()).filter(({ status }) => status === 'failed');
      assert.equal(failed?.text, poison);
      assert.match(failed.failure, /more than the server accepts/);
      assert.deepEqual(
        (await backend.rows(scene.room)).map(({ body }) => body),
        ['does this work?'],
      );
    });

    it('notices within seconds that nothing comes through, where pings would take 45', async (t) => {
      const patient = await start(theatre.origin, { PING_INTERVAL_MS: '25000', PING_TIMEOUT_MS: '20000' });
      t.after(() => patient.close());
      const { scene, ada, atAda } = await begin(t, patient);
      const began = performance.now();
      ada.proxy.up.isLost = true;
      ada.proxy.down.isLost = true;
      await atAda.say('hello?');
      // What was lost is lost with its connection; a new one would do.
      ada.proxy.heal();
      await atAda.sees('hello?', 'sent');
      t.diagnostic(`after ${Math.round((performance.now() - began) / 1000)} s`);
      await assertSaid(scene, ['hello?']);
    });
  });
}

describe('identities', () => {
  let backend: Backend;

  before(async () => {
    backend = await startReference(theatre.origin);
  });
  after(() => backend.close());

  it('keeps what one person left unsent from the next one, and sends it when they return', async (t) => {
    const { scene, ada, atAda } = await begin(t, backend);
    const tokens = await Promise.all(scene.people.map(({ user }) => backend.token(user)));
    const become = (index: number): Promise<void> =>
      atAda.page.evaluate(
        ([{ user_id: id, name, email }, token, room]) => {
          const widget = document.querySelector('chat-widget')!;
          widget.setUser({ id, name, email }, token);
          void widget.updateComplete.then(() => (widget.room = room));
        },
        [scene.people[index]!.user, tokens[index]!, scene.room] as const,
      );

    await ada.goOffline();
    await atAda.say('for nobody else');
    await atAda.actor.composer.fill('a secret draft');
    atAda.actor.wire.clear();
    await become(1);
    await atAda.actor.composer.waitFor();
    assert.equal(await atAda.page.getByText('for nobody else').count(), 0);
    assert.notEqual(await atAda.actor.composer.inputValue(), 'a secret draft');

    await ada.comeBack();
    await until(() => atAda.canWrite(), 'the room');
    await atAda.say('Grace is here');
    await atAda.sees('Grace is here', 'sent');
    assert.equal(await atAda.page.getByText('for nobody else').count(), 0);
    assert.doesNotMatch(JSON.stringify(atAda.actor.wire.frames), /for nobody else|a secret draft/);
    const ofGrace = (await storedOn(atAda.page)).filter((line) => line.includes(scene.grace.user.user_id));
    assert.doesNotMatch(ofGrace.join('\n'), /for nobody else|a secret draft/);

    await become(0);
    await atAda.sees('for nobody else', 'sent');
    const rows = await backend.rows(scene.room);
    assert.deepEqual(rows, [
      { userId: scene.grace.user.user_id, body: 'Grace is here' },
      { userId: scene.ada.user.user_id, body: 'for nobody else' },
    ]);
  });

  it('leaves nothing on the device of somebody who logged out', async (t) => {
    const { ada, atAda } = await begin(t, backend);
    await ada.goOffline();
    await atAda.say('not for this machine');
    await atAda.actor.composer.fill('and this neither');
    await until(async () => (await storedOn(atAda.page)).join().includes('not for this machine'), 'it to be kept');
    await atAda.page.evaluate(() => document.querySelector('chat-widget')!.logout());
    assert.deepEqual(await storedOn(atAda.page), []);
    assert.equal(await atAda.page.getByText('not for this machine').count(), 0);
    await ada.reload(atAda);
    await ada.close(atAda);
    const again = await ada.openTab();
    await ada.comeBack();
    await until(() => again.canWrite(), 'the room');
    assert.deepEqual(await again.thread(), []);
  });
});
