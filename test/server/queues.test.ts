import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Queues } from '../../demo/server/queues.ts';
import { pause } from '../support/server-harness.ts';

describe('Queues', () => {
  it('run the tasks of one name one after another, those of others meanwhile, until they are idle', async () => {
    const queues = new Queues();
    const log: string[] = [];
    const task = (name: string, ms: number) => async () => {
      log.push(`${name} begins`);
      await pause(ms);
      log.push(`${name} ends`);
      return name;
    };
    const results = [queues.run('a', task('a1', 20)), queues.run('a', task('a2', 1)), queues.run('b', task('b1', 1))];
    await queues.idle();
    assert.deepEqual(await Promise.all(results), ['a1', 'a2', 'b1']);
    assert.deepEqual(log, ['a1 begins', 'b1 begins', 'b1 ends', 'a1 ends', 'a2 begins', 'a2 ends']);
  });

  it('go on after a task that failed, and tell who asked for it', async () => {
    const queues = new Queues();
    const failed = queues.run('a', () => Promise.reject(new Error('no')));
    const next = queues.run('a', () => Promise.resolve('yes'));
    await assert.rejects(failed, /no/);
    assert.equal(await next, 'yes');
    await queues.idle();
  });
});
