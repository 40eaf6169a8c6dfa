/** Runs the reference server and Vite's server for the demo pages; both follow changes of the sources. */
import { install } from './install.mjs';
import { run } from './processes.mjs';
import { root } from './root.mjs';

await install();
const env = { DEMO: 'true', ...process.env };
const programs = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'demo/server/main.ts'],
  ['node_modules/vite/bin/vite.js'],
];
// Where one ends, the other makes no sense.
process.exit(await Promise.race(programs.map((args) => run(process.execPath, args, { cwd: root, env }))));
