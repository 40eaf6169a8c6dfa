import type { PageMoment } from '../../../src/platform/page.ts';
import type { SessionOptions } from '../../../src/session/session.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import type { Backend } from './backends.ts';
import { Chance } from './chance.ts';
import { Line } from './line.ts';
import { type Person, ROOMS, WIRE_ROOMS } from './people.ts';
import { SimulatedServer } from './simulated-server.ts';
import { type Seams, Tab } from './tab.ts';
import { VirtualTime } from './virtual-time.ts';

/** Where a tab can be open. */
export const PLACES = ['ada 1', 'ada 2', 'grace'] as const;
export type Place = (typeof PLACES)[number];

const PERSON: Readonly<Record<Place, Person>> = { 'ada 1': 'ada', 'ada 2': 'ada', grace: 'grace' };

/** So many operations on the device may go before a message is written. */
const WRITES = 10;

/** A message that a person sent. */
export interface Sent {
  readonly person: Person;
  readonly place: Place;
  readonly tab: Tab;
  readonly roomId: string;
  readonly body: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** It was shown as failed once: its place in the order is where it was sent again. */
  hasFailed: boolean;
  isDiscarded: boolean;
  /** It was not confirmed when its page was frozen: another page may have sent it, and the first one may not know that. */
  isHandedOver: boolean;
  /** Something went wrong before it was known to be saved: a bare backend may have saved it, or not. */
  isUncertain: boolean;
  /** Its tab crashed so soon that it may not have been written yet: nobody can help that. */
  isExcused: boolean;
}

export interface WorldOptions {
  readonly backend: Backend;
  readonly seed: number;
  readonly seams?: Seams;
}

/** Two people, their devices and tabs, the lines between them and the server, and one time for all. */
export class World {
  readonly backend: Backend;
  readonly time = new VirtualTime();
  readonly server: SimulatedServer;
  readonly tabs = new Map<Place, Tab>();
  readonly sent: Sent[] = [];
  readonly counts = { cuts: 0, reloads: 0 };
  /** Errors that a browser would have shown in its console. */
  readonly reported: unknown[] = [];
  readonly #chance: Chance;
  readonly #seams: Seams;
  readonly #devices: Readonly<Record<Person, FakeDevice>> = { ada: new FakeDevice(), grace: new FakeDevice() };
  readonly #lines: ReadonlyMap<Place, Line>;
  readonly #storageMs: number;
  #ids = 0;

  constructor({ backend, seed, seams = {} }: WorldOptions) {
    this.backend = backend;
    this.#seams = seams;
    this.#chance = new Chance(seed);
    this.#storageMs = this.#chance.happens(0.5) ? 0 : this.#chance.upTo(60);
    this.server = new SimulatedServer(backend, WIRE_ROOMS, this.time, new Chance(seed + 1));
    this.#lines = new Map(
      PLACES.map((place, index) => [place, new Line(this.time, this.server, new Chance(seed + 2 + index))]),
    );
    this.open('ada 1');
    this.open('grace');
  }

  get devices(): readonly FakeDevice[] {
    return Object.values(this.#devices);
  }

  line(place: Place): Line {
    const line = this.#lines.get(place);
    if (!line) throw new Error(`no line at ${place}`);
    return line;
  }

  open(place: Place): void {
    if (this.tabs.has(place)) return;
    const person = PERSON[place];
    const tab = new Tab({
      person,
      device: this.#devices[person],
      line: this.line(place),
      time: this.time,
      createId: () => {
        this.#ids += 1;
        return `id-${this.#ids}`;
      },
      storageLatency: () => this.#chance.upTo(this.#storageMs),
      session: this.#sessionOptions,
      seams: this.#seams,
    });
    tab.session.observe({
      acted: (action) => {
        if (action.type === 'message-failed') this.#noteFailure(action.key);
        // On a slow line the session itself may give a connection up.
        if (action.type === 'connection-changed' && action.connection.status !== 'online') this.doubtPending();
      },
    });
    this.tabs.set(place, tab);
  }

  get #sessionOptions(): Partial<SessionOptions> {
    return this.backend.echoesClientId ? { protocol: { sendClientId: true } } : {};
  }

  send(place: Place, roomId: string, body: string): void {
    const tab = this.tabs.get(place);
    if (!tab) return;
    const before = new Set(tab.thread(roomId).map(({ key }) => key));
    tab.session.request('send', { roomId, body });
    const shown = tab.thread(roomId).filter(({ key }) => !before.has(key));
    const [entry] = shown;
    if (shown.length !== 1 || entry?.status !== 'pending') throw new Error(`"${body}" was sent and is not shown`);
    const { person } = tab;
    const { key } = entry;
    const isUncertain = this.server.expectsMishap || this.line(place).isStalled;
    const flags = { hasFailed: false, isDiscarded: false, isHandedOver: false, isUncertain, isExcused: false };
    this.sent.push({ person, place, tab, roomId, body, key, at: this.time.now(), ...flags });
  }

  /**
   * A text for a message: a new one, the same again on purpose, or what another one said. On a backend that tells no
   * client ids nobody could tell apart what two pages of one person say at the same time, so there it is new.
   */
  text(kind: string, place: Place, roomId: string): string {
    const tab = this.tabs.get(place);
    const isKnownById = this.backend.echoesClientId ?? this.backend.capabilities?.includes('ack') ?? false;
    const found = this.sent.findLast((one) => {
      if (one.roomId !== roomId) return false;
      if (one.person !== tab?.person) return kind === 'theirs';
      return kind === 'same' && (one.tab === tab || isKnownById);
    });
    const isTakenElsewhere = this.sent.some(
      (one) => one.body === found?.body && one.person === tab?.person && one.tab !== tab,
    );
    return found && !(isTakenElsewhere && !isKnownById) ? found.body : `text ${this.sent.length + 1}`;
  }

  /** Everybody looks at an open page. */
  wake(): void {
    for (const tab of this.tabs.values()) if (tab.isFrozen) tab.tell('restored');
    this.open('ada 1');
    this.open('grace');
    for (const tab of this.tabs.values()) tab.tell('visible');
  }

  /** Own messages that failed, as they are on screen. */
  failed(place: Place): readonly { readonly roomId: string; readonly key: string }[] {
    const tab = this.tabs.get(place);
    if (!tab) return [];
    return ROOMS.flatMap((roomId) =>
      tab
        .thread(roomId)
        .filter(({ status }) => status === 'failed')
        .map(({ key }) => ({ roomId, key })),
    );
  }

  retry(place: Place, roomId: string, key: string): void {
    this.#noteFailure(key);
    this.tabs.get(place)?.session.request('retry-message', { roomId, key });
  }

  discard(place: Place, roomId: string, key: string): void {
    for (const sent of this.sent) if (sent.key === key) sent.isDiscarded = true;
    this.tabs.get(place)?.session.request('discard-message', { roomId, key });
  }

  tell(place: Place, moment: PageMoment): void {
    if (moment === 'frozen') for (const sent of this.#unconfirmed(place)) sent.isHandedOver = true;
    this.tabs.get(place)?.tell(moment);
  }

  /** The person closes the tab, or goes to another page in it. */
  leave(place: Place): void {
    this.tell(place, 'hidden');
    this.tell(place, 'frozen');
    this.crash(place);
  }

  /** The tab is gone without a word. */
  crash(place: Place): void {
    const tab = this.tabs.get(place);
    if (!tab) return;
    this.doubtPending();
    this.tabs.delete(place);
    tab.crash();
    const keys = [...tab.device.values.keys()];
    const writingSince = (tab.frozenAt ?? this.time.now()) - WRITES * this.#storageMs;
    for (const sent of this.sent) {
      const isKept = keys.some((key) => key.includes(sent.key));
      if (sent.tab === tab && !isKept && sent.at > writingSince) sent.isExcused = true;
    }
  }

  /** Whatever has just happened: what is not known to be saved by now may be saved twice by a bare backend. */
  doubtPending(): void {
    for (const place of PLACES) for (const sent of this.#unconfirmed(place)) sent.isUncertain = true;
  }

  #unconfirmed(place: Place): readonly Sent[] {
    const tab = this.tabs.get(place);
    return this.sent.filter((sent) => {
      const entry = tab?.thread(sent.roomId).find(({ key }) => key === sent.key);
      return sent.place === place && entry?.status !== 'sent';
    });
  }

  #noteFailure(key: string): void {
    for (const sent of this.sent) if (sent.key === key) sent.hasFailed = sent.isUncertain = true;
  }
}
