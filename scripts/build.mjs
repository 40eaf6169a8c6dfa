/** Builds everything into `dist`: the npm package, the two scripts for a `<script>` tag, and the demo pages. */
import { rmSync, writeFileSync } from 'node:fs';
import { run } from './processes.mjs';
import { root } from './root.mjs';

rmSync(new URL('dist', root), { recursive: true, force: true });

for (const args of [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.npm.json'],
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.script.config.ts', '--mode', 'module'],
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.script.config.ts', '--mode', 'classic'],
  ['node_modules/vite/bin/vite.js', 'build'],
]) {
  const code = await run(process.execPath, args, { cwd: root });
  if (code !== 0) process.exit(code);
}

// Written last: only a build that is whole is younger than its sources.
writeFileSync(new URL('dist/.built', root), '');
