/** Runs the reference server and Vite's server for the demo pages; both follow changes of the sources. */
import { install } from './install.mjs';
import { run } from './processes.mjs';
import { root } from './root.mjs';

await install();
const env = { DEMO: 'true', ...process.env };
const codes = Promise.race([
  run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'demo/server/main.ts'], {
    cwd: root,
    env,
  }),
  run(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: root, env }),
]);
// Where one ends the other makes no sense.
process.exit(await codes);
