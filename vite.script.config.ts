import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import description from './package.json' with { type: 'json' };
import { collapseTemplates } from './scripts/collapse-templates.ts';
import { builtFile, fetchOnDemand } from './scripts/fetch-on-demand.ts';
import { leanSocket } from './scripts/lean-socket.ts';

const OUT = fileURLToPath(new URL('dist/script/', import.meta.url));

interface Script {
  readonly entry: Readonly<Record<string, string>>;
  readonly format: 'es' | 'iife';
}

/** The files for a `<script>` tag, by the mode that builds them. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  /** A module in stages: the tag's own, the connection, what shows the button, and what is inside the panel. */
  staged: {
    format: 'es',
    entry: { 'chat-widget': 'src/chat-widget.staged.ts' },
  },
  /** A button; it fetches the files of the staged one, so these must be there already. */
  launcher: { format: 'iife', entry: { 'chat-widget.launcher': 'src/chat-widget.launcher.ts' } },
  /** All that everybody uses in one file. It works without `type="module"`, and from any origin without CORS. */
  classic: { format: 'iife', entry: { 'chat-widget.classic': 'src/chat-widget.ts' } },
};

/** Each with all that it needs and those before it have not. Else what two stages share would be one more file. */
const STAGES = [
  { name: 'early', test: /chat-widget-early-count\.ts$/ },
  { name: 'core', test: /chat-widget\.core\.ts$/ },
];

/** A name that a page writes down stays the same; the others change with what is inside, so that caches may keep them. */
function fileNameOf(name: string): string {
  return name.startsWith('chat-widget') ? `${name}.js` : `chat-widget.${name}.[hash].js`;
}

export default defineConfig(({ mode }): UserConfig => {
  const script = SCRIPTS[mode];
  if (!script) throw new Error(`--mode is one of ${Object.keys(SCRIPTS).join(', ')}`);
  return {
    define: {
      // Code for bundlers reads it, and no browser has it.
      'process.env.NODE_ENV': '"production"',
      // A classic script has none and finds its tag by itself.
      ...(script.format === 'iife' && { 'import.meta.url': 'undefined' }),
      ...(mode === 'launcher' && {
        EARLY: JSON.stringify(builtFile(OUT, 'early')),
        CORE: JSON.stringify(builtFile(OUT, 'core')),
        PANEL: JSON.stringify(builtFile(OUT, 'panel')),
      }),
    },
    plugins: [
      collapseTemplates(),
      mode !== 'launcher' && leanSocket(),
      mode === 'classic' && fetchOnDemand(OUT, ['panel.ts', 'dialog.ts']),
    ],
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      // Of a file of two kilobytes, the line that names its map would be the fortieth part.
      sourcemap: mode === 'launcher' ? 'hidden' : true,
      reportCompressedSize: false,
      lib: { entry: script.entry, name: 'chatWidget', formats: [script.format] },
      // The launcher has nothing of others in it.
      license: mode !== 'launcher' && { fileName: 'licenses.md' },
      rolldownOptions: {
        // What the panel shares with the core is in the core's file, not in one more.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: ({ name }) => fileNameOf(name),
          chunkFileNames: ({ name }) => fileNameOf(name),
          minify: true,
          ...(script.format === 'es' && { codeSplitting: { groups: STAGES } }),
          postBanner: `/*! chat-widget ${description.version}, MIT${mode === 'launcher' ? '' : '. What else is inside: licenses.md'} */`,
        },
      },
    },
  };
});
