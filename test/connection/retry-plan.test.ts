import { expect } from '@open-wc/testing';
import { RetryPlan } from '../../src/connection/retry-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const plan = new RetryPlan(clock);
  const happened: string[] = [];
  const fail = (): number => plan.failed(() => happened.push('attempt')) - clock.now();
  const succeed = (): void => {
    plan.succeeded(() => happened.push('lasted'));
  };
  return { clock, plan, happened, fail, succeed };
}

describe('RetryPlan', () => {
  it('waits longer after each failure, and tells when it will try', () => {
    const { clock, plan, happened, fail } = setUp();
    for (const [most, failures] of [
      [500, 1],
      [1000, 2],
      [2000, 3],
    ] as const) {
      const wait = fail();
      expect(wait).to.be.within(most / 2, most);
      expect(plan.failures).to.equal(failures);
      clock.pass(wait - 1);
      expect(happened).to.have.length(failures - 1);
      clock.pass(1);
      expect(happened).to.have.length(failures);
    }
  });

  it('begins anew after a connection that lasted, not after one that did not', () => {
    const { clock, plan, happened, fail, succeed } = setUp();
    fail();
    succeed();
    clock.pass(9999);
    fail();
    expect(plan.failures).to.equal(2);
    succeed();
    clock.pass(10_000);
    expect(plan.failures).to.equal(0);
    expect(happened).to.deep.equal(['lasted']);
  });

  it('keeps the count when the plan is cancelled, and loses it when all is forgotten', () => {
    const { clock, plan, happened, fail } = setUp();
    fail();
    plan.cancel();
    expect(plan.failures).to.equal(1);
    fail();
    plan.forget();
    expect(plan.failures).to.equal(0);
    clock.pass(60_000);
    expect(happened).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
