import { expect } from '@open-wc/testing';
import { Turns } from '../../src/connection/turns.ts';
import { FakeClock } from '../support/fake-clock.ts';

function setUp() {
  const clock = new FakeClock();
  const turns = new Turns(clock);
  const log: string[] = [];
  /** Work that ends when the test says so. */
  const work = (name: string) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const run = async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    };
    return { run, end };
  };
  return { clock, turns, log, work };
}
/** All that can happen without time. */
const settled = async () => {
  for (let times = 0; times < 20; times += 1) await Promise.resolve();
};
const hung = () => new Promise<string>(() => undefined);

describe('Turns', () => {
  it('does one thing after another, in the order of asking', async () => {
    const { turns, log, work } = setUp();
    const [one, two] = [work('one'), work('two')];
    const results = Promise.all([turns.run(one.run, ''), turns.run(two.run, '')]);
    two.end();
    await settled();
    expect(log).to.deep.equal(['one begins']);
    one.end();
    expect(await results).to.deep.equal(['one', 'two']);
    expect(log).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('goes on after work that fails, whether it throws or rejects', async () => {
    const { turns } = setUp();
    const thrown = turns.run((): Promise<string> => {
      throw new Error('denied');
    }, 'instead');
    const rejected = turns.run(() => Promise.reject<string>(new Error('full')), 'instead');
    expect(await Promise.all([thrown, rejected, turns.run(() => Promise.resolve('fine'), '')])).to.deep.equal([
      'instead',
      'instead',
      'fine',
    ]);
  });

  it('waits a second and a half, and then for nothing any more', async () => {
    const { turns, clock } = setUp();
    let result = '';
    const first = turns.run(hung, 'late').then((told) => (result = told));
    await settled();
    clock.pass(1499);
    await settled();
    expect(result).to.equal('');
    clock.pass(1);
    await first;
    expect(result).to.equal('late');
    expect(await turns.run(() => Promise.resolve('fine'), 'never')).to.equal('never');
  });

  it('does not wait again for each thing that was asked for meanwhile', async () => {
    const { turns, clock, log, work } = setUp();
    const first = turns.run(hung, 'late');
    const second = turns.run(work('second').run, 'too late');
    await settled();
    clock.pass(1500);
    expect(await Promise.all([first, second])).to.deep.equal(['late', 'too late']);
    expect(log).to.deep.equal([]);
  });

  it('does not take a page that was asleep for a device that does not answer', async () => {
    const { turns, clock, work } = setUp();
    const one = work('one');
    const result = turns.run(one.run, 'late');
    await settled();
    // After an hour the overdue timer is faster than the answer that waits as well.
    clock.pass(750);
    one.end();
    expect(await result).to.equal('one');
    expect(await turns.run(() => Promise.resolve('fine'), 'never')).to.equal('fine');
    expect(clock.waiting).to.equal(0);
  });

  it('still does what was asked for before it was closed, and nothing else', async () => {
    const { turns } = setUp();
    const before = turns.run(() => Promise.resolve('before'), 'never');
    turns.close();
    const after = turns.run(() => Promise.resolve('after'), 'never');
    expect(await Promise.all([before, after])).to.deep.equal(['before', 'never']);
  });

  it('finishes with one last thing, after all that was asked for', async () => {
    const { turns, log, work } = setUp();
    const [one, last] = [work('one'), work('last')];
    void turns.run(one.run, '');
    const finished = turns.finish(async () => {
      await last.run();
    });
    void turns.run(work('too late').run, '');
    last.end();
    await settled();
    expect(log).to.deep.equal(['one begins']);
    one.end();
    await finished;
    expect(log).to.deep.equal(['one begins', 'one ends', 'last begins', 'last ends']);
  });

  it('does the last thing after work that took too long, and not before: it could write again what was removed', async () => {
    const { turns, clock, log, work } = setUp();
    const [slow, last] = [work('slow'), work('last')];
    last.end();
    void turns.run(slow.run, '');
    await settled();
    clock.pass(1500);
    const finished = turns.finish(async () => {
      await last.run();
    });
    await settled();
    expect(log).to.deep.equal(['slow begins']);
    slow.end();
    await finished;
    expect(log.at(-1)).to.equal('last ends');
  });

  it('tells when the last thing fails', async () => {
    const { turns } = setUp();
    const error = await turns.finish(() => Promise.reject(new Error('denied'))).catch((reason: unknown) => reason);
    expect(error).to.be.an('error');
  });
});
