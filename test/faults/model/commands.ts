import fc from 'fast-check';
import type { PageMoment } from '../../../src/platform/page.ts';
import { checkMoment } from './moment-invariants.ts';
import type { Directions } from './line.ts';
import { ROOMS } from './people.ts';
import type { Mishap } from './simulated-server.ts';
import type { Place, World } from './world.ts';

/** One thing that a person, a network or a server does, and a look at everything after it. */
class Step implements fc.AsyncCommand<World, World> {
  readonly #name: string;
  readonly #act: (world: World) => void | Promise<void>;
  readonly #isPossible: (world: World) => boolean;

  constructor(
    name: string,
    act: (world: World) => void | Promise<void>,
    isPossible: (world: World) => boolean = () => true,
  ) {
    this.#name = name;
    this.#act = act;
    this.#isPossible = isPossible;
  }

  check(world: World): boolean {
    return this.#isPossible(world);
  }

  async run(world: World): Promise<void> {
    await this.#act(world);
    await world.time.pass(0);
    checkMoment(world);
  }

  toString(): string {
    return this.#name;
  }
}

/** What makes it uncertain whether the server has got what is on its way. */
const fault = (name: string, act: (world: World) => void, isPossible?: (world: World) => boolean): Step =>
  new Step(
    name,
    (world) => {
      world.doubtPending();
      act(world);
    },
    isPossible,
  );

const place = fc.constantFrom<Place>('ada 1', 'ada 1', 'grace', 'grace', 'ada 2');
const nth = fc.nat(3);

const isOpen = (at: Place) => (world: World) => world.tabs.has(at) && !world.tabs.get(at)?.isFrozen;
const hasFailed = (at: Place) => (world: World) => isOpen(at)(world) && world.failed(at).length > 0;

const send = fc
  .record({ at: place, roomId: fc.constantFrom(...ROOMS), text: fc.constantFrom('new', 'new', 'same', 'theirs') })
  .map(
    ({ at, roomId, text }) =>
      new Step(
        `${at} sends ${text} text to ${roomId}`,
        (world) => world.send(at, roomId, world.text(text, at, roomId)),
        isOpen(at),
      ),
  );

/** Mostly short: what matters happens between a message and its echo. */
const wait = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 100 }) },
    { weight: 3, arbitrary: fc.integer({ min: 100, max: 3000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3000, max: 60_000 }) },
  )
  .map((ms) => new Step(`${ms} ms pass`, (world) => world.time.pass(ms)));

const retry = fc.tuple(place, nth).map(
  ([at, index]) =>
    new Step(
      `${at} retries`,
      (world) => {
        const all = world.failed(at);
        const one = all[index % all.length];
        if (one) world.retry(at, one.roomId, one.key);
      },
      hasFailed(at),
    ),
);

const discard = fc.tuple(place, nth).map(
  ([at, index]) =>
    new Step(
      `${at} discards`,
      (world) => {
        const all = world.failed(at);
        const one = all[index % all.length];
        if (one) world.discard(at, one.roomId, one.key);
      },
      hasFailed(at),
    ),
);

const cut = place.map((at) =>
  fault(`the line of ${at} is cut`, (world) => {
    world.counts.cuts += 1;
    world.line(at).cut();
  }),
);

const condition = fc.tuple(place, fc.constantFrom('broken' as const, 'silent' as const)).map(([at, how]) =>
  fault(`the line of ${at} is ${how}`, (world) => {
    world.counts.cuts += 1;
    const line = world.line(at);
    line.condition = how;
    if (how === 'broken') line.cut();
    else line.stall('both');
  }),
);

const heal = place.map(
  (at) =>
    new Step(`the line of ${at} is healed`, (world) => {
      world.line(at).condition = 'fine';
      world.line(at).delay = 0;
    }),
);

const stall = fc
  .tuple(place, fc.constantFrom<Directions>('both', 'to the client', 'to the server'))
  .map(([at, directions]) =>
    fault(`nothing gets through the line of ${at}: ${directions}`, (world) => {
      world.counts.cuts += 1;
      world.line(at).stall(directions);
    }),
  );

const slow = fc.tuple(place, fc.integer({ min: 100, max: 3000 })).map(([at, ms]) =>
  fault(`the line of ${at} takes ${ms} ms`, (world) => {
    world.line(at).delay = ms;
  }),
);

const crashServer = fc.constant(
  fault(
    'the server crashes',
    (world) => {
      world.server.crash();
    },
    ({ server }) => server.isRunning,
  ),
);
const startServer = fc.constant(
  new Step(
    'the server starts',
    ({ server }) => server.start(),
    ({ server }) => !server.isRunning,
  ),
);

const mishap = fc
  .oneof(
    fc.constantFrom<Mishap>(
      { type: 'crash before commit' },
      { type: 'crash after commit' },
      { type: 'drop the echo' },
      { type: 'drop the acknowledgement' },
      { type: 'double the echo' },
    ),
    fc.integer({ min: 100, max: 20_000 }).map((ms): Mishap => ({ type: 'delay the echo', ms })),
  )
  .map((one) =>
    fault(`next message: ${one.type}${'ms' in one ? ` by ${one.ms} ms` : ''}`, ({ server }) => server.expect(one)),
  );

const isThere = (at: Place) => (world: World) => world.tabs.has(at);
const isFrozen = (at: Place) => (world: World) => world.tabs.get(at)?.isFrozen ?? false;

const open = place.map(
  (at) =>
    new Step(
      `${at} opens`,
      (world) => world.open(at),
      (world) => !world.tabs.has(at),
    ),
);
const crash = place.map((at) => fault(`${at} crashes`, (world) => world.crash(at), isThere(at)));
const leave = place.map((at) => fault(`${at} leaves`, (world) => world.leave(at), isOpen(at)));
const reload = place.map((at) =>
  fault(
    `${at} reloads`,
    (world) => {
      world.counts.reloads += 1;
      world.leave(at);
      world.open(at);
    },
    isOpen(at),
  ),
);
const moment = fc
  .tuple(place, fc.constantFrom<PageMoment>('hidden', 'visible', 'frozen'))
  .map(([at, what]) => fault(`${at} is ${what}`, (world) => world.tell(at, what), isOpen(at)));
const restore = place.map((at) => new Step(`${at} is restored`, (world) => world.tell(at, 'restored'), isFrozen(at)));

const device = fc
  .tuple(place, fc.boolean())
  .map(([at, online]) =>
    fault(
      `the device says to ${at}: ${online ? 'online' : 'offline'}`,
      (world) => world.tabs.get(at)?.hear(online),
      isThere(at),
    ),
  );

const scroll = fc
  .tuple(place, fc.constantFrom(...ROOMS))
  .map(
    ([at, roomId]) =>
      new Step(
        `${at} scrolls up in ${roomId}`,
        ({ tabs }) => tabs.get(at)?.session.request('load-older', { roomId }),
        isOpen(at),
      ),
  );

/** What happens, and how often. */
export const STEPS = fc.oneof(
  { weight: 12, arbitrary: send },
  { weight: 10, arbitrary: wait },
  { weight: 1, arbitrary: retry },
  { weight: 1, arbitrary: scroll },
  { weight: 1, arbitrary: discard },
  { weight: 2, arbitrary: cut },
  { weight: 1, arbitrary: condition },
  { weight: 2, arbitrary: heal },
  { weight: 1, arbitrary: stall },
  { weight: 1, arbitrary: slow },
  { weight: 1, arbitrary: crashServer },
  { weight: 2, arbitrary: startServer },
  { weight: 2, arbitrary: mishap },
  { weight: 2, arbitrary: open },
  { weight: 1, arbitrary: crash },
  { weight: 1, arbitrary: leave },
  { weight: 2, arbitrary: reload },
  { weight: 1, arbitrary: moment },
  { weight: 1, arbitrary: restore },
  { weight: 1, arbitrary: device },
);
