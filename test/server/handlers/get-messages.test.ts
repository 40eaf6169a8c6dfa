import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../../demo/server/repository/open-database.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import type { WireMessage } from '../../../demo/server/repository/wire.ts';
import { ada, type Client, createRoom, grace, linus, say, ServerHarness } from '../../support/server-harness.ts';

interface Answer {
  readonly messages: readonly WireMessage[];
  readonly has_more: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

describe('get_messages', () => {
  let server: ServerHarness;
  let one: Client;
  let two: Client;
  let room: string;
  /** The ids of the messages `0` to `119`. */
  let ids: readonly string[];

  const ask = (client: Client, payload: object): Promise<Answer> =>
    client.ask('get_messages', payload) as Promise<Answer>;
  const bodies = ({ messages }: Answer): number[] => messages.map(({ message_body }) => Number(message_body));
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

  before(async () => {
    server = await ServerHarness.start();
    [one, two] = [await server.connect(ada), await server.connect(grace)];
    room = await createRoom(one, [grace]);
    const database = await openDatabase(server.folder);
    const repository = new Repository(database);
    const messages: WireMessage[] = [];
    for (const number of range(0, 120)) {
      const user = number % 2 ? ada : grace;
      messages.push(await repository.createMessage({ room, user, type: 'USER_TEXT_MESSAGE', body: String(number) }));
    }
    ids = messages.map(({ message_id }) => message_id);
    await database.destroy();
  });
  after(() => server.stop());

  it('answers with messages in the canonical shape, the same as those of set_chats', async () => {
    two.emit('get_chats');
    const [known] = await two.next<{ messages: WireMessage[] }[]>('set_chats');
    const answer = await ask(two, { room });
    assert.deepEqual(answer, { messages: known?.messages, has_more: true });
  });

  for (const [what, { before: older, after: newer, limit }, [from, to], hasMore] of [
    ['the newest 50 where nothing else is said', {}, [70, 120], true],
    ['the newest ones', { limit: 3 }, [117, 120], true],
    ['what is right before a message', { before: 100, limit: 30 }, [70, 100], true],
    ['what is right after a message', { after: 100, limit: 5 }, [101, 106], true],
    ['the beginning', { before: 10, limit: 10 }, [0, 10], false],
    ['the beginning with room to spare', { before: 10, limit: 30 }, [0, 10], false],
    ['the end', { after: 109, limit: 10 }, [110, 120], false],
    ['nothing before the first', { before: 0 }, [0, 0], false],
    ['nothing after the last', { after: 119 }, [120, 120], false],
    ['the beginning of what is between two', { after: 10, before: 20, limit: 4 }, [11, 15], true],
    ['all that is between two', { after: 10, before: 20, limit: 9 }, [11, 20], false],
    ['no more than 100', { limit: 1000 }, [20, 120], true],
    ['no fewer than one', { limit: -1 }, [119, 120], true],
    ['whole messages', { limit: 2.9 }, [118, 120], true],
  ] as const satisfies readonly (readonly [
    string,
    { before?: number; after?: number; limit?: number },
    readonly [number, number],
    boolean,
  ])[]) {
    it(`answers with ${what}, oldest first`, async () => {
      const cursor = (index: number | undefined) => (index === undefined ? undefined : ids[index]);
      const answer = await ask(one, { room, before: cursor(older), after: cursor(newer), limit });
      assert.deepEqual(bodies(answer), range(from, to));
      assert.equal(answer.has_more, hasMore);
    });
  }

  for (const [direction, limit] of [
    ['after', 7],
    ['before', 7],
    ['after', 100],
    ['before', 60],
  ] as const) {
    it(`comes to all messages, each once, in pages of ${limit} ${direction} the last one`, async () => {
      let cursor = direction === 'after' ? ids[0] : ids.at(-1);
      const seen: number[] = [];
      for (;;) {
        const answer = await ask(one, { room, [direction]: cursor, limit });
        const page = bodies(answer);
        if (direction === 'after') seen.push(...page);
        else seen.unshift(...page);
        if (!answer.has_more) break;
        cursor = answer.messages.at(direction === 'after' ? -1 : 0)?.message_id;
      }
      assert.deepEqual(seen, direction === 'after' ? range(1, 120) : range(0, 119));
    });
  }

  it('finds what was sent since', async () => {
    say(two, room, '120');
    const { message_id } = await one.next<WireMessage>('message_broadcast');
    const answer = await ask(one, { room, after: ids.at(-1) });
    assert.deepEqual([answer.messages.map((each) => each.message_id), answer.has_more], [[message_id], false]);
  });

  for (const [who, code] of [
    [linus, 'not_a_participant'],
    [ada, 'unknown_message'],
  ] as const) {
    it(`refuses ${who.name} the messages around one of another room: ${code}`, async () => {
      const client = await server.connect(who);
      const own = await createRoom(client, [linus]);
      say(client, own, 'Elsewhere');
      const { message_id } = await client.next<WireMessage>('message_broadcast');
      for (const direction of ['before', 'after']) {
        const { error } = await ask(client, { room, [direction]: message_id });
        assert.equal(error?.code, code);
      }
    });
  }

  it('refuses a room that there is not like one that is not for the asker', async () => {
    const third = await server.connect(linus);
    const answer = await ask(third, { room });
    assert.equal(answer.error?.code, 'not_a_participant');
    assert.deepEqual(await ask(third, { room: 'none' }), answer);
  });
});
