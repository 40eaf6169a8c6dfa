import { expect } from '@open-wc/testing';
import { Claims } from '../../../../src/elements/chat-widget/notify/claims.ts';
import { FakeDevice } from '../../../support/fake-device.ts';
import { FakePlatform } from '../../../support/fake-platform.ts';

describe('Claims', () => {
  const pages = (scopes: readonly string[]) => {
    const device = new FakeDevice();
    return scopes.map((scope) => {
      const platform = new FakePlatform(device);
      return { platform, claims: new Claims(platform, scope), device };
    });
  };
  const [ada, grace] = ['ada', 'grace'];

  it('gives a name to one page, for a while', async () => {
    const [one, two] = pages([ada, ada]);
    expect(await one?.claims.claim('room')).to.equal(true);
    expect(await two?.claims.claim('room')).to.equal(false);
    expect(await two?.claims.claim('other')).to.equal(true);
    one?.platform.clock.pass(3000);
    expect(await two?.claims.claim('room')).to.equal(true);
  });

  it('keeps it for longer when it is claimed again', async () => {
    const [one, two] = pages([ada, ada]);
    await one?.claims.claim('room');
    one?.platform.clock.pass(2999);
    expect(await one?.claims.claim('room')).to.equal(true);
    one?.platform.clock.pass(2999);
    expect(await two?.claims.claim('room')).to.equal(false);
    one?.platform.clock.pass(1);
    expect(await two?.claims.claim('room')).to.equal(true);
  });

  it('tells whether it is new, where that counts', async () => {
    const [one] = pages([ada]);
    expect(await one?.claims.claimAnew('sound', 2000)).to.equal(true);
    expect(await one?.claims.claimAnew('sound', 2000)).to.equal(false);
    one?.platform.clock.pass(2000);
    expect(await one?.claims.claimAnew('sound', 2000)).to.equal(true);
  });

  it('is nothing between different people', async () => {
    const [one, two] = pages([ada, grace]);
    expect([await one?.claims.claim('room'), await two?.claims.claim('room')]).to.deep.equal([true, true]);
  });

  it('gives back everything at the end, also what comes after it', async () => {
    const [one] = pages([ada]);
    await one?.claims.claim('room');
    const late = one?.claims.claim('late');
    one?.claims.end();
    await late;
    expect(one?.device.held.size).to.equal(0);
    expect(one?.platform.clock.waiting).to.equal(0);
  });

  it('goes on where locks are refused', async () => {
    const [one] = pages([ada]);
    if (one) one.platform.locks.take = () => Promise.reject(new DOMException('sandboxed', 'SecurityError'));
    expect(await one?.claims.claim('room')).to.equal(true);
  });
});
