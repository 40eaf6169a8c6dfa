import type { Network } from '../../src/platform/network.ts';
import type { Page, PageMoment } from '../../src/platform/page.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { FakeClock } from './fake-clock.ts';

class FakePage implements Page {
  visible = true;
  readonly listeners = new Set<(moment: PageMoment) => void>();

  subscribe(listener: (moment: PageMoment) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(moment: PageMoment): void {
    if (moment === 'visible' || moment === 'hidden') this.visible = moment === 'visible';
    for (const listener of [...this.listeners]) listener(moment);
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
  #ids = 0;

  readonly createId = (): string => {
    this.#ids += 1;
    return `id-${this.#ids}`;
  };
}
