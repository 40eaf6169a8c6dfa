/**
 * Prints how much a page fetches, beside what Lit and the Socket.IO client weigh alone in the same kind of file, and fails
 * where it is over its budget (`size-budget.mjs`). Another folder and other budgets: `node scripts/size.mjs <folder> <url of budgets>`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { styleText } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './root.mjs';
import { budgets as ownBudgets } from './size-budget.mjs';

/** What `size-floor.mjs` imports, bundled as the scripts are. */
async function bundleFloor() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('size-floor.mjs', import.meta.url)), name: 'floor', formats: ['iife'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}

/** @param {string | Buffer} code */
function weigh(code) {
  return {
    raw: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

const kib = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1);

const [folder = fileURLToPath(new URL('dist/script/', root)), otherBudgets] = process.argv.slice(2);
const scripts = pathToFileURL(`${folder}/`);
/** @type {{ budgets: typeof ownBudgets }} */
const { budgets } = otherBudgets ? await import(otherBudgets) : { budgets: ownBudgets };
const built = readdirSync(scripts);

/**
 * Each file is packed by itself, as it is sent.
 * @param {readonly string[]} patterns
 */
function weighFiles(patterns) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const pattern of patterns) {
    const [before = '', after = ''] = pattern.split('*');
    const file = built.find((name) => name === pattern || (after && name.startsWith(before) && name.endsWith(after)));
    if (!file) throw new Error(`dist/script has no ${pattern}.`);
    const { raw, gzip, brotli } = weigh(readFileSync(new URL(file, scripts)));
    total.raw += raw;
    total.gzip += gzip;
    total.brotli += brotli;
  }
  return total;
}

const floor = weigh(await bundleFloor());
const rows = [
  { what: 'floor: lit, @lit/context, socket.io-client', ...floor, budget: Infinity },
  ...budgets.map(({ what, files, budget }) => ({ what, ...weighFiles(files), budget })),
];

console.log('KiB'.padEnd(44) + ['raw', 'gzip', 'brotli', '× floor', 'budget'].map((head) => head.padStart(9)).join(''));
for (const { what, raw, gzip, brotli, budget } of rows) {
  const isOver = gzip > budget * 1024;
  const cells = [
    kib(raw),
    kib(gzip),
    kib(brotli),
    (gzip / floor.gzip).toFixed(2),
    Number.isFinite(budget) ? String(budget) : '',
  ];
  const line = what.padEnd(44) + cells.map((cell) => cell.padStart(9)).join('');
  console.log(isOver ? styleText('red', `${line}  over by ${kib(gzip - budget * 1024)}`) : line);
  if (isOver) process.exitCode = 1;
}
