import { expect } from '@open-wc/testing';
import { PresencePolling } from '../../src/session/presence-polling.ts';
import { FakePlatform } from '../support/fake-platform.ts';

function setUp(intervalMs = 30_000) {
  const platform = new FakePlatform();
  const wire = { isUp: true, asked: 0 };
  const polling = new PresencePolling(platform, intervalMs, () => {
    if (wire.isUp) wire.asked += 1;
    return wire.isUp;
  });
  return { platform, wire, polling };
}

describe('PresencePolling', () => {
  it('asks at once on a new connection, and again at each interval', () => {
    const { platform, wire, polling } = setUp();
    polling.begin();
    polling.begin();
    expect(wire.asked).to.equal(2);
    platform.clock.pass(90_000);
    expect(wire.asked).to.equal(5);
  });

  it('asks for a reason at most every three seconds, and then for all of them once', () => {
    const { platform, wire, polling } = setUp(0);
    polling.begin();
    for (let reason = 0; reason < 10; reason += 1) polling.ask();
    expect(wire.asked).to.equal(1);
    platform.clock.pass(3000);
    expect(wire.asked).to.equal(2);
    platform.clock.pass(60_000);
    expect(wire.asked).to.equal(2);
  });

  it('does not ask while nobody looks', () => {
    const { platform, wire, polling } = setUp();
    polling.begin();
    platform.page.tell('hidden');
    platform.clock.pass(300_000);
    expect(wire.asked).to.equal(1);
    expect(platform.clock.waiting).to.equal(0);
  });

  it('takes a question that could not be sent for none', () => {
    const { platform, wire, polling } = setUp();
    wire.isUp = false;
    polling.ask();
    expect(platform.clock.waiting).to.equal(0);
    wire.isUp = true;
    polling.ask();
    expect(wire.asked).to.equal(1);
  });

  it('leaves no timer when it ends', () => {
    const { platform, polling } = setUp();
    polling.begin();
    polling.ask();
    polling.end();
    expect(platform.clock.waiting).to.equal(0);
  });
});
