import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { browserArguments, findBrowser } from './scripts/find-browser.mjs';
import { summaryReporter } from './scripts/summary-reporter.mjs';

/**
 * The builds of the Socket.IO client for development import `debug`, which is CommonJS and which no browser can load.
 * @type {import('@web/test-runner').TestRunnerPlugin}
 */
const withoutDebug = {
  name: 'without-debug',
  resolveImport: ({ source }) => (source === 'debug' ? '/__debug.js' : undefined),
  serve: ({ path }) => (path === '/__debug.js' ? 'export default () => () => {};' : undefined),
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/{server,tooling,integration,embed,faults,bench}/**'],
  nodeResolve: { browser: true },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: browserArguments },
      // A window each: of two tabs in one window the hidden one gets no animation frames, and its tests wait for ever.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
    }),
  ],
  plugins: [
    withoutDebug,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }),
    summaryReporter(),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  testFramework: { config: { timeout: 5000 } },
};
