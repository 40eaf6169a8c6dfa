import { expect, waitUntil } from '@open-wc/testing';
import { browserLocks } from '../../src/platform/locks.ts';

let count = 0;
const fresh = (): string => `test ${Date.now()} ${(count += 1)}`;
const held = async (): Promise<(string | undefined)[]> =>
  ((await navigator.locks.query()).held ?? []).map(({ name }) => name);

/** A page of the same origin that holds a name for as long as it lives. */
async function pageThatHolds(name: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  await new Promise<void>((resolve) => {
    void frame.contentWindow?.navigator.locks.request(name, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  return frame;
}

/** The browser hears a moment later that a name is free. */
async function untilTaken(name: string): Promise<() => void> {
  let give: (() => void) | undefined;
  await waitUntil(async () => (give = await browserLocks.take(name)) !== undefined);
  return give ?? expect.fail('not taken');
}

describe('browserLocks', () => {
  it('has locks where the page is trustworthy', () => {
    expect(isSecureContext).to.equal(true);
    expect(browserLocks.supported).to.equal(true);
  });

  it('holds a name until it is given back, and then it can be taken again', async () => {
    const name = fresh();
    const give = await browserLocks.take(name);
    expect(give).to.be.a('function');
    expect(await held()).to.include(name);
    expect(await browserLocks.take(name)).to.equal(undefined);
    give?.();
    give?.();
    (await untilTaken(name))();
  });

  it('lets one of several have it', async () => {
    const name = fresh();
    const taken = await Promise.all([1, 2, 3, 4].map(() => browserLocks.take(name)));
    const givers = taken.filter((give) => give !== undefined);
    expect(givers).to.have.length(1);
    givers[0]?.();
  });

  it('does not let one name wait for another', async () => {
    const [one, other] = await Promise.all([browserLocks.take(fresh()), browserLocks.take(fresh())]);
    expect([typeof one, typeof other]).to.deep.equal(['function', 'function']);
    one?.();
    other?.();
  });

  it('does not give what another page holds, and gives it when that page is gone', async () => {
    const name = fresh();
    const page = await pageThatHolds(name);
    expect(await browserLocks.take(name)).to.equal(undefined);
    page.remove();
    (await untilTaken(name))();
  });

  it('rejects what no browser lets a page hold', async () => {
    const error: unknown = await browserLocks.take('-reserved').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException);
  });
});
