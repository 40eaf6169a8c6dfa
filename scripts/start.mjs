/** Sets up what is missing, builds what is old, and runs the reference server with the demo. */
import { install } from './install.mjs';
import { isStale } from './is-stale.mjs';
import { npm, run } from './processes.mjs';
import { root } from './root.mjs';

await install();
if (isStale()) {
  console.log('Building…');
  const [command, args, options] = npm('run', '--silent', 'build');
  const code = await run(command, args, { ...options, cwd: root });
  if (code !== 0) process.exit(code);
}
process.exitCode = await run(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
  cwd: root,
  env: { DEMO: 'true', LOG_LEVEL: 'warn', ...process.env },
});
