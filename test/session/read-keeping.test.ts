import { expect } from '@open-wc/testing';
import type { SessionOptions } from '../../src/session/session.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { grace, linus } from '../support/fixtures.ts';
import { settled, wireAda, wiredSession, wireMessage, wireRoom } from '../support/wired-session.ts';

type Wired = ReturnType<typeof wiredSession>;

/** A message of Grace, so many minutes after noon. */
const at = (minute: number, changes: object = {}) => ({
  ...wireMessage(`m${String(minute).padStart(2, '0')}`, `At ${minute}`),
  created_at: `2026-05-04T12:${String(minute).padStart(2, '0')}:00.000Z`,
  ...changes,
});
const listed = (messages: unknown[], changes: object = {}) => ({ ...wireRoom, messages, ...changes });

/** A page that has got this list; the device is asked first, as it nearly always answers first. */
async function pageWith(device: FakeDevice, list: unknown[], options: Partial<SessionOptions> = {}): Promise<Wired> {
  const page = wiredSession({ storage: 'local', ...options }, device);
  page.session.connect();
  page.connection.connect();
  await settled();
  page.connection.receive('set_chats', list);
  await settled();
  return page;
}
const read = ({ session }: Wired, roomId = 'room-1') => {
  session.request('read-room', { roomId });
};
/** What is to be written is written, and the page is gone. */
async function leave({ session }: Wired): Promise<void> {
  session.close();
  await settled();
}
const hear = async ({ connection }: Wired, ...messages: unknown[]) => {
  for (const message of messages) connection.receive('message_broadcast', message);
  await settled();
};
const unread = ({ session }: Wired, roomId = 'room-1') => session.state.rooms.byId.get(roomId)?.unreadCount;
const readKey = ({ session }: Wired) => session.state.rooms.byId.get('room-1')?.readKey;
const keptOn = (device: FakeDevice) => device.values.get('reads') as Record<string, unknown> | undefined;

describe('ReadKeeping', () => {
  it('counts after a reload what was unread before it', async () => {
    const device = new FakeDevice();
    const before = await pageWith(device, [listed([at(1)])]);
    await hear(before, at(2), at(3));
    expect(unread(before)).to.equal(2);
    await leave(before);
    const after = await pageWith(device, [listed([at(1), at(2), at(3)])]);
    expect(unread(after)).to.equal(2);
    expect(readKey(after)).to.equal('m01');
    expect(after.session.state.rooms.unreadCount).to.equal(2);
  });

  it('counts what came while nobody was there, and not what the person wrote elsewhere', async () => {
    const device = new FakeDevice();
    await leave(await pageWith(device, [listed([at(1)])]));
    const after = await pageWith(device, [listed([at(1), at(2), at(3, { user: wireAda })])]);
    expect(unread(after)).to.equal(1);
  });

  it('has nothing unread after a reload where all was read', async () => {
    const device = new FakeDevice();
    const before = await pageWith(device, [listed([at(1)])]);
    await hear(before, at(2));
    read(before);
    await leave(before);
    expect(unread(await pageWith(device, [listed([at(1), at(2)])]))).to.equal(0);
  });

  it('takes all for read where it has never been', async () => {
    expect(unread(await pageWith(new FakeDevice(), [listed([at(1), at(2)])]))).to.equal(0);
  });

  it('counts all of a room that appeared while nobody was there, also when it is the first one', async () => {
    const device = new FakeDevice();
    await leave(await pageWith(device, []));
    expect(unread(await pageWith(device, [listed([at(1), at(2)])]))).to.equal(2);
  });

  it('lets the server have the last word', async () => {
    const device = new FakeDevice();
    await leave(await pageWith(device, [listed([at(1)])]));
    expect(unread(await pageWith(device, [listed([at(1), at(2)], { unread: 0 })]))).to.equal(0);
    expect(unread(await pageWith(device, [listed([at(1), at(2)], { unread: 7 })]))).to.equal(7);
  });

  it('counts the same when the rooms are faster than the device', async () => {
    const device = new FakeDevice();
    await leave(await pageWith(device, [listed([at(1)]), listed([], { room_id: 'told' })]));
    const page = wiredSession({ storage: 'local' }, device);
    page.session.connect();
    page.connection.connect();
    page.connection.receive('set_chats', [
      listed([at(1), at(2)]),
      listed([at(1, { room: 'told' })], { room_id: 'told', unread: 0 }),
    ]);
    expect(unread(page)).to.equal(0);
    await settled();
    expect([unread(page), unread(page, 'told'), readKey(page)]).to.deep.equal([1, 0, 'm01']);
    await leave(page);
    expect(unread(await pageWith(device, [listed([at(1), at(2)])]))).to.equal(1);
  });

  it('knows the place again by its message where the server tells no times', async () => {
    const device = new FakeDevice();
    const timeless = (minute: number) => at(minute, { created_at: undefined });
    await leave(await pageWith(device, [listed([timeless(1), timeless(2)])]));
    const page = wiredSession({ storage: 'local' }, device);
    page.platform.clock.pass(86_400_000);
    page.session.connect();
    page.connection.connect();
    await settled();
    page.connection.receive('set_chats', [listed([timeless(1), timeless(2), timeless(3)])]);
    expect(unread(page)).to.equal(1);
  });

  it('knows at once what was read in another tab, and nothing of a tab that is none of its person', async () => {
    const device = new FakeDevice();
    const list = [listed([at(1)])];
    const [here, there] = [await pageWith(device, list), await pageWith(device, list)];
    const other = await pageWith(device, list, { user: grace });
    const byLinus = { user: { user_id: linus.id, email: linus.email, name: linus.name } };
    here.platform.page.tell('hidden');
    for (const page of [here, there, other]) await hear(page, at(2, byLinus), at(3, byLinus));
    read(there);
    there.platform.clock.pass(500);
    await settled();
    expect([unread(here), unread(other)]).to.deep.equal([0, 2]);
  });

  it('catches up with what was read in another tab when it comes back from the cache, where it hears nothing', async () => {
    const device = new FakeDevice();
    const list = [listed([at(1)])];
    const [here, there] = [await pageWith(device, list), await pageWith(device, list)];
    for (const page of [here, there]) await hear(page, at(2), at(3));
    here.platform.page.tell('frozen');
    read(there);
    there.platform.clock.pass(500);
    await settled();
    expect(unread(here)).to.equal(2);
    here.platform.page.tell('visible');
    await settled();
    expect(unread(here)).to.equal(0);
  });

  it('does not forget what was read further in another tab', async () => {
    const device = new FakeDevice();
    const list = [listed([at(1)])];
    const [behind, ahead] = [await pageWith(device, list), await pageWith(device, list)];
    await hear(ahead, at(2));
    read(ahead);
    await leave(ahead);
    read(behind);
    await leave(behind);
    expect(unread(await pageWith(device, [listed([at(1), at(2)])]))).to.equal(0);
  });

  it('writes after a pause, once, and nothing where nothing changed', async () => {
    const device = new FakeDevice();
    const page = await pageWith(device, [listed([at(1)])]);
    expect(keptOn(device)).to.equal(undefined);
    page.platform.clock.pass(500);
    await settled();
    expect(Object.keys(keptOn(device) ?? {})).to.deep.equal(['room-1']);
    const json = [...device.kept.values()][0]?.get('reads');
    let writes = 0;
    device.kept.forEach((values) => {
      const set = values.set.bind(values);
      values.set = (key, value) => {
        writes += 1;
        return set(key, value);
      };
    });
    read(page);
    page.connection.receive('set_chats', [listed([at(1)])]);
    page.platform.clock.pass(500);
    await settled();
    expect(writes).to.equal(0);
    await hear(page, at(2), at(3));
    read(page);
    page.platform.page.tell('hidden');
    await settled();
    expect(writes).to.equal(1);
    expect([...device.kept.values()][0]?.get('reads')).not.to.equal(json);
  });

  it('keeps five hundred rooms; in the others, what came before those is read', async () => {
    const device = new FakeDevice();
    const rooms = Array.from({ length: 502 }, (_, index) => {
      const created_at = new Date(Date.UTC(2026, 4, 4, 12, 0, index)).toISOString();
      const id = `room-${index}`;
      return listed([at(0, { message_id: `first-${index}`, room: id, created_at })], { room_id: id });
    });
    await leave(await pageWith(device, rooms));
    expect(Object.keys(keptOn(device) ?? {})).to.have.length(501);
    const after = await pageWith(device, rooms);
    expect(after.session.state.rooms.unreadCount).to.equal(0);
    await leave(after);
    const news = listed([at(59, { room: 'room-0' })], { room_id: 'room-0' });
    expect(unread(await pageWith(device, [news, ...rooms.slice(1)]), 'room-0')).to.equal(1);
  });

  for (const [what, value] of [
    ['no record', 'x'],
    ['no places', { 'room-1': 7, 'room-2': { id: 1, createdAt: 'x' }, 'room-3': null }],
  ] as const) {
    it(`can live with what is ${what}`, async () => {
      const device = new FakeDevice();
      await leave(await pageWith(device, [listed([at(1)])]));
      [...device.kept.values()][0]?.set('reads', JSON.stringify(value));
      const page = await pageWith(device, [listed([at(1)])]);
      await leave(page);
      expect(keptOn(device)).to.have.property('room-1');
    });
  }

  it('keeps nothing after a logout, and nothing for anybody else', async () => {
    const device = new FakeDevice();
    const page = await pageWith(device, [listed([at(1)])]);
    const graces = await pageWith(device, [listed([at(1), at(2)])], { user: grace });
    expect(unread(graces)).to.equal(0);
    read(page);
    await page.session.forget();
    page.platform.clock.pass(500);
    await leave(page);
    expect(keptOn(device)).to.equal(undefined);
  });

  it('costs nothing but the counts where the device refuses', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const page = await pageWith(device, [listed([at(1)])]);
    read(page);
    await leave(page);
    device.denies = false;
    expect(unread(await pageWith(device, [listed([at(1), at(2)])]))).to.equal(0);
  });

  it('keeps nothing where nothing is to be stored', async () => {
    const device = new FakeDevice();
    await leave(await pageWith(device, [listed([at(1)])], { storage: 'none' }));
    expect(device.values.size).to.equal(0);
  });
});
