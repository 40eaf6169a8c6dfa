import { systemClock } from '../../src/platform/clock.ts';
import { FakeClock } from './fake-clock.ts';

/** Puts a clock that stands still in the place of the page's own, a new one for each test of a `describe`. */
export function fakeSystemClock(): { readonly clock: FakeClock } {
  const real = { ...systemClock };
  const holder = { clock: new FakeClock() };
  beforeEach(() => {
    const clock = (holder.clock = new FakeClock());
    systemClock.now = () => clock.now();
    systemClock.after = (ms, callback) => clock.after(ms, callback);
  });
  afterEach(() => {
    Object.assign(systemClock, real);
  });
  return holder;
}
