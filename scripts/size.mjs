/**
 * Prints how large the scripts are, beside what Lit and the Socket.IO client weigh alone in the same kind of file, and fails
 * where one is over its budget (`size-budget.mjs`).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { budgets } from './size-budget.mjs';
import { root } from './root.mjs';

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

const floor = weigh(await bundleFloor());
const rows = [
  { name: 'lit + @lit/context + socket.io-client', ...floor, budget: Infinity },
  ...Object.entries(budgets).map(([name, budget]) => ({
    name,
    ...weigh(readFileSync(new URL(`dist/script/${name}`, root))),
    budget,
  })),
];

console.log('KiB'.padEnd(40) + ['raw', 'gzip', 'brotli', '× floor', 'budget'].map((head) => head.padStart(9)).join(''));
for (const { name, raw, gzip, brotli, budget } of rows) {
  const isOver = gzip > budget * 1024;
  const cells = [
    kib(raw),
    kib(gzip),
    kib(brotli),
    (gzip / floor.gzip).toFixed(2),
    Number.isFinite(budget) ? String(budget) : '',
  ];
  const line = name.padEnd(40) + cells.map((cell) => cell.padStart(9)).join('');
  console.log(isOver ? styleText('red', `${line}  over by ${kib(gzip - budget * 1024)}`) : line);
  if (isOver) process.exitCode = 1;
}
