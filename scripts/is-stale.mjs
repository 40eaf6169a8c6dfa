import { readdirSync, statSync } from 'node:fs';
import { root } from './root.mjs';

const SOURCES = [
  'src',
  'demo',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.npm.json',
  'vite.config.ts',
  'vite.script.config.ts',
];

/** Whether a source is younger than the last whole build, or there is none. */
export function isStale() {
  const built = statSync(new URL('dist/.built', root), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((path) => isYounger(new URL(path, root), built));
}

/**
 * @param {URL} url of a file or folder
 * @param {number} time
 * @returns {boolean}
 */
function isYounger(url, time) {
  const stat = statSync(url);
  // A folder is younger when something in it was added, renamed or removed.
  if (stat.mtimeMs > time) return true;
  if (!stat.isDirectory()) return false;
  return readdirSync(url).some((name) => isYounger(new URL(`${url.href}/${encodeURIComponent(name)}`), time));
}
