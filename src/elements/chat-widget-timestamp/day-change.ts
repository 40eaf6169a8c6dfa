import { systemClock } from '../../platform/clock.ts';

const listeners = new Set<() => void>();
let cancel: (() => void) | undefined;

/**
 * Calls back at each midnight, when "today" becomes "yesterday". One timer for all who listen, none without them.
 * The result ends it.
 */
export function onDayChange(listener: () => void): () => void {
  listeners.add(listener);
  cancel ??= waitForMidnight();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    cancel?.();
    cancel = undefined;
  };
}

function waitForMidnight(): () => void {
  const now = systemClock.now();
  return systemClock.after(nextMidnight(now) - now, () => {
    cancel = waitForMidnight();
    for (const listener of listeners) listener();
  });
}

/** By the calendar: a day with a change to or from summer time is not 24 hours long. */
function nextMidnight(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}
