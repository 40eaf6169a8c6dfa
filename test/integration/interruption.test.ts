import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Actor } from './actor.ts';
import { widgetTag } from './host.ts';
import { jonas, mara, Stage } from './stage.ts';

describe('the server goes away and comes back', () => {
  let stage: Stage;
  let maraAt: Actor;
  let jonasAt: Actor;

  before(async () => {
    stage = await Stage.open();
    [maraAt, jonasAt] = await Promise.all([stage.enter(mara), stage.enter(jonas)]);
    await Promise.all([maraAt.openRoom('Order 2417'), jonasAt.openRoom('Order 2417')]);
    await maraAt.send('Before the cut.');
    await jonasAt.message('Before the cut.').waitFor();
  });
  after(() => stage.close());

  it('shows that it reconnects, and keeps what is typed meanwhile as pending', async () => {
    await stage.stopServer();
    await maraAt.connection.getByText('Reconnecting').waitFor();
    await maraAt.send('Written in the tunnel.');
    await maraAt.message('Written in the tunnel.').getByText('Will be sent').first().waitFor({ state: 'attached' });
    assert.equal(maraAt.wire.all('sent', 'new_message').length, 1, 'nothing is sent to nobody');
  });

  it('repeats the handshake with a new engine id, and sends what waited once', async () => {
    const [before] = maraAt.wire.all('sent', 'connected') as { sid: string }[];
    maraAt.wire.clear();
    await stage.startServer();
    // On a slow machine the widget may be faster than the click, and the button gone.
    await Promise.any([maraAt.page.getByRole('button', { name: 'Try now' }).click(), maraAt.wire.sent('connected')]);

    const again = await maraAt.wire.sent('connected');
    assert.notEqual(again['sid'], before?.sid);
    await maraAt.wire.sent('get_chats');
    await maraAt.wire.sent('online_status');
    await maraAt.message('Written in the tunnel.').getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    assert.equal(maraAt.wire.all('sent', 'new_message').length, 1);
    await jonasAt.message('Written in the tunnel.').waitFor({ timeout: 15_000 });
    assert.equal(await jonasAt.message('Written in the tunnel.').count(), 1);
  });

  it('shows what was saved while it was away', async () => {
    await maraAt.page.context().setOffline(true);
    await maraAt.page.evaluate(() => document.querySelector('chat-widget')?.disconnect());
    await jonasAt.send('Said while Mara was away.');
    await jonasAt.message('Said while').getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    await maraAt.page.context().setOffline(false);
    await maraAt.page.evaluate(() => document.querySelector('chat-widget')?.connect());
    await maraAt.message('Said while Mara was away.').waitFor();
    assert.equal(await maraAt.message('Before the cut.').count(), 1, 'and nothing twice');
  });
});

for (const atHandshake of [true, false]) {
  describe(`a token that the server does not believe (${atHandshake ? 'connect_error' : 'error and disconnect'})`, () => {
    let stage: Stage;
    let actor: Actor;

    before(async () => {
      stage = await Stage.open({ AUTH_AT_HANDSHAKE: String(atHandshake) });
      actor = await stage.enter(mara, { body: widgetTag({ url: stage.url, person: mara, token: 'forged' }) });
    });
    after(() => stage.close());

    it('is shown as a sign-in problem, with nobody’s rooms', async () => {
      await actor.connection.getByText('did not accept your sign-in').waitFor();
      assert.equal(actor.wire.all('received', 'connect_error').length > 0, atHandshake);
      assert.equal(await actor.page.locator('chat-widget-room').count(), 0);
    });

    it('is not tried again by itself, but by the person', async () => {
      const { opened } = actor.wire;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(actor.wire.opened, opened);
      await actor.page.getByRole('button', { name: 'Try again' }).click();
      await actor.connection.getByText('did not accept your sign-in').waitFor();
      assert.equal(actor.wire.opened > opened, true);
    });

    it('goes on by itself when the page gives a good one', async () => {
      const token = await stage.token(mara);
      await actor.page.evaluate((good) => {
        document.querySelector('chat-widget')!.token = good;
      }, token);
      await actor.room('Order 2417').waitFor();
      await actor.connection.getByText('did not accept').waitFor({ state: 'detached' });
    });
  });
}

describe('getToken', () => {
  it('is asked again for every attempt', async (t) => {
    const stage = await Stage.open();
    t.after(() => stage.close());
    const actor = await stage.enter(mara, { body: '<chat-widget mode="inline"></chat-widget>' });
    const token = await stage.token(mara);
    await actor.page.evaluate(
      ([url, good, id]) => {
        const widget = document.querySelector('chat-widget')!;
        const tokens = ['forged', 'forged again', good];
        widget.serverUrl = url;
        widget.getToken = () => Promise.resolve(tokens.shift() ?? good);
        widget.user = { id, name: 'Mara', email: '' };
      },
      [stage.url, token, mara.user_id] as const,
    );
    // The first refusal asks once more by itself, the second is the person's turn.
    await actor.page.getByRole('button', { name: 'Try again' }).click();
    await actor.room('Order 2417').waitFor();
    const tokens = (actor.wire.all('sent', 'connected') as { token: string }[]).map((payload) => payload.token);
    assert.deepEqual(tokens, ['forged', 'forged again', token]);
  });
});
