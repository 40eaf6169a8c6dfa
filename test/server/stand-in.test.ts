import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { people } from '../../demo/people.ts';
import { StandIn } from '../../demo/server/stand-in.ts';
import { type Client, createRoom, pause, say, ServerHarness } from '../support/server-harness.ts';

const [mara, jonas, amelie] = people;

interface Said {
  readonly message_body: string;
  readonly user: { readonly user_id: string };
}

describe('the stand-in', () => {
  let server: ServerHarness;
  let standIn: StandIn;
  let customer: Client;
  let room: string;

  before(async () => {
    server = await ServerHarness.start({ DEMO: 'true' });
    await arrive(5);
  });
  after(async () => {
    standIn.close();
    await server.stop();
  });
  beforeEach(async () => {
    customer = await server.connect(mara);
    room = await createRoom(customer, [mara, jonas], { name: '', is_group: false });
    customer.received.length = 0;
  });

  async function arrive(minutes: number): Promise<void> {
    standIn = new StandIn({
      url: server.url,
      person: jonas,
      signIn: () => server.token(jonas, minutes),
      isRelieved: () => server.connectionsOf(jonas) > 1,
      speed: 20,
    });
    await isThere();
  }

  async function isThere(): Promise<void> {
    while (server.connectionsOf(jonas) === 0) await pause(5);
  }

  const answer = async (): Promise<string> => {
    for (;;) {
      const { user, message_body } = await customer.next<Said>('message_broadcast');
      if (user.user_id === jonas.user_id) return message_body;
    }
  };
  const hasAnswered = (): boolean =>
    customer.all('message_broadcast').some((said) => (said as Said).user.user_id === jonas.user_id);

  it('is seen to type, and answers what it was asked', async () => {
    say(customer, room, 'How much is the bench?');
    await customer.next('show_start_typing');
    await customer.next('show_end_typing');
    assert.match(await answer(), /£560/);
  });

  it('answers two messages once', async () => {
    say(customer, room, 'Hello!');
    say(customer, room, 'When could I have it?');
    assert.match(await answer(), /Nine weeks/);
    await pause(300);
    assert.equal(hasAnswered(), false);
  });

  it('does not say the same to all that it does not understand', async () => {
    say(customer, room, 'Zzz?');
    const first = await answer();
    say(customer, room, 'Zzz?');
    assert.notEqual(await answer(), first);
  });

  it('keeps out of groups', async () => {
    const group = await createRoom(customer, [mara, jonas, amelie]);
    say(customer, group, 'How much is the bench?');
    await pause(300);
    assert.equal(hasAnswered(), false);
  });

  it('keeps out of what somebody answers in its place', async () => {
    const human = await server.connect(jonas);
    say(customer, room, 'How much is the bench?');
    await pause(300);
    assert.equal(hasAnswered(), false);
    human.socket.disconnect();
  });

  it('comes back when its token has ended', async () => {
    standIn.close();
    // Two seconds: the server ends the connection with it.
    await arrive(1 / 30);
    await pause(3000);
    await isThere();
    say(customer, room, 'Hello!');
    assert.match(await answer(), /welcome/);
  });
});
