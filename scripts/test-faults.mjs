/** The long version of the tests of delivery: as many generated sequences as it takes to believe in it. Needs half an hour. */
import { run } from './processes.mjs';
import { root } from './root.mjs';

/** Sequences, by folder: against a simulated network in milliseconds each, against real ones in seconds each. */
const RUNS = { 'test/faults/model': 10_000, 'test/faults/proxy': 1, 'test/faults/browser': 200 };

for (const [folder, runs] of Object.entries(RUNS)) {
  const code = await run(process.execPath, ['scripts/test-node.mjs', folder], {
    cwd: root,
    env: { ...process.env, FAULT_RUNS: String(runs) },
  });
  process.exitCode ||= code;
}
