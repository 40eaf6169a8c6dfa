import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const size = fileURLToPath(new URL('../../scripts/size.mjs', import.meta.url));

describe('the size budget', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'size-'));
    // What is random cannot be packed: 4 KiB stay 4 KiB.
    writeFileSync(join(folder, 'some.abc123.js'), randomBytes(4096));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function weigh(budget: number, files = ['some.*.js']): { status: number | null; output: string } {
    const budgets = join(folder, 'budgets.mjs');
    writeFileSync(budgets, `export const budgets = ${JSON.stringify([{ what: 'some script', files, budget }])};`);
    const run = spawnSync(process.execPath, [size, folder, pathToFileURL(budgets).href], { encoding: 'utf8' });
    return { status: run.status, output: run.stdout + run.stderr };
  }

  it('fails when a file is over, and says by how much', () => {
    const { status, output } = weigh(3);
    assert.equal(status, 1);
    assert.match(output, /some script .* over by 1\.\d/);
  });

  it('holds when it is not, and shows the weight beside the floor', () => {
    const { status, output } = weigh(5);
    assert.equal(status, 0, output);
    assert.match(output, /floor: lit, @lit\/context, socket\.io-client/);
    assert.doesNotMatch(output, /over by/);
  });

  it('fails when the file to be weighed was not built', () => {
    const { status, output } = weigh(5, ['other.js']);
    assert.equal(status, 1);
    assert.match(output, /no other\.js/);
  });
});
