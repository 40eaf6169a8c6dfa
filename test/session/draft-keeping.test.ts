import { expect } from '@open-wc/testing';
import type { SessionOptions } from '../../src/session/session.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { grace } from '../support/fixtures.ts';
import { settled, wiredSession, wireRoom } from '../support/wired-session.ts';

type Wired = ReturnType<typeof wiredSession>;

async function pageOn(device: FakeDevice, options: Partial<SessionOptions> = {}): Promise<Wired> {
  const page = wiredSession({ storage: 'local', ...options }, device);
  page.session.connect();
  await settled();
  return page;
}
const draft = ({ session }: Wired, text: string, roomId = 'room-1') => {
  session.request('change-draft', { roomId, text });
};
const draftsOf = ({ session }: Wired) => Object.fromEntries(session.state.drafts);
const keptOn = (device: FakeDevice) =>
  Object.fromEntries([...device.values].filter(([key]) => key.startsWith('draft ')));

describe('DraftKeeping', () => {
  it('writes down what was begun, after a pause, once', async () => {
    const device = new FakeDevice();
    const page = await pageOn(device);
    for (const text of ['D', 'De', 'Dea']) {
      draft(page, text);
      page.platform.clock.pass(499);
      await settled();
      expect(keptOn(device)).to.deep.equal({});
    }
    page.platform.clock.pass(1);
    await settled();
    expect(keptOn(device)).to.deep.equal({ 'draft room-1': 'Dea' });
  });

  for (const moment of ['hidden', 'frozen'] as const) {
    it(`does not wait for the pause when the page is ${moment}`, async () => {
      const device = new FakeDevice();
      const page = await pageOn(device);
      draft(page, 'Dear Grace');
      page.platform.page.tell(moment);
      await settled();
      expect(keptOn(device)).to.deep.equal({ 'draft room-1': 'Dear Grace' });
    });
  }

  it('writes down what is there when the session ends, and nothing after that', async () => {
    const device = new FakeDevice();
    const page = await pageOn(device);
    draft(page, 'Dear Grace');
    page.session.close();
    draft(page, 'Too late');
    await settled();
    expect(keptOn(device)).to.deep.equal({ 'draft room-1': 'Dear Grace' });
    expect(page.platform.clock.waiting).to.equal(0);
  });

  it('brings back the drafts of each room, on the next page', async () => {
    const device = new FakeDevice();
    const before = await pageOn(device);
    draft(before, 'Dear Grace');
    draft(before, 'Dear Linus', 'room-2');
    before.session.close();
    const after = await pageOn(device);
    expect(draftsOf(after)).to.deep.equal({ 'room-1': 'Dear Grace', 'room-2': 'Dear Linus' });
  });

  it('brings back none that was emptied', async () => {
    const device = new FakeDevice();
    const before = await pageOn(device);
    draft(before, 'Dear Grace');
    before.platform.clock.pass(500);
    draft(before, '');
    before.session.close();
    await settled();
    expect(device.values.size).to.equal(0);
    expect(draftsOf(await pageOn(device))).to.deep.equal({});
  });

  it('does not overwrite what was written, or emptied, before the device has answered', async () => {
    const device = new FakeDevice();
    const before = await pageOn(device);
    draft(before, 'Old');
    draft(before, 'Old', 'room-2');
    before.session.close();
    await settled();
    const after = wiredSession({ storage: 'local' }, device);
    draft(after, 'New');
    draft(after, 'N', 'room-2');
    draft(after, '', 'room-2');
    await settled();
    expect(draftsOf(after)).to.deep.equal({ 'room-1': 'New' });
    after.platform.clock.pass(500);
    await settled();
    expect(keptOn(device)).to.deep.equal({ 'draft room-1': 'New' });
  });

  it('shows nobody the drafts of somebody else', async () => {
    const device = new FakeDevice();
    const page = await pageOn(device);
    draft(page, 'Dear Grace');
    page.session.close();
    expect(draftsOf(await pageOn(device, { user: grace }))).to.deep.equal({});
    expect(draftsOf(await pageOn(device, { serverUrl: 'http://127.0.0.1:8080' }))).to.deep.equal({});
  });

  it('ignores what it has not written', async () => {
    const device = new FakeDevice();
    const before = await pageOn(device);
    draft(before, 'Dear Grace');
    before.session.close();
    await settled();
    for (const values of device.kept.values()) {
      values.set('draft room-2', '{"text":"no text"}');
      values.set('draft room-3', 'null');
      values.set('other room-4', '"text"');
    }
    expect(draftsOf(await pageOn(device))).to.deep.equal({ 'room-1': 'Dear Grace' });
  });

  it('forgets the draft of a room that is gone', async () => {
    const device = new FakeDevice();
    const page = await pageOn(device);
    page.online();
    draft(page, 'Dear Grace');
    page.platform.clock.pass(500);
    page.connection.receive('set_chats', [{ ...wireRoom, room_id: 'room-2' }]);
    page.platform.clock.pass(500);
    await settled();
    expect(keptOn(device)).to.deep.equal({});
  });

  it('costs nothing but the draft where the device refuses', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const page = await pageOn(device);
    draft(page, 'Dear Grace');
    page.platform.clock.pass(500);
    await settled();
    expect(draftsOf(page)).to.deep.equal({ 'room-1': 'Dear Grace' });
    device.denies = false;
    draft(page, 'Dear Grace,');
    page.platform.clock.pass(500);
    await settled();
    expect(keptOn(device)).to.deep.equal({ 'draft room-1': 'Dear Grace,' });
  });

  it('keeps nothing where nothing is to be stored', async () => {
    const device = new FakeDevice();
    const page = await pageOn(device, { storage: 'none' });
    draft(page, 'Dear Grace');
    page.platform.clock.pass(500);
    page.session.close();
    await settled();
    expect(device.values.size).to.equal(0);
  });
});
