import type { Network } from '../../src/platform/network.ts';
import type { Page, PageMoment } from '../../src/platform/page.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeDevice, FakeLocks } from './fake-device.ts';

class FakePage implements Page {
  visible = true;
  asksBeforeLeaving = false;
  readonly listeners = new Set<(moment: PageMoment) => void>();

  subscribe(listener: (moment: PageMoment) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(moment: PageMoment): void {
    if (moment === 'visible' || moment === 'hidden') this.visible = moment === 'visible';
    for (const listener of [...this.listeners]) listener(moment);
  }

  askBeforeLeaving(): () => void {
    this.asksBeforeLeaving = true;
    return () => {
      this.asksBeforeLeaving = false;
    };
  }
}

class FakeNetwork implements Network {
  online = true;
  readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  change(online: boolean): void {
    this.online = online;
    for (const listener of [...this.listeners]) listener();
  }
}

/** A browser whose time, page and network a test holds in its hands; ids count up. */
export class FakePlatform implements Platform {
  readonly clock = new FakeClock();
  readonly page = new FakePage();
  readonly network = new FakeNetwork();
  readonly device: FakeDevice;
  readonly locks: FakeLocks;
  readonly storage: FakeDevice['storage'];

  /** @param device what this page shares with the other pages of its origin */
  constructor(device = new FakeDevice()) {
    this.device = device;
    this.locks = new FakeLocks(device.held);
    this.storage = device.storage;
  }

  readonly createId = (): string => this.device.createId();
}
