import { after, describe, it } from 'node:test';
import { BACKENDS } from './backends.ts';
import { check } from './check.ts';
import { Tally } from './tally.ts';

const runs = Math.ceil(Number(process.env['FAULT_RUNS'] ?? 300) / BACKENDS.length);
const seed = Number(process.env['FAULT_SEED'] ?? 20260504);

/**
 * A failure prints a seed, a path and, in its counterexample, a replayPath. The same sequence runs again with
 * `FAULT_SEED=<20260504 or the FAULT_SEED of that run> FAULT_PATH=<path> FAULT_REPLAY=<replayPath>` and
 * `--test-name-pattern='<name of the backend>:'`.
 */
describe('sequences of faults', () => {
  const tally = new Tally();

  for (const [index, backend] of BACKENDS.entries()) {
    it(`${backend.name}: nothing is lost, shown twice or out of order`, () =>
      check({
        backend,
        runs,
        seed: seed + index,
        tally,
        path: process.env['FAULT_PATH'],
        replayPath: process.env['FAULT_REPLAY'],
      }));
  }

  after(() => console.log(tally.summary));
});
