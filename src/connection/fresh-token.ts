import type { Clock } from '../platform/clock.ts';

/** A page's sign-in that takes longer has not answered. */
const TOKEN_MS = 10_000;

export type GetToken = () => string | undefined | Promise<string | undefined>;

/** The page's token; rejects when there is none to be had, or not in time. */
export async function freshToken(getToken: GetToken, clock: Clock): Promise<string | undefined> {
  let cancel = (): void => {};
  const late = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(TOKEN_MS, () => {
      reject(new Error('The sign-in took too long to answer.'));
    });
  });
  try {
    return await Promise.race([getToken(), late]);
  } finally {
    cancel();
  }
}
