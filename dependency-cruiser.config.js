import { fileURLToPath } from 'node:url';

/**
 * The floors of docs/architecture.md: what a folder may import beside itself. `types` are imported as types only.
 * @type {Record<string, { sources?: string[], types?: string[], packages?: string[] }>}
 */
const FLOORS = {
  'src/protocol': {},
  'src/platform': { packages: ['idb-keyval'] },
  'src/localization': {},
  'src/theme': { packages: ['lit'] },
  'src/store': { sources: ['src/protocol'] },
  'src/connection': { sources: ['src/protocol', 'src/platform'], packages: ['socket.io-client', 'socket.io-parser'] },
  'src/session': { sources: ['src/protocol', 'src/store', 'src/connection', 'src/platform'] },
  'src/events': { sources: ['src/protocol'], types: ['src/session/requests.ts'] },
  'src/context': {
    sources: ['src/session', 'src/store', 'src/events', 'src/protocol', 'src/localization', 'src/platform'],
    packages: ['lit', '@lit/context'],
  },
  'src/elements': {
    sources: [
      'src/context',
      'src/store/selectors.ts',
      'src/store/state.ts',
      'src/events',
      'src/protocol',
      'src/localization',
      'src/theme',
      'src/platform',
    ],
    types: ['src/store', 'src/session'],
    packages: ['lit', '@lit/context'],
  },
  // Names and shapes of the wire have one home. The demo's people sign in at the server and are shown by the pages.
  'demo/server': { sources: ['src/protocol', 'demo/people.ts'] },
};

const OURS = '^(src|demo|test|scripts)/';

/** Regular expressions that each path of the list begins with. */
const under = (/** @type {string[]} */ paths) => paths.map((path) => `^${path}(/|$)`);

const packagesUnder = (/** @type {string[]} */ names) => names.map((name) => `^node_modules/${name}/`);

/**
 * @param {string} folder
 * @param {typeof FLOORS[string]} floor
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
function rulesOf(folder, { sources = [], types = [], packages = [] }) {
  const allowed = [folder, ...sources];
  const rule = { severity: /** @type {const} */ ('error'), from: { path: under([folder]) } };
  return [
    {
      ...rule,
      name: `${folder}: only from its floors`,
      to: { path: OURS, pathNot: under(allowed), dependencyTypesNot: ['type-only'] },
    },
    {
      ...rule,
      name: `${folder}: types only from its floors`,
      to: {
        path: OURS,
        pathNot: under([...allowed, ...types]),
        dependencyTypes: ['type-only'],
      },
    },
    ...(folder.startsWith('src/')
      ? [
          {
            ...rule,
            name: `${folder}: only its packages`,
            to: { pathNot: [OURS, ...packagesUnder(packages)] },
          },
        ]
      : []),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(FLOORS).flatMap(([folder, floor]) => rulesOf(folder, floor)),
    {
      name: 'every folder has a floor',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: under(Object.keys(FLOORS)) },
      to: {},
    },
    {
      name: 'demo pages use the public entries',
      severity: 'error',
      from: { path: '^demo/', pathNot: '^demo/server/' },
      to: { path: '^(src|demo/server)/', pathNot: '^src/(index|chat-widget)\\.ts$' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.json', import.meta.url)) },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'browser', 'default', 'types'], exportsFields: ['exports'] },
  },
};
