/**
 * Runs everything that must hold, and ends with one line: `N passed, N failed`. Every test counts as one; so does
 * every other stage. Names of stages as arguments run these only: `node scripts/test.mjs lint test:unit`.
 */
import { styleText } from 'node:util';
import { countTests } from './count-tests.mjs';
import { install } from './install.mjs';
import { npm, start, stop } from './processes.mjs';
import { root } from './root.mjs';

/**
 * The stages, each an npm script. The two lanes run side by side, a lane's stages one after the other. What is looked at
 * and heard comes last, when it has the machine for itself: fingers and focus are in a hurry.
 */
const lanes = [
  ['typecheck', 'test:unit', 'test:delivery', 'format:check', 'lint', 'floors', 'unused'],
  ['build', 'publint', 'size', 'test:node', 'test:look'],
];

/** No stage takes half as long; one that hangs must not hold up the rest for ever. */
const PATIENCE_MS = 5 * 60_000;

/** What both test runners say before the details of their failures. */
const FAILURES = '✖ failing tests:';

/** @typedef {{ name: string, passed: number, failed: number, output: string }} Result */

/**
 * @param {string} name
 * @returns {Promise<Result>}
 */
async function runStage(name) {
  const began = performance.now();
  const { code, output } = await collect(name);
  const counted = name.startsWith('test:') ? countTests(output) : { passed: 0, failed: 0 };
  const { passed } = counted;
  let { failed } = counted;
  // A stage that is no test counts as one. So does a failure that no test accounts for, and a suite without tests.
  if (code !== 0 || (name.startsWith('test:') && passed === 0)) failed ||= 1;
  const result = { name, passed: passed || failed ? passed : 1, failed, output };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${heading(result)} ${styleText('dim', `${seconds} s`)}\n${output.trimEnd()}\n`);
  return result;
}

/**
 * @param {string} script
 * @returns {Promise<{ code: number, output: string }>}
 */
function collect(script) {
  const [command, args, options] = npm('run', '--silent', script);
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  const child = start(command, args, { ...options, cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const add = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  const timer = setTimeout(() => {
    output += `\n${script} was ended after ${PATIENCE_MS / 1000} s.\n`;
    stop(child);
  }, PATIENCE_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {Result} result */
function heading({ name, passed, failed }) {
  const counts = name.startsWith('test:') ? ` (${passed} passed, ${failed} failed)` : '';
  return styleText(['bold', failed ? 'red' : 'green'], `${failed ? '✖' : '✔'} ${name}${counts}`);
}

/** @param {Result} result */
function repeatFailure(result) {
  const start = result.output.indexOf(FAILURES);
  console.log(`${heading(result)}\n${result.output.slice(Math.max(start, 0)).trim()}\n`);
}

await install();
const wanted = process.argv.slice(2);
const results = (
  await Promise.all(
    lanes.map(async (lane) => {
      const ended = [];
      for (const name of lane) if (wanted.length === 0 || wanted.includes(name)) ended.push(await runStage(name));
      return ended;
    }),
  )
).flat();

const failures = results.filter(({ failed }) => failed > 0);
if (failures.length > 0) console.log(styleText(['bold', 'red'], '── What failed ──\n'));
failures.forEach(repeatFailure);

const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = failures.length > 0 || sum('passed') === 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
