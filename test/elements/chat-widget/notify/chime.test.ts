import { expect } from '@open-wc/testing';
import { chime } from '../../../../src/elements/chat-widget/notify/chime.ts';
import { FakeAudio } from './fake-browser.ts';

describe('chime', () => {
  const audio = new FakeAudio();
  beforeEach(() => {
    audio.install();
  });
  afterEach(() => {
    audio.restore();
  });

  it('is heard, and lets go of the device', async () => {
    await chime();
    expect(audio).to.include({ played: 1, opened: 1, closed: 1 });
  });

  it('does not even try before somebody has touched the page', async () => {
    audio.isAllowed = false;
    await chime();
    expect(audio.opened).to.equal(0);
  });

  for (const failure of ['throws', 'stays suspended'] as const) {
    it(`is silent where the browser ${failure}`, async () => {
      audio.failure = failure;
      await chime();
      expect(audio.played).to.equal(0);
      expect(audio.closed).to.equal(audio.opened);
    });
  }

  it('is a sound that a real browser can make', async () => {
    audio.restore();
    await chime();
  });
});
