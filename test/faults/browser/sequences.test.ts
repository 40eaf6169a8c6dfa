/**
 * Generated sequences of what people, networks and servers do, in real browsers against real servers. How many there are
 * is `FAULT_RUNS`; the first one's seed is `FAULT_SEED`: with `FAULT_RUNS=1` a sequence that failed is played alone.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { described, Performance, sequenceOf } from './acts.ts';
import { type Backend, startBare, startReference } from './backends.ts';
import { type Outcome, settle } from './quiet.ts';
import { Scene, Theatre } from './scene.ts';

const RUNS = Number(process.env['FAULT_RUNS'] ?? 4);
const FIRST_SEED = Number(process.env['FAULT_SEED'] ?? 1);

let theatre: Theatre;

before(async () => {
  theatre = await Theatre.open();
});
after(() => theatre.close());

async function play(scene: Scene, seed: number): Promise<Outcome> {
  const sequence = sequenceOf(seed);
  const performance = new Performance(scene);
  try {
    for (const person of scene.people) await person.openTab();
    await performance.play(sequence);
    const outcome = await settle(scene, performance.said);
    assert.equal(outcome.complaints.join('\n'), '');
    return outcome;
  } catch (error) {
    const folder = await scene.takePictures(`seed-${seed}`);
    const said = performance.said.map(({ text }) => text).join();
    throw new Error(`FAULT_SEED=${seed}:\n${described(sequence)}\nSaid: ${said}\nPictures: ${folder}`, {
      cause: error,
    });
  } finally {
    await scene.close();
  }
}

for (const { name, start, mostDuplicates } of [
  { name: 'over the reference server', start: startReference, mostDuplicates: 0 },
  // Nobody can tell there what was sent again from what was said twice.
  { name: 'over a bare backend', start: startBare, mostDuplicates: Infinity },
]) {
  describe(name, () => {
    let backend: Backend;

    before(async () => {
      backend = await start(theatre.origin);
    });
    after(() => backend.close());

    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
      it(`loses nothing, shows nothing twice and keeps the order: seed ${seed}`, async (t) => {
        const { messages, duplicates } = await play(await Scene.open(theatre, backend), seed);
        t.diagnostic(`${messages} messages, ${duplicates} of them twice at the server`);
        assert.ok(duplicates <= mostDuplicates);
      });
    }
  });
}
