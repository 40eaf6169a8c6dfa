/**
 * Runs tests with Node's own runner: those of the named folders or files, or all but those with a `!`: `node scripts/test-node.mjs test/server`.
 */
import { readdirSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { run } from './processes.mjs';
import { root } from './root.mjs';

/** All tests in here need Node; elsewhere those do that are named `*.node.test.ts`, the others run in the browser. */
const NODE_FOLDERS = /^test\/(?:server|tooling|integration|embed|faults)\//;

/** @param {string} file */
function isNodeTest(file) {
  return file.endsWith('.node.test.ts') || (NODE_FOLDERS.test(file) && file.endsWith('.test.ts'));
}

/**
 * @param {string} file
 * @param {string} path
 */
function isIn(file, path) {
  return file === path || file.startsWith(`${path}/`);
}

const args = process.argv.slice(2);
const wanted = args.filter((path) => !path.startsWith('!'));
const unwanted = args.filter((path) => path.startsWith('!')).map((path) => path.slice(1));
const files = readdirSync(new URL('test', root), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter(isNodeTest)
  .filter((file) => wanted.length === 0 || wanted.some((path) => isIn(file, path)))
  .filter((file) => !unwanted.some((path) => isIn(file, path)))
  .sort();
if (files.length === 0) {
  console.error(`No tests for Node in ${wanted.join(', ') || 'test'}.`);
  process.exit(1);
}

process.exitCode = await run(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=spec', ...files], {
  cwd: root,
  // The tests that need a browser take the one that is named there.
  env: { ...process.env, CHROME_PATH: findBrowser() },
});
