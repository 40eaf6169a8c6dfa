const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait before the next attempt: half a second, doubling to half a minute, each shortened by up to half at
 * random, so that the clients of a server that went down do not come back all at once.
 * @param attempt 1 for the first attempt after the connection was lost
 * @param random 0 ≤ n < 1
 */
export function backoff(attempt: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.round(most * (1 - random / 2));
}
