import { after, describe, it } from 'node:test';
import { BACKENDS } from './backends.ts';
import { check } from './check.ts';
import { Tally } from './tally.ts';

const runs = Math.ceil(Number(process.env['FAULT_RUNS'] ?? 300) / BACKENDS.length);
const seed = Number(process.env['FAULT_SEED'] ?? 20260504);

describe('sequences of faults', () => {
  const tally = new Tally();

  for (const backend of BACKENDS) {
    it(`${backend.name}: nothing is lost, shown twice or out of order`, () =>
      check({ backend, runs, seed, tally, path: process.env['FAULT_PATH'] }));
  }

  after(() => console.log(tally.summary));
});
