/**
 * Measures chat-widget beside what else a site could take, and writes docs/benchmarks.md.
 * `--quick`: fewer rounds and smaller rooms, printed only. `--only <text>`: the measures that have it in their title.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { isStale } from '../../scripts/is-stale.mjs';
import { npm, run } from '../../scripts/processes.mjs';
import { root } from '../../scripts/root.mjs';
import { Backend } from './backend.mjs';
import { measures } from './measures.mjs';
import { report } from './report.mjs';
import { Stage } from './stage.mjs';
import { BEFORE_INTENT, serveSystem, SYSTEMS, versions } from './systems.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
const isPartial = process.argv.includes('--only');
const rounds = quick ? 1 : 3;

/** No figure is worth a longer wait. */
const PATIENCE_MS = 60_000;

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function inTime(promise) {
  const late = new Promise((_, reject) => {
    setTimeout(reject, PATIENCE_MS, new Error('stopped after a minute')).unref();
  });
  return Promise.race([promise, late]);
}

/** @param {string[]} args @param {URL} cwd */
async function runNpm(args, cwd) {
  const [command, all, options] = npm(...args);
  const code = await run(command, all, { ...options, cwd });
  if (code !== 0) process.exit(code);
}

await runNpm(['ci', '--silent', '--ignore-scripts'], new URL('.', import.meta.url));
if (isStale()) await runNpm(['run', '--silent', 'build'], root);

const backend = new Backend();
for (const system of [BEFORE_INTENT, ...SYSTEMS]) await serveSystem(system, backend);
const stage = await Stage.start(backend);

const figures = [];
for (const measure of measures({ quick }).filter(({ title }) => !isPartial || title.includes(only))) {
  /** @type {import('./report.mjs').Figure[]} */
  const systems = [...(measure.also ?? []), ...SYSTEMS];
  const rows = measure.figures.map((figure) => ({ ...figure, row: new Map() }));
  for (let round = 0; round < rounds; round += 1) {
    for (const system of systems) {
      if (measure.skip?.includes(system.name) || rows[0]?.row.get(system.name) === 'stopped') continue;
      try {
        const found = await inTime(measure.run(stage, system));
        for (const [index, { name }] of measure.figures.entries()) {
          if (found[name] === undefined) continue;
          const values = rows[index]?.row.get(system.name);
          if (Array.isArray(values)) values.push(found[name]);
          else rows[index]?.row.set(system.name, [found[name]]);
        }
      } catch (error) {
        console.error(`${system.title}, ${measure.title}: ${error instanceof Error ? error.message : String(error)}`);
        // What earlier rounds have found stays.
        if (!rows[0]?.row.has(system.name)) rows[0]?.row.set(system.name, 'stopped');
      }
      await stage.clear();
    }
  }
  figures.push({ title: measure.title, systems, figures: rows });
  console.log(`measured: ${measure.title}`);
}

const text = await format(report({ figures, versions: versions(), browser: stage.browserVersion, rounds }), {
  parser: 'markdown',
  printWidth: 200,
  proseWrap: 'always',
});
if (quick || isPartial) console.log(text);
else writeFileSync(new URL('docs/benchmarks.md', root), text);
await stage.close();
