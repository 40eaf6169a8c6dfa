import { readFileSync, statSync } from 'node:fs';
import { npm, run } from './processes.mjs';
import { root } from './root.mjs';

/** Installs the dependencies where they are missing or older than the lock file; ends the program where that fails. */
export async function install() {
  requireNode();
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.log('Installing dependencies…');
  const [command, args, options] = npm('ci', '--no-audit', '--no-fund');
  const code = await run(command, args, { ...options, cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (code === 0) return;
  console.error(
    '\nThe dependencies could not be installed: see what npm says above. Is the package registry reachable?',
  );
  process.exit(code);
}

function requireNode() {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const [major, minor] = numbers(engines.node);
  const [ownMajor, ownMinor] = numbers(process.versions.node);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`Node.js ${engines.node} is needed; this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

/**
 * @param {string} version
 * @returns {[major: number, minor: number]}
 */
function numbers(version) {
  const [major = 0, minor = 0] = version.replace(/^\D+/, '').split('.').map(Number);
  return [major, minor];
}

/** @param {string} path */
function modified(path) {
  return statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
