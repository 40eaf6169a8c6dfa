import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Launcher } from 'chrome-launcher';
import { root } from './root.mjs';

/** What a browser under test is started with, beside what its driver adds. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const ADVICE =
  'Install Google Chrome or Chromium, or name one: CHROME_PATH=/path/to/chrome npm test\n' +
  '(Debian, Ubuntu: apt-get install chromium · macOS: brew install --cask google-chrome · Windows: winget install Google.Chrome)';

const UNPACK = `
  import chromium from '@sparticuz/chromium';
  await chromium.executablePath();
`;

/** The list that comes with the fonts looks for them in `/tmp`. */
const FONTS = '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n';

/**
 * The browser that the tests run in: the one that `CHROME_PATH` names, else one that is installed,
 * else the one that comes with the development dependencies (Linux), unpacked once.
 * @returns {string} the path of its program
 * @throws {Error} that says what to do, where there is none
 */
export function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, and there is no such file.`);
  }
  return installed() ?? unpacked();
}

function installed() {
  try {
    return Launcher.getFirstInstallation();
  } catch {
    // That is how the library says that it found none.
    return undefined;
  }
}

function unpacked() {
  if (process.platform !== 'linux') throw new Error(`No browser was found for the tests.\n${ADVICE}`);
  const folder = cacheFolder();
  const program = `${folder}/chromium`;
  try {
    if (!existsSync(program)) unpack(folder);
    provideLibraries(folder, program);
  } catch (error) {
    throw new Error(`No browser was found for the tests, and the one that npm brought does not run.\n${ADVICE}`, {
      cause: error,
    });
  }
  return program;
}

function cacheFolder() {
  const description = readFileSync(new URL('node_modules/@sparticuz/chromium/package.json', root), 'utf8');
  /** @type {{ version: string }} */
  const { version } = JSON.parse(description);
  return fileURLToPath(new URL(`.cache/chromium-${version}`, root));
}

/**
 * The package unpacks into the folder for temporary files, and takes what is there by that name for its own:
 * it gets a fresh folder, which takes its place only when all is there.
 * @param {string} folder
 */
function unpack(folder) {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    // The second variable makes it bring along the libraries that a bare container lacks.
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], { cwd: root, env });
    writeFileSync(`${half}/fonts/fonts.conf`, FONTS);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Unless another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Lets the browser find the libraries and fonts that were unpacked with it, where the system has none.
 * @param {string} folder
 * @param {string} program
 */
function provideLibraries(folder, program) {
  if (!existsSync('/etc/fonts')) process.env['FONTCONFIG_PATH'] ??= `${folder}/fonts`;
  if (runs(program)) return;
  process.env['LD_LIBRARY_PATH'] = [`${folder}/al2023/lib`, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  if (!runs(program)) throw new Error(`${program} --version fails.`);
}

/** @param {string} program */
function runs(program) {
  return spawnSync(program, ['--no-sandbox', '--version'], { stdio: 'ignore' }).status === 0;
}
