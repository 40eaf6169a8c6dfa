import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = new URL('.', import.meta.url);
const SCRIPTS = new URL('../../dist/script/', import.meta.url);

/** @typedef {{ name: string, title: string, tag?: string }} System */

/**
 * In the order of the table. `tag`: its element, where it is one.
 * @type {readonly System[]}
 */
export const SYSTEMS = [
  { name: 'ours', title: 'chat-widget', tag: 'chat-widget' },
  { name: 'plain', title: 'plain DOM, all rows' },
  { name: 'limit', title: 'plain DOM, last 120 rows' },
  { name: 'vue-advanced-chat', title: 'vue-advanced-chat', tag: 'vue-advanced-chat' },
  { name: 'deep-chat', title: 'deep-chat', tag: 'deep-chat' },
  { name: 'chatscope', title: 'chatscope + react' },
];

/** What a page carries until somebody comes near: the staged script's button, connection and unread count. */
export const BEFORE_INTENT = { name: 'before-intent', title: 'chat-widget, closed' };

const PEERS = ['vue-advanced-chat', 'deep-chat', '@chatscope/chat-ui-kit-react', 'react'];

/** What was compared, as it was installed. */
export function versions() {
  const read = (/** @type {URL} */ file) => JSON.parse(readFileSync(file, 'utf8')).version;
  return [
    `chat-widget ${read(new URL('../../package.json', HERE))}`,
    ...PEERS.map((name) => `${name} ${read(new URL(`node_modules/${name}/package.json`, HERE))}`),
  ];
}

/**
 * Bundles one system with the code between it and the server, and serves its page at `/<name>.html`.
 * @param {System} system
 * @param {import('./backend.mjs').Backend} backend
 */
export async function serveSystem({ name }, backend) {
  if (name === 'ours') return serveOurs(backend);
  if (name === BEFORE_INTENT.name) return serveBeforeIntent(backend);
  const result = await build({
    root: fileURLToPath(HERE),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { system: fileURLToPath(new URL(`adapters/${name}.mjs`, HERE)) } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('page.mjs', HERE)), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  let head = '';
  for (const file of output.output) {
    if (file.type === 'chunk') {
      backend.serve(`/${name}.js`, file.code);
      head += `<script type="module" src="/${name}.js"></script>`;
    } else if (file.fileName.endsWith('.css')) {
      backend.serve(`/${name}.css`, file.source.toString());
      head += `<link rel="stylesheet" href="/${name}.css">`;
    }
  }
  backend.serve(`/${name}.html`, page(`${STYLE}${head}`, '<div id="root"></div>'));
}

const STYLE = '<style>.scroller { height: 600px; overflow: auto }</style>';

/** @param {string} head @param {string} body */
function page(head, body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>${head}</head><body>${body}</body></html>`;
}

const ATTRIBUTES = 'server-url="/" user-id="u1" user-name="Grace Hopper" storage="none"';

/** The measures' own eyes, which are no part of the system. @param {string} name */
const eyes = (name) => `<script>${readFileSync(new URL(`adapters/${name}.mjs`, HERE), 'utf8')}</script>`;

/** @param {import('./backend.mjs').Backend} backend */
function serveOurs(backend) {
  backend.serveFile(SCRIPTS, 'chat-widget.classic.js');
  const script = '<script src="/chat-widget.classic.js"></script>';
  const widget = `<chat-widget mode="inline" room="r0" style="width: 900px" ${ATTRIBUTES}></chat-widget>`;
  backend.serve('/ours.html', page(eyes('ours'), script + widget));
}

/** @param {import('./backend.mjs').Backend} backend */
function serveBeforeIntent(backend) {
  for (const name of readdirSync(SCRIPTS)) if (name.endsWith('.js')) backend.serveFile(SCRIPTS, name);
  const script = '<script src="/chat-widget.launcher.js"></script>';
  const widget = `<chat-widget ${ATTRIBUTES}></chat-widget>`;
  backend.serve(`/${BEFORE_INTENT.name}.html`, page(eyes(BEFORE_INTENT.name), script + widget));
}
