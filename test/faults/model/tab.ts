import type { Connection } from '../../../src/connection/connection.ts';
import type { Clock } from '../../../src/platform/clock.ts';
import type { PageMoment } from '../../../src/platform/page.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { User } from '../../../src/protocol/model.ts';
import { createSession, type OwnedSession } from '../../../src/session/create-session.ts';
import type { SessionOptions } from '../../../src/session/session.ts';
import type { MessageEntry } from '../../../src/store/state.ts';
import type { FakeDevice } from '../../support/fake-device.ts';
import { FakePlatform } from '../../support/fake-platform.ts';
import type { Line } from './line.ts';
import { PageStorage } from './page-storage.ts';
import { PEOPLE, type Person } from './people.ts';
import { SimulatedConnection } from './simulated-connection.ts';
import { PageClock, type VirtualTime } from './virtual-time.ts';

/** Where a planted bug gets in: what it is given is what a session would have got. */
export interface Seams {
  readonly connection?: (connection: Connection, user: User, clock: Clock) => Connection;
  readonly storage?: (storage: Platform['storage']) => Platform['storage'];
}

export interface TabOptions {
  readonly person: Person;
  readonly device: FakeDevice;
  readonly line: Line;
  readonly time: VirtualTime;
  readonly createId: () => string;
  /** Milliseconds that the next operation on the device's storage takes. */
  readonly storageLatency: () => number;
  readonly session: Partial<SessionOptions>;
  readonly seams: Seams;
}

/** A page with a session of its own, from its loading to its end. */
export class Tab {
  readonly person: Person;
  readonly device: FakeDevice;
  readonly line: Line;
  readonly session: OwnedSession;
  /** Epoch milliseconds; undefined while it is not frozen. */
  frozenAt: number | undefined;
  readonly #clock: PageClock;
  readonly #platform: FakePlatform;

  constructor({ person, device, line, time, createId, storageLatency, session, seams }: TabOptions) {
    this.person = person;
    this.device = device;
    this.line = line;
    this.#clock = new PageClock(time);
    this.#platform = new FakePlatform(device);
    const { open } = new PageStorage(device.storage, this.#clock, storageLatency);
    const { page, network, locks } = this.#platform;
    const storage = seams.storage?.(open) ?? open;
    const platform: Platform = { clock: this.#clock, page, network, locks, storage, createId };
    const connection = new SimulatedConnection(platform, line);
    const options = {
      serverUrl: 'http://127.0.0.1/',
      user: PEOPLE[person],
      presenceInterval: 0,
      storage: 'local' as const,
      ...session,
    };
    this.session = createSession(
      options,
      platform,
      () => seams.connection?.(connection, options.user, this.#clock) ?? connection,
    );
    this.session.connect();
  }

  get isFrozen(): boolean {
    return this.frozenAt !== undefined;
  }

  /** A thread as it is on screen. */
  thread(roomId: string): readonly MessageEntry[] {
    const { order = [], entries } = this.session.state.messages.get(roomId) ?? {};
    return order.map((key) => {
      const entry = entries?.get(key);
      if (!entry) throw new Error(`${key} has a place in the thread and is not there`);
      return entry;
    });
  }

  tell(moment: PageMoment): void {
    if (moment === 'frozen') {
      this.#platform.page.tell(moment);
      this.frozenAt = this.#clock.now();
      this.#clock.freeze();
    } else if (moment === 'restored') {
      this.frozenAt = undefined;
      this.#clock.thaw();
      this.#platform.page.tell(moment);
    } else if (!this.isFrozen) this.#platform.page.tell(moment);
  }

  /** The device says whether it has a network. */
  hear(online: boolean): void {
    if (!this.isFrozen) this.#platform.network.change(online);
  }

  /** It is gone from one moment to the next: nothing is said to anybody. */
  crash(): void {
    this.#clock.stop();
    this.#platform.page.listeners.clear();
    this.#platform.network.listeners.clear();
    this.line.abandon();
    this.#platform.locks.crash();
  }
}
