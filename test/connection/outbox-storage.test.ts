import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { OutboxStorage } from '../../src/connection/outbox-storage.ts';
import { Turns } from '../../src/connection/turns.ts';
import type { KeyedStorage } from '../../src/platform/storage.ts';
import type { UnsentMessage } from '../../src/protocol/model.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { ada, message } from '../support/fixtures.ts';

const NAMESPACE = 'ada at home';

const unsent = (clientId: string, changes: Partial<UnsentMessage> = {}): UnsentMessage => ({
  message: { ...message({ id: clientId, sender: ada }), clientId },
  ...changes,
});
const idsOf = (adopted: readonly UnsentMessage[]) => adopted.map(({ message: { clientId } }) => clientId);

/** All that can happen without time. */
async function settle(): Promise<void> {
  for (let times = 0; times < 20; times += 1) await Promise.resolve();
}

interface PageOptions {
  readonly isShared?: boolean;
  readonly hasLocks?: boolean;
  /** Stands between the page and its storage and locks, for instance to let them wait. */
  readonly through?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A page of the device; `open` is what a session does first. */
function pageOf(
  device: FakeDevice,
  { isShared = true, hasLocks = true, through = (work) => work() }: PageOptions = {},
) {
  const platform = new FakePlatform(device);
  platform.locks.supported = hasLocks;
  const kept = platform.storage(isShared ? 'local' : 'session', NAMESPACE);
  const storage: KeyedStorage = {
    entries: () => through(() => kept.entries()),
    set: (key, value) => through(() => kept.set(key, value)),
    remove: (key) => through(() => kept.remove(key)),
    clear: () => through(() => kept.clear()),
    watch: (key, changed) => kept.watch(key, changed),
  };
  const locks = {
    supported: hasLocks,
    take: (name: string) => through(() => platform.locks.take(name)),
  };
  const outbox = new OutboxStorage({
    storage,
    namespace: NAMESPACE,
    isShared,
    locks,
    turns: new Turns(platform.clock),
    createId: platform.createId,
  });
  const open = async () => {
    await outbox.begin();
    return idsOf(await outbox.adopt());
  };
  return {
    platform,
    outbox,
    open,
    crash: () => {
      platform.locks.crash();
    },
  };
}

describe('OutboxStorage', () => {
  it('brings back what a page has left, in the order of writing, with all that is known of it', async () => {
    const device = new FakeDevice();
    const before = pageOf(device);
    expect(await before.open()).to.deep.equal([]);
    const departure = { after: { id: 'm', createdAt: 1 }, withClientId: true };
    const messages = [unsent('b'), unsent('a', { departure }), unsent('c', { failure: { code: 'x', message: 'No.' } })];
    for (const each of messages) expect(await before.outbox.put(each)).to.equal(true);
    before.crash();
    const after = pageOf(device);
    await after.outbox.begin();
    const adopted = await after.outbox.adopt();
    expect(
      adopted.map(({ message, departure, failure }) => ({
        message,
        ...(departure && { departure }),
        ...(failure && { failure }),
      })),
    ).to.deep.equal(messages);
    expect(await after.outbox.adopt()).to.deep.equal([]);
    expect([...((await after.outbox.owned()) ?? [])]).to.have.members(['a', 'b', 'c']);
  });

  it('keeps the order of messages of the same millisecond, also when one was written again', async () => {
    const device = new FakeDevice();
    const before = pageOf(device);
    await before.open();
    const messages = ['3', '1', '2'].map((id) => {
      const { message } = unsent(id);
      return { message: { ...message, createdAt: 7 } };
    });
    for (const each of messages) await before.outbox.put(each);
    await before.outbox.put({ ...messages[0]!, departure: { withClientId: false } });
    before.crash();
    expect(await pageOf(device).open()).to.deep.equal(['3', '1', '2']);
  });

  it('takes nothing from a page that lives', async () => {
    const device = new FakeDevice();
    const [one, other] = [pageOf(device), pageOf(device)];
    await one.open();
    await one.outbox.put(unsent('a'));
    expect(await other.open()).to.deep.equal([]);
    expect([...((await one.outbox.owned()) ?? [])]).to.deep.equal(['a']);
    one.crash();
    expect(idsOf(await other.outbox.adopt())).to.deep.equal(['a']);
  });

  it('gives a message to one of the pages that come at the same time', async () => {
    const device = new FakeDevice();
    const before = pageOf(device);
    await before.open();
    await before.outbox.put(unsent('a'));
    before.crash();
    const pages = [pageOf(device), pageOf(device), pageOf(device)];
    const adopted = await Promise.all(pages.map(({ open }) => open()));
    expect(adopted.flat()).to.deep.equal(['a']);
  });

  it('loses nothing when the page that takes over crashes as well', async () => {
    const device = new FakeDevice();
    for (let last = 0; last < 12; last += 1) {
      device.kept.clear();
      const before = pageOf(device);
      await before.open();
      for (const id of ['a', 'b', 'c']) await before.outbox.put(unsent(id));
      before.crash();
      let operations = 0;
      const heir = pageOf(device, {
        through: (work) => (operations++ < last ? work() : new Promise(() => undefined)),
      });
      void heir.open();
      for (let times = 0; times < 5; times += 1) await settle();
      heir.crash();
      expect(await pageOf(device).open(), `after ${last} operations`).to.have.members(['a', 'b', 'c']);
    }
  });

  it('lets others have what waits while the page is frozen, and owns it again when it comes back before them', async () => {
    const device = new FakeDevice();
    const [one, other] = [pageOf(device), pageOf(device)];
    await one.open();
    await one.outbox.put(unsent('a'));
    one.outbox.suspend();
    expect(await one.open()).to.deep.equal(['a']);
    expect(await other.open()).to.deep.equal([]);
    one.outbox.suspend();
    await one.outbox.owned();
    expect(idsOf(await other.outbox.adopt())).to.deep.equal(['a']);
    expect(await one.open()).to.deep.equal([]);
    expect([...((await one.outbox.owned()) ?? [])]).to.deep.equal([]);
  });

  it('removes what is proven to be saved, whatever was still to be written of it', async () => {
    const device = new FakeDevice();
    const { outbox, open, crash } = pageOf(device);
    await open();
    void outbox.put(unsent('a'));
    outbox.remove('a');
    await outbox.owned();
    expect(device.values.size).to.equal(0);
    crash();
    expect(await pageOf(device).open()).to.deep.equal([]);
  });

  it('leaves nothing of anybody when it is told to forget, and a late message writes nothing', async () => {
    const device = new FakeDevice();
    const [one, other] = [pageOf(device), pageOf(device)];
    await one.open();
    await other.open();
    await other.outbox.put(unsent('of the other page'));
    const puts = [one.outbox.put(unsent('a')), one.outbox.put(unsent('b'))];
    const forgotten = one.outbox.forget();
    const late = one.outbox.put(unsent('late'));
    expect(await Promise.all([...puts, late])).to.deep.equal([true, true, false]);
    await forgotten;
    expect(device.values.size).to.equal(0);
    expect(await one.outbox.put(unsent('later'))).to.equal(false);
    expect(device.values.size).to.equal(0);
    expect([...device.held]).to.have.length(1);
  });

  it('does not say that it has forgotten what it could not remove', async () => {
    const device = new FakeDevice();
    const { outbox, open } = pageOf(device);
    await open();
    device.denies = true;
    const result = await outbox.forget().then(
      () => 'forgotten',
      () => 'rejected',
    );
    expect(result).to.equal('rejected');
  });

  it('gives its name back when it is closed, and writes nothing any more', async () => {
    const device = new FakeDevice();
    const { outbox, open } = pageOf(device);
    await open();
    await outbox.put(unsent('a'));
    outbox.close();
    expect(await outbox.put(unsent('late'))).to.equal(false);
    expect(device.held.size).to.equal(0);
    expect(await pageOf(device).open()).to.deep.equal(['a']);
  });
});

describe('OutboxStorage, of one tab', () => {
  const inTab = { isShared: false };

  it('brings back what was there before the reload', async () => {
    const device = new FakeDevice();
    const before = pageOf(device, inTab);
    await before.open();
    await before.outbox.put(unsent('a'));
    before.outbox.close();
    await before.outbox.owned();
    expect(await pageOf(device, inTab).open()).to.deep.equal(['a']);
  });

  it('brings it back without locks as well', async () => {
    const device = new FakeDevice();
    const without = { isShared: false, hasLocks: false };
    const before = pageOf(device, without);
    await before.open();
    await before.outbox.put(unsent('a'));
    expect(await pageOf(device, without).open()).to.deep.equal(['a']);
    expect(device.held.size).to.equal(0);
  });

  it('forgets the copies that a duplicated tab has of what the first one sends', async () => {
    const device = new FakeDevice();
    const first = pageOf(device, inTab);
    await first.open();
    await first.outbox.put(unsent('a'));
    // The browser copies the storage of the tab; the locks are those of the origin.
    const copy = new FakeDevice();
    for (const [name, values] of device.kept) copy.kept.set(name, new Map(values));
    for (const name of device.held) copy.held.add(name);
    copy.createId();
    const second = pageOf(copy, inTab);
    expect(await second.open()).to.deep.equal([]);
    expect(copy.values.size).to.equal(0);
    expect(device.values.size).to.equal(1);
    second.crash();
    expect(await pageOf(copy, inTab).open()).to.deep.equal([]);
  });
});

describe('OutboxStorage, on a difficult device', () => {
  it('ignores what it has not written', async () => {
    const device = new FakeDevice();
    const storage = device.storage('local', NAMESPACE);
    const good = { owner: 'gone', number: 1, ...unsent('good') };
    const { message: fine } = good;
    const corrupt: [key: string, value: unknown][] = [
      ['message null', null],
      ['message text', 'text'],
      ['message empty', {}],
      ['message without-owner', { message: fine }],
      ['message without-message', { owner: 'gone', number: 1 }],
      ['message without-sender', { ...good, message: { ...fine, sender: undefined } }],
      ['message without-id', { ...good, message: { ...fine, clientId: undefined } }],
      ['message without-room', { ...good, message: { ...fine, roomId: 5 } }],
      ['message without-time', { ...good, message: { ...fine, createdAt: 'today' } }],
      ['message without-text', { ...good, message: { ...fine, body: null } }],
      ['draft room-1', { ...good }],
    ];
    for (const [key, value] of corrupt) await storage.set(key, value);
    await storage.set('message good', good);
    expect(await pageOf(device).open()).to.deep.equal(['good']);
  });

  it('says that nothing is kept where storage is denied', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const { outbox, open } = pageOf(device);
    expect(await open()).to.deep.equal([]);
    expect(await outbox.put(unsent('a'))).to.equal(false);
    outbox.remove('a');
    device.denies = false;
    expect(await outbox.put(unsent('a'))).to.equal(true);
  });

  it('does not wait long for storage that does not answer', async () => {
    const { outbox, platform } = pageOf(new FakeDevice(), { through: () => new Promise(() => undefined) });
    const done = Promise.all([outbox.begin(), outbox.adopt(), outbox.put(unsent('a'))]);
    for (let seconds = 0; seconds < 2; seconds += 1) {
      await settle();
      platform.clock.pass(1000);
    }
    expect((await done).slice(1)).to.deep.equal([[], false]);
  });
});

describe('OutboxStorage, among pages that come, go, freeze and crash at any moment', () => {
  type Step = 'open' | 'write' | 'adopt' | 'remove' | 'crash' | 'freeze' | 'restore';
  const steps = fc.array(
    fc.record({
      step: fc.constantFrom<Step>(
        'open',
        'open',
        'write',
        'write',
        'write',
        'adopt',
        'remove',
        'crash',
        'freeze',
        'restore',
      ),
      which: fc.nat(50),
      /** How many operations of storage and locks end before the next step. */
      pause: fc.nat(6),
    }),
    { maxLength: 40 },
  );

  class ModelPage {
    /** What it may send now. */
    readonly claims = new Set<string>();
    state: 'running' | 'frozen' | 'crashed' = 'running';
    readonly parts: ReturnType<typeof pageOf>;

    constructor(device: FakeDevice, scheduler: fc.Scheduler) {
      this.parts = pageOf(device, {
        through: async (work) => {
          await scheduler.schedule(Promise.resolve());
          // What is gone does not go on; what it was about to do is not done.
          return this.state === 'crashed' ? new Promise(() => undefined) : work();
        },
      });
    }
  }

  class World {
    readonly device = new FakeDevice();
    readonly pages: ModelPage[] = [];
    readonly written = new Set<string>();
    readonly removed = new Map<string, ModelPage>();
    readonly #scheduler: fc.Scheduler;
    #count = 0;

    constructor(scheduler: fc.Scheduler) {
      this.#scheduler = scheduler;
    }

    step(step: Step, which: number): void {
      if (step === 'open') this.#open();
      const candidates = this.pages.filter(({ state }) => state === (step === 'restore' ? 'frozen' : 'running'));
      const page = candidates[which % candidates.length];
      if (!page) return;
      const { outbox } = page.parts;
      if (step === 'write') this.#write(page);
      else if (step === 'adopt') void this.#adopt(page);
      else if (step === 'remove') this.#remove(page, which);
      else if (step === 'crash') {
        page.state = 'crashed';
        page.parts.crash();
      } else if (step === 'freeze') {
        page.state = 'frozen';
        outbox.suspend();
      } else if (step === 'restore') void this.#restore(page);
    }

    #open(): void {
      const page = new ModelPage(this.device, this.#scheduler);
      this.pages.push(page);
      void page.parts.outbox.begin();
      void this.#adopt(page);
    }

    #write(page: ModelPage): void {
      const id = `message-${(this.#count += 1)}`;
      page.claims.add(id);
      void page.parts.outbox.put(unsent(id)).then((isKept) => {
        if (isKept) this.written.add(id);
      });
    }

    #remove(page: ModelPage, which: number): void {
      const id = [...page.claims][which % page.claims.size];
      if (id === undefined) return;
      page.claims.delete(id);
      this.removed.set(id, page);
      page.parts.outbox.remove(id);
    }

    async #adopt(page: ModelPage): Promise<void> {
      for (const id of idsOf(await page.parts.outbox.adopt())) this.#claim(page, id);
    }

    async #restore(page: ModelPage): Promise<void> {
      page.state = 'running';
      page.claims.clear();
      const { outbox } = page.parts;
      void outbox.begin();
      void this.#adopt(page);
      for (const id of (await outbox.owned()) ?? []) this.#claim(page, id);
    }

    #claim(page: ModelPage, id: string): void {
      if (page.state !== 'running') return;
      page.claims.add(id);
      const holders = this.pages.filter(({ state, claims }) => state === 'running' && claims.has(id));
      expect(holders.length, `${id} is sent by ${holders.length} pages`).to.equal(1);
    }
  }

  it('has each message sent by one page at most, and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, async (scheduler, all) => {
        const world = new World(scheduler);
        for (const { step, which, pause } of all) {
          world.step(step, which);
          for (let times = 0; times < pause; times += 1) {
            await settle();
            if (scheduler.count() > 0) await scheduler.waitNext(1);
          }
        }
        await scheduler.waitIdle();
        const { device, pages, removed, written } = world;
        for (const page of pages) page.parts.crash();
        const last = await pageOf(device).open();
        const gone = [...removed].filter(([, { state }]) => state !== 'crashed').map(([id]) => id);
        expect(new Set(last).size).to.equal(last.length);
        expect(last).to.include.members([...written].filter((id) => !removed.has(id)));
        for (const id of gone) expect(last).to.not.include(id);
      }),
      { numRuns: 300 },
    );
  });
});
