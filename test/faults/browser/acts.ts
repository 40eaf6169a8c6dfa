import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { CrashPoint } from './crash-point.ts';
import type { Person, Tab } from './people.ts';
import type { Scene } from './scene.ts';
import type { Said } from './verdict.ts';

type Name = 'ada' | 'grace';
type Direction = 'up' | 'down';

/** One thing that a person, a network or the server does. Plain, so that a sequence can be printed and read. */
export type Act =
  | { readonly does: 'say'; readonly who: Name; readonly tab: number; readonly times: number }
  | { readonly does: 'say and crash'; readonly who: Name; readonly tab: number }
  | { readonly does: 'reload' | 'crash' | 'close' | 'leave and return'; readonly who: Name; readonly tab: number }
  | { readonly does: 'open a tab' | 'try again'; readonly who: Name }
  | { readonly does: 'go offline' | 'come back'; readonly who: Name }
  | { readonly does: 'cut'; readonly who: Name; readonly how: 'reset' | 'end' }
  | { readonly does: 'lose' | 'delay' | 'throttle' | 'reset later'; readonly who: Name; readonly direction: Direction }
  | { readonly does: 'refuse' | 'heal'; readonly who: Name }
  | { readonly does: 'kill the server' | 'start the server' }
  | { readonly does: 'crash the server'; readonly at: CrashPoint }
  | { readonly does: 'wait'; readonly ms: number };

const who = fc.constantFrom<Name>('ada', 'grace');
const tab = fc.nat({ max: 1 });
const direction = fc.constantFrom<Direction>('up', 'down');

const act = fc.oneof<fc.WeightedArbitrary<Act>[]>(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('say'), who, tab, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('say and crash'), who, tab }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('reload'), who, tab }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('crash', 'close'), who, tab }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave and return'), who, tab }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('open a tab', 'try again'), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('go offline', 'come back'), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('cut'), who, how: fc.constantFrom('reset', 'end') }) },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('lose', 'delay', 'throttle', 'reset later'), who, direction }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('refuse', 'heal'), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('kill the server', 'start the server') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('crash the server'),
      at: fc.constantFrom('before commit', 'after commit'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait'), ms: fc.constantFrom(20, 100, 500) }) },
);

const acts = fc.array(act, { minLength: 6, maxLength: 14 });

/** The same seed gives the same sequence. */
export function sequenceOf(seed: number): readonly Act[] {
  return fc.sample(acts, { seed, numRuns: 1 })[0] ?? [];
}

/** Lets a sequence happen, and writes down what was said. */
export class Performance {
  readonly said: Said[] = [];
  readonly #scene: Scene;
  /** By tab: their names outlive a reload. */
  readonly #names = new Map<Tab, string>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async play(sequence: readonly Act[]): Promise<void> {
    for (const each of sequence) {
      if ('tab' in each) await this.#atTab(each, this.#scene[each.who]);
      else if ('who' in each) await this.#atPerson(each, this.#scene[each.who]);
      else await this.#elsewhere(each);
    }
  }

  async #atTab(each: Extract<Act, { tab: number }>, person: Person): Promise<void> {
    const tab = await person.tab(each.tab);
    switch (each.does) {
      case 'say':
        for (let times = 0; times < each.times; times += 1) await this.#say(tab, person, true);
        break;
      case 'say and crash':
        await this.#say(tab, person, false);
        await person.crash(tab);
        break;
      case 'reload':
        await person.reload(tab);
        break;
      case 'crash':
        await person.crash(tab);
        break;
      case 'close':
        await person.close(tab);
        break;
      case 'leave and return':
        await person.leaveAndReturn(tab, this.#scene.theatre.elsewhere);
        break;
    }
  }

  /** Somebody who cannot write yet, because the list of rooms has not come, says nothing. */
  async #say(tab: Tab, person: Person, isCertain: boolean): Promise<void> {
    if (!(await tab.canWrite())) return;
    const text = `${person.user.name} ${this.said.length + 1}`;
    if (isCertain) await tab.say(text);
    else await tab.press(text);
    this.said.push({ text, tab: this.#nameOf(tab, person), isCertain });
  }

  #nameOf(tab: Tab, { user }: Person): string {
    const name = this.#names.get(tab) ?? `${user.name} ${this.#names.size + 1}`;
    this.#names.set(tab, name);
    return name;
  }

  async #atPerson(each: Exclude<Extract<Act, { who: Name }>, { tab: number }>, person: Person): Promise<void> {
    const { proxy, tabs } = person;
    switch (each.does) {
      case 'open a tab':
        if (tabs.length < 2) await person.openTab();
        break;
      case 'try again':
        for (const tab of tabs) await tab.tryAgain();
        break;
      case 'go offline':
        await person.goOffline();
        break;
      case 'come back':
        await person.comeBack();
        break;
      case 'cut':
        proxy.cut(each.how);
        break;
      case 'lose':
        proxy[each.direction].isLost = true;
        break;
      case 'delay':
        proxy[each.direction].delayMs = 200;
        break;
      case 'throttle':
        proxy[each.direction].bytesPerSecond = 4000;
        break;
      case 'reset later':
        proxy[each.direction].resetAfter = 300;
        break;
      case 'refuse':
        proxy.isRefusing = true;
        break;
      case 'heal':
        proxy.heal();
        break;
    }
  }

  async #elsewhere(each: Exclude<Act, { who: Name }>): Promise<void> {
    const { server } = this.#scene.backend;
    if (each.does === 'wait') await pause(each.ms);
    else if (each.does === 'crash the server') server.crashAt(each.at);
    else if (each.does === 'kill the server') await server.kill();
    else await server.start();
  }
}

/** One act a line. */
export function described(sequence: readonly Act[]): string {
  return sequence.map((each, index) => `  ${index + 1}. ${Object.values(each).join(', ')}`).join('\n');
}
