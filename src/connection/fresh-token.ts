import type { Clock } from '../platform/clock.ts';

/** A page's sign-in that takes longer has not answered. */
const TOKEN_MS = 10_000;

export type GetToken = () => string | undefined | Promise<string | undefined>;

/**
 * The page's token; throws or rejects when there is none to be had, or not in time. What the page has at hand is given
 * at once: before the turn of the microtasks comes in which elements render, so that the server answers meanwhile.
 */
export function freshToken(getToken: GetToken, clock: Clock): ReturnType<GetToken> {
  const answer = getToken();
  return typeof answer === 'object' ? inTime(answer, clock) : answer;
}

async function inTime(answer: Promise<string | undefined>, clock: Clock): Promise<string | undefined> {
  let cancel = (): void => {};
  const late = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(TOKEN_MS, () => {
      reject(new Error('The sign-in took too long to answer.'));
    });
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    cancel();
  }
}
