import { expect } from '@open-wc/testing';
import type { User } from '../../src/protocol/model.ts';
import { sessionKey } from '../../src/session/address.ts';
import { acquireSession, type SessionLease } from '../../src/session/registry.ts';
import { FakeConnection } from '../support/fake-connection.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { ada, grace } from '../support/fixtures.ts';

const SERVER_URL = 'http://127.0.0.1:9/';
/** In every text and id that is Ada's, so that a leak can be seen wherever it ends up. */
const MARK = 'ada-only';

/** Every operation that a session waits for, so that a test can hold one of them just before or just after it is done. */
class Gates {
  passed = 0;
  isHeld = false;
  readonly #held: number;
  #isOpen = false;
  #release = (): void => {};

  /** @param held the number of the point at which everything stands still; twice as many as operations */
  constructor(held: number) {
    this.#held = held;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.#point();
    const result = await work();
    await this.#point();
    return result;
  }

  /** Lets go what is held, and holds nothing any more. */
  release(): void {
    this.#isOpen = true;
    this.#release();
  }

  async #point(): Promise<void> {
    this.passed += 1;
    if (this.#isOpen || this.passed - 1 !== this.#held) return;
    this.isHeld = true;
    await new Promise<void>((resolve) => {
      this.#release = resolve;
    });
  }
}

function gatedPlatform(device: FakeDevice, gates: Gates): FakePlatform {
  const platform = new FakePlatform(device);
  const { locks, storage } = platform;
  const take = locks.take.bind(locks);
  locks.take = (name) => gates.pass(() => take(name));
  const gatedStorage: FakePlatform['storage'] = (mode, namespace) => {
    const kept = storage(mode, namespace);
    return {
      entries: () => gates.pass(() => kept.entries()),
      set: (key, value) => gates.pass(() => kept.set(key, value)),
      remove: (key) => gates.pass(() => kept.remove(key)),
      clear: () => gates.pass(() => kept.clear()),
      watch: (key, changed) => kept.watch(key, changed),
    };
  };
  return Object.assign(platform, { storage: gatedStorage });
}

/** A server with all extensions that answers whatever it is asked, through the gates. */
class AnsweringConnection extends FakeConnection {
  readonly #gates: Gates;

  constructor(gates: Gates) {
    super();
    this.#gates = gates;
  }

  override request(event: string, payload: unknown): Promise<unknown> {
    if (this.state.status !== 'online') return Promise.reject(new Error('offline'));
    this.sent.push({ event, payload });
    return this.#gates.pass(() => Promise.resolve(answer(event, payload)));
  }
}

let ids = 0;
function answer(event: string, payload: unknown): unknown {
  if (event === 'connected') return { capabilities: ['ack', 'history'] };
  ids += 1;
  if (event === 'get_messages')
    return { messages: [wireMessage(`${MARK}-page-${ids}`, `${MARK} page`)], has_more: false };
  const { room } = payload as { room: string };
  return { message: { ...(payload as object), message_id: `${room}-${ids}`, created_at: '2026-05-04T12:00:01.000Z' } };
}

const wire = ({ id, name, email }: User) => ({ user_id: id, name, email });
const wireRoom = (id: string, owner: User, messages: unknown[] = []) => ({
  room_id: id,
  name: `${id} room`,
  is_group: true,
  participants: [wire(owner)],
  messages,
});
const wireMessage = (id: string, text: string, minute = '00') => ({
  message_id: id,
  room: MARK,
  message_body: text,
  user: wire(ada),
  created_at: `2026-05-04T11:${minute}:00.000Z`,
});

interface Seat {
  readonly lease: SessionLease;
  readonly connection: AnsweringConnection;
}

function sit(user: User, platform: FakePlatform, gates: Gates): Seat {
  const connection = new AnsweringConnection(gates);
  const lease = acquireSession({ serverUrl: SERVER_URL, user, storage: 'local' }, platform, () => connection);
  return { lease, connection };
}

/** Far more turns than any chain of promises in a session has. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

/** What Ada does, in steps; at some point of it she is sent away. */
function adasSteps({ lease: { session }, connection }: Seat, platform: FakePlatform): (() => void)[] {
  const send = (body: string) => {
    session.request('send', { roomId: MARK, body: `${MARK} ${body}` });
  };
  return [
    () => {
      session.connect();
    },
    () => {
      send('written before there is a connection');
    },
    () => {
      connection.connect();
    },
    () => {
      connection.receive('set_chats', [wireRoom(MARK, ada, [wireMessage(`${MARK}-old`, `${MARK} old`)])]);
    },
    () => {
      send('second');
    },
    () => {
      session.request('load-older', { roomId: MARK });
      session.request('change-draft', { roomId: MARK, text: `${MARK} draft` });
      session.request('signal-typing', { roomId: MARK, moment: 'focus' });
    },
    () => {
      platform.clock.pass(1000);
    },
    () => {
      connection.cut();
      send('while offline');
    },
    () => {
      platform.page.tell('hidden');
      platform.page.tell('frozen');
    },
    () => {
      platform.page.tell('restored');
      platform.page.tell('visible');
    },
    () => {
      connection.connect();
    },
    () => {
      connection.receive('set_chats', [wireRoom(MARK, ada, [wireMessage(`${MARK}-later`, `${MARK} later`, '59')])]);
    },
    () => {
      platform.clock.pass(31_000);
    },
  ];
}

const textsOf = ({ lease }: Seat): string[] =>
  [...lease.session.state.messages.values()].flatMap(({ entries }) => [...entries.values()].map(({ body }) => body));

/** Runs Ada's steps up to a point, seats Grace and then Ada again, and gives all that could show a leak. */
async function switchAt(point: number) {
  const device = new FakeDevice();
  const gates = new Gates(point);
  const platform = gatedPlatform(device, gates);
  const first = sit(ada, platform, gates);
  let written = 0;
  for (const step of adasSteps(first, platform)) {
    const before = textsOf(first).length;
    step();
    written += Math.max(0, textsOf(first).length - before);
    await settle();
    if (gates.isHeld) break;
  }
  const stood = gates.isHeld;
  first.lease.release({ linger: false });
  const stateAtTheEnd = first.lease.session.state;
  const sentAtTheEnd = first.connection.sent.length;

  const second = sit(grace, platform, gates);
  const seen: string[] = [];
  second.lease.session.observe({ acted: (action) => seen.push(JSON.stringify(action)) });
  second.lease.session.connect();
  second.connection.connect();
  gates.release();
  await settle();
  second.connection.receive('set_chats', [wireRoom('graces', grace)]);
  second.lease.session.request('send', { roomId: 'graces', body: 'Hello' });
  first.connection.receive('message_broadcast', wireMessage(`${MARK}-late`, `${MARK} late`));
  for (let round = 0; round < 4; round += 1) {
    platform.clock.pass(20_000);
    await settle();
  }
  const shown = JSON.stringify([
    [...second.lease.session.state.messages].map(([id, { entries }]) => [id, ...entries.values()]),
    [...second.lease.session.state.rooms.byId],
    [...second.lease.session.state.drafts],
    [...second.lease.session.state.people],
  ]);
  const kept =
    device.kept.get(`local ${sessionKey({ serverUrl: SERVER_URL, user: grace })}`) ?? new Map<string, string>();
  const traces = {
    shown,
    seen: seen.join(),
    sent: JSON.stringify(second.connection.sent),
    kept: JSON.stringify([...kept]),
  };
  second.lease.release({ linger: false });
  await settle();

  const third = sit(ada, platform, gates);
  third.lease.session.connect();
  await settle();
  const back = textsOf(third);
  const backAgain = JSON.stringify([back, [...third.lease.session.state.drafts.values()]]);
  third.lease.release({ linger: false });
  await settle();
  return { traces, stood, written, first, stateAtTheEnd, sentAtTheEnd, backAgain, back, points: gates.passed, device };
}

describe('the fence between identities', () => {
  it('lets nothing through, at whatever point of waiting the person changes', async () => {
    const { points } = await switchAt(Infinity);
    expect(points).to.be.greaterThan(60);
    for (let point = 0; point < points; point += 1) {
      const { traces, first, stateAtTheEnd, sentAtTheEnd } = await switchAt(point);
      for (const [where, trace] of Object.entries(traces))
        expect(trace, `${where}, point ${point}`).not.to.include(MARK);
      expect(first.lease.session.state, `point ${point}`).to.equal(stateAtTheEnd);
      expect(first.connection.sent.length, `point ${point}`).to.equal(sentAtTheEnd);
    }
  });

  it('shows each unsent message again, once, when the first person is back', async () => {
    const { points } = await switchAt(Infinity);
    for (let point = 0; point < points; point += 1) {
      const { stateAtTheEnd, back, stood } = await switchAt(point);
      if (!stood) continue;
      const unsent = [...(stateAtTheEnd.messages.get(MARK)?.entries.values() ?? [])].filter(
        ({ status }) => status !== 'sent',
      );
      expect([...back].sort(), `point ${point}`).to.deep.equal(unsent.map(({ body }) => body).sort());
    }
  });

  it('leaves nothing on the device after a logout, at whatever point', async () => {
    const { points } = await logOutAt(Infinity);
    for (let point = 0; point < points; point += 1) {
      const { device } = await logOutAt(point);
      expect(JSON.stringify([...device.values]), `point ${point}`).not.to.include(MARK);
    }
  });
});

async function logOutAt(point: number) {
  const device = new FakeDevice();
  const gates = new Gates(point);
  const platform = gatedPlatform(device, gates);
  const seat = sit(ada, platform, gates);
  for (const step of adasSteps(seat, platform)) {
    step();
    await settle();
    if (gates.isHeld) break;
  }
  void seat.lease.session.forget();
  seat.lease.release({ linger: false });
  gates.release();
  for (let round = 0; round < 4; round += 1) {
    platform.clock.pass(500);
    await settle();
  }
  return { device, points: gates.passed };
}
