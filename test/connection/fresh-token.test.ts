import { expect } from '@open-wc/testing';
import { freshToken, type GetToken } from '../../src/connection/fresh-token.ts';
import { FakeClock } from '../support/fake-clock.ts';

async function reasonOf(getToken: GetToken, clock: FakeClock): Promise<string> {
  try {
    await freshToken(getToken, clock);
    return 'no rejection';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('freshToken', () => {
  for (const [how, getToken] of [
    ['at once', () => 'token'],
    ['later', () => Promise.resolve('token')],
  ] satisfies [string, GetToken][]) {
    it(`gives what the page answers ${how}, and leaves no timer`, async () => {
      const clock = new FakeClock();
      expect(await freshToken(getToken, clock)).to.equal('token');
      expect(clock.waiting).to.equal(0);
    });
  }

  it('gives none where the page has none', () => {
    expect(freshToken(() => undefined, new FakeClock())).to.equal(undefined);
  });

  it('does not wait for what is at hand', () => {
    expect(freshToken(() => 'token', new FakeClock())).to.equal('token');
  });

  for (const [how, getToken] of [
    ['throws', () => thrown()],
    ['rejects', () => Promise.reject(new Error('The sign-in is down.'))],
  ] satisfies [string, GetToken][]) {
    it(`rejects with the page's reason when it ${how}, and leaves no timer`, async () => {
      const clock = new FakeClock();
      expect(await reasonOf(getToken, clock)).to.equal('The sign-in is down.');
      expect(clock.waiting).to.equal(0);
    });
  }

  it('waits ten seconds and no longer', async () => {
    const clock = new FakeClock();
    let isOver = false;
    const reason = reasonOf(() => new Promise(() => {}), clock).finally(() => (isOver = true));
    clock.pass(9999);
    await new Promise((resolve) => setTimeout(resolve));
    expect(isOver).to.equal(false);
    clock.pass(1);
    expect(await reason).to.match(/too long/);
  });
});

function thrown(): never {
  throw new Error('The sign-in is down.');
}
