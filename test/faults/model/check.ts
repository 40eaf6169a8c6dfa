import fc from 'fast-check';
import type { Backend } from './backends.ts';
import { STEPS } from './commands.ts';
import { checkEnd } from './end-invariants.ts';
import { comeToRest } from './quiescence.ts';
import type { Seams } from './tab.ts';
import type { Tally } from './tally.ts';
import { World } from './world.ts';

export interface CheckOptions {
  readonly backend: Backend;
  readonly runs: number;
  readonly seed: number;
  readonly tally?: Tally;
  readonly seams?: Seams;
  /** Whether a sequence that fails is made as short as possible: default true. */
  readonly isShrunk?: boolean;
  readonly path?: string | undefined;
  readonly replayPath?: string | undefined;
}

/** Runs sequences of steps against worlds of their own, lets each come to rest, and looks whether all is well. */
export async function check({
  backend,
  runs,
  seed,
  tally,
  seams,
  isShrunk = true,
  path,
  replayPath,
}: CheckOptions): Promise<void> {
  const sequences = fc.commands([STEPS], {
    maxCommands: 60,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
  const property = fc.asyncProperty(fc.nat(), sequences, async (worldSeed, sequence) => {
    const world = new World({ backend, seed: worldSeed, ...(seams && { seams }) });
    const release = collectErrors(world);
    let isFine = false;
    try {
      await world.time.pass(0);
      await fc.asyncModelRun(() => ({ model: world, real: world }), sequence);
      await comeToRest(world);
      checkEnd(world);
      isFine = true;
    } finally {
      tally?.add(world, isFine);
      release();
    }
  });
  await fc.assert(property, {
    numRuns: runs,
    seed,
    ...(path !== undefined && { path }),
    endOnFailure: !isShrunk,
    includeErrorInReport: true,
  });
}

/** Node has no `reportError`: what a browser would show in its console is a failure here. */
function collectErrors(world: World): () => void {
  globalThis.reportError = (error) => world.reported.push(error);
  return () => {
    Reflect.deleteProperty(globalThis, 'reportError');
  };
}
