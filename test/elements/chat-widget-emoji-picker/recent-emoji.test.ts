import { expect } from '@open-wc/testing';
import { RecentEmoji } from '../../../src/elements/chat-widget-emoji-picker/recent-emoji.ts';
import { FakeDevice } from '../../support/fake-device.ts';

const nextTurn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

describe('RecentEmoji', () => {
  it('has the last one first, and each once', () => {
    const recent = new RecentEmoji(undefined);
    for (const char of ['😀', '🐱', '😀']) recent.add(char);
    expect(recent.all).to.deep.equal(['😀', '🐱']);
  });

  it('forgets the oldest', () => {
    const recent = new RecentEmoji(undefined);
    for (let index = 0; index < 40; index++) recent.add(String(index));
    expect(recent.all).to.have.length(16);
    expect(recent.all[0]).to.equal('39');
  });

  it('are there again on the next page', async () => {
    const device = new FakeDevice();
    const recent = new RecentEmoji(device.storage('local', 'somebody'));
    recent.add('😀');
    recent.add('🐱');
    await nextTurn();
    const later = new RecentEmoji(device.storage('local', 'somebody'));
    await later.restore();
    expect(later.all).to.deep.equal(['🐱', '😀']);
  });

  it('keeps what was picked before the device has answered', async () => {
    const device = new FakeDevice();
    const storage = device.storage('local', 'somebody');
    await storage.set('recent emoji', ['😀']);
    const recent = new RecentEmoji(storage);
    const restored = recent.restore();
    recent.add('🐱');
    await restored;
    expect(recent.all).to.deep.equal(['🐱', '😀']);
  });

  for (const [what, kept] of [
    ['no list', { a: 1 }],
    ['a list of other things', [1, null, { a: 1 }]],
  ] as const) {
    it(`has none where the device holds ${what}`, async () => {
      const storage = new FakeDevice().storage('local', 'somebody');
      await storage.set('recent emoji', kept);
      const recent = new RecentEmoji(storage);
      await recent.restore();
      expect(recent.all).to.deep.equal([]);
    });
  }

  it('lasts as long as the page where the device refuses', async () => {
    const device = new FakeDevice();
    device.denies = true;
    const recent = new RecentEmoji(device.storage('local', 'somebody'));
    await recent.restore();
    recent.add('😀');
    await nextTurn();
    expect(recent.all).to.deep.equal(['😀']);
  });
});
