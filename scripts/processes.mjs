import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** @import { ChildProcess, SpawnOptions } from 'node:child_process' */

const isWindows = process.platform === 'win32';

/** So long may a program take to end when it is asked to. */
const PATIENCE_MS = 5000;

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Starts a program that does not outlive this one.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export function start(command, args, options = {}) {
  // A group of its own, so that what the program starts (a browser, a server) can be ended with it.
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !isWindows, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * The command line of npm: the very one that started us, where there is one.
 * @param {...string} args
 * @returns {[command: string, args: string[], options: SpawnOptions]}
 */
export function npm(...args) {
  const path = process.env['npm_execpath'];
  if (path?.endsWith('.js')) return [process.execPath, [path, ...args], {}];
  return ['npm', args, { shell: isWindows }];
}

/**
 * Ends a program and what it started.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export function stop(child, signal = 'SIGTERM') {
  try {
    if (isWindows || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
  for (const child of running) stop(child, signal);
}

process.once('exit', () => {
  stopAll('SIGKILL');
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    // They may need a moment, a server to close its database for one.
    stopAll('SIGTERM');
    const ended = [...running].map((child) => once(child, 'exit'));
    void Promise.race([Promise.all(ended), pause(PATIENCE_MS)]).finally(() => {
      process.exit(128 + constants.signals[signal]);
    });
  });
}
