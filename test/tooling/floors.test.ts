import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file, what it imports, and whether the floors allow that. */
const CASES: readonly [file: string, source: string, isAllowed: boolean][] = [
  ['src/protocol/a.ts', "import './sibling.ts'", true],
  ['src/protocol/a.ts', "import '../store/b.ts'", false],
  ['src/protocol/a.ts', "import type { B } from '../store/b.ts'", false],
  ['src/protocol/a.ts', "import 'lit'", false],
  ['src/protocol/a.ts', "import 'node:fs'", false],
  ['src/protocol/a.ts', "await import('../store/b.ts')", false],
  ['src/platform/a.ts', "import '../protocol/b.ts'", false],
  ['src/localization/a.ts', "import '../context/b.ts'", false],
  ['src/theme/a.ts', "import { css } from 'lit'", true],
  ['src/theme/a.ts', "import { ContextProvider } from '@lit/context'", false],
  ['src/store/a.ts', "import '../protocol/b.ts'", true],
  ['src/store/a.ts', "import '../platform/b.ts'", false],
  ['src/connection/a.ts', "import { io } from 'socket.io-client'", true],
  ['src/connection/a.ts', "import '../store/b.ts'", false],
  ['src/session/a.ts', "import { io } from 'socket.io-client'", false],
  ['src/session/a.ts', "import { html } from 'lit'", false],
  ['src/session/a.ts', "import '../connection/b.ts'", true],
  ['src/session/a.ts', "import '../events/b.ts'", false],
  ['src/events/a.ts', "import type { R } from '../session/requests.ts'", true],
  ['src/events/a.ts', "import { R } from '../session/requests.ts'", false],
  ['src/events/a.ts', "import type { B } from '../session/b.ts'", false],
  ['src/context/a.ts', "import '../localization/b.ts'", true],
  ['src/context/a.ts', "import '../platform/b.ts'", true],
  ['src/context/a.ts', "import '../theme/b.ts'", false],
  ['src/context/a.ts', "import '../elements/b/b.ts'", false],
  ['src/elements/a/a.ts', "import '../b/b.ts'", true],
  ['src/elements/a/a.ts', "import '../../theme/b.ts'", true],
  ['src/elements/a/a.ts', "import '../../store/selectors.ts'", true],
  ['src/elements/a/a.ts', "import '../../store/reducer.ts'", false],
  ['src/elements/a/a.ts', "import type { B } from '../../session/b.ts'", true],
  ['src/elements/a/a.ts', "import { B } from '../../session/b.ts'", false],
  ['src/elements/a/a.ts', "import '../../connection/b.ts'", false],
  ['src/elements/a/a.ts', "import { io } from 'socket.io-client'", false],
  ['src/elements/a/a.ts', "import '../../index.ts'", false],
  ['src/elements/a/a.ts', "import '../../../demo/people.ts'", false],
  ['src/index.ts', "import './elements/b/b.ts'", true],
  ['src/novel/a.ts', "import '../protocol/b.ts'", false],
  ['src/protocol/a.ts', "import './missing-one.ts'", false],
  ['demo/a.ts', "import '../src/index.ts'", true],
  ['demo/a.ts', "import '../src/store/b.ts'", false],
  ['demo/a.ts', "import './server/b.ts'", false],
  ['demo/server/a.ts', "import '../../src/protocol/b.ts'", true],
  ['demo/server/a.ts', "import '../../src/store/b.ts'", false],
];

const PACKAGES = ['lit', '@lit/context', 'socket.io-client'];
const MODULES = [
  'src/protocol/b.ts',
  'src/protocol/sibling.ts',
  'src/platform/b.ts',
  'src/localization/b.ts',
  'src/theme/b.ts',
  'src/store/b.ts',
  'src/store/selectors.ts',
  'src/store/reducer.ts',
  'src/connection/b.ts',
  'src/session/b.ts',
  'src/session/requests.ts',
  'src/events/b.ts',
  'src/context/b.ts',
  'src/elements/b/b.ts',
  'demo/people.ts',
  'demo/server/b.ts',
];

describe('the floors', () => {
  let folder: string;
  let report: ICruiseResult;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'floors-'));
    for (const name of PACKAGES) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const file of MODULES) write(file, 'export {};');
    for (const [index, [file, source]] of CASES.entries()) write(planted(file, index), `${source};\nexport {};`);
    write('src/store/chicken.ts', "import './egg.ts';");
    write('src/store/egg.ts', "import './chicken.ts';");
    report = check();
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function write(file: string, source: string): void {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }

  function check(): ICruiseResult {
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = join(root, 'dependency-cruiser.config.js');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [program, '--config', config, '--output-type', 'json', 'src', 'demo'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    assert.ok(stdout, stderr);
    return JSON.parse(stdout) as ICruiseResult;
  }

  const violationsOf = (file: string): string[] =>
    report.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  for (const [index, [file, source, isAllowed]] of CASES.entries()) {
    it(`${isAllowed ? 'allows' : 'forbids'} ${source} in ${dirname(file)}`, () => {
      const violations = violationsOf(planted(file, index));
      if (isAllowed) assert.deepEqual(violations, []);
      else assert.notDeepEqual(violations, []);
    });
  }

  it('forbids cycles', () => {
    assert.deepEqual(violationsOf('src/store/chicken.ts'), ['no cycles']);
  });
});

/** One file a case, so that one run of the checker is enough. `index.ts` is a name with a meaning. */
function planted(file: string, index: number): string {
  return file.endsWith('index.ts') ? file : file.replace(/\.ts$/, `-${index}.ts`);
}
