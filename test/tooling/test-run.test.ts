import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TestSession } from '@web/test-runner';
import { countTests } from '../../scripts/count-tests.mjs';
import { summaryReporter } from '../../scripts/summary-reporter.mjs';
import { until } from '../integration/until.ts';

const scripts = new URL('../../scripts/', import.meta.url);

describe('a test run', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'test-run-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, source: string): string {
    const path = join(folder, name);
    writeFileSync(path, source);
    return path;
  }

  it("counts the tests of Node's runner, in colour too", () => {
    const file = write(
      'some.test.mjs',
      "import { test } from 'node:test'; test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('no'); });",
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    for (const colour of ['0', '1']) {
      const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', file], {
        encoding: 'utf8',
        env: { ...env, FORCE_COLOR: colour },
      });
      assert.deepEqual(countTests(stdout), { passed: 2, failed: 1 });
    }
  });

  it('counts the tests of the browser, and a file that does not load as one failure', (t) => {
    const output = report(t, [
      session('a.test.ts', true, [
        { name: 'adds', passed: true },
        { name: 'is skipped', passed: false, skipped: true },
      ]),
      session('b.test.ts', false, [{ name: 'subtracts', passed: false, error: { message: 'expected 1', stack: '' } }]),
      session('c.test.ts', false, []),
    ]);
    assert.deepEqual(countTests(output), { passed: 1, failed: 2 });
    assert.match(output, /✖ failing tests:[^]*suite › subtracts[^]*b\.test\.ts[^]*expected 1[^]*c\.test\.ts/);
  });

  it('fails when nothing was run', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('test.mjs', scripts)), 'no-such-stage'],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 1);
    assert.equal(stdout.trimEnd().split('\n').at(-1), '0 passed, 0 failed');
  });

  it('leaves no program behind when it is ended', async () => {
    const inner = write('inner.mjs', 'console.log(process.pid); setInterval(() => {}, 1000);');
    const middle = write(
      'middle.mjs',
      `import { spawn } from 'node:child_process';
       spawn(process.execPath, [${JSON.stringify(inner)}], { stdio: 'inherit' });`,
    );
    const outer = write(
      'outer.mjs',
      `import { run } from ${JSON.stringify(new URL('processes.mjs', scripts).href)};
       await run(process.execPath, [${JSON.stringify(middle)}]);`,
    );
    const child = spawn(process.execPath, [outer], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = (await child.stdout.take(1).toArray()) as [Buffer];
    child.kill('SIGTERM');
    await until(() => !isAlive(Number(pid.toString())), 'the innermost program to end');
  });

  it('says what to do when the named browser is missing', () => {
    const source = `import { findBrowser } from ${JSON.stringify(new URL('find-browser.mjs', scripts).href)}; findBrowser();`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
      encoding: 'utf8',
      env: { ...process.env, CHROME_PATH: '/nowhere/chrome' },
    });
    assert.equal(status, 1);
    assert.match(stderr, /CHROME_PATH is \/nowhere\/chrome, and there is no such file/);
  });
});

interface SomeTest {
  readonly name: string;
  readonly passed: boolean;
  readonly skipped?: boolean;
  readonly error?: { readonly message: string; readonly stack: string };
}

/** What the runner tells of one file, as far as the reporter reads it. */
function session(testFile: string, passed: boolean, tests: readonly SomeTest[]): TestSession {
  const suites = [{ name: 'suite', suites: [], tests }];
  return { testFile, passed, errors: [], testResults: { name: '', suites, tests: [] } } as object as TestSession;
}

function report(t: TestContext, sessions: readonly TestSession[]): string {
  const log = t.mock.method(console, 'log', () => undefined);
  summaryReporter().onTestRunFinished?.({ sessions } as Parameters<
    NonNullable<ReturnType<typeof summaryReporter>['onTestRunFinished']>
  >[0]);
  const output = log.mock.calls.map(({ arguments: [line] }) => String(line)).join('\n');
  log.mock.restore();
  return output;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
