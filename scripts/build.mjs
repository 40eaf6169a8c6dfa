/** Builds everything into `dist`: the npm package, the files for a `<script>` tag, and the demo pages. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './processes.mjs';
import { root } from './root.mjs';

const TSC = 'node_modules/typescript/bin/tsc';
const VITE = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];

rmSync(new URL('dist', root), { recursive: true, force: true });

for (const args of [
  [TSC, '--project', 'tsconfig.npm.json'],
  // In this order: the launcher fetches files of the staged one.
  ...['staged', 'launcher', 'classic'].map((mode) => [...VITE, '--config', 'vite.script.config.ts', '--mode', mode]),
  VITE,
]) {
  const code = await run(process.execPath, args, { cwd: root });
  if (code !== 0) process.exit(code);
}

// The names of emoji are made of data, so the bundler cannot know of it.
const licenses = readFileSync(new URL('scripts/emoji/licenses.txt', root), 'utf8');
appendFileSync(new URL('dist/script/licenses.md', root), licenses);

// Written last: only a build that is whole is younger than its sources.
writeFileSync(new URL('dist/.built', root), '');
