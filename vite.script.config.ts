import { defineConfig } from 'vite';
import description from './package.json' with { type: 'json' };
import { collapseTemplates } from './scripts/collapse-templates.ts';

/**
 * The two files for a `<script>` tag, each with everything inside. The classic one works without `type="module"`,
 * and from any origin without CORS.
 */
export default defineConfig(({ mode }) => {
  const classic = mode === 'classic';
  return {
    define: {
      // Code for bundlers reads it, and no browser has it.
      'process.env.NODE_ENV': '"production"',
      // A classic script has none and finds its tag by itself.
      ...(classic && { 'import.meta.url': 'undefined' }),
    },
    plugins: [collapseTemplates()],
    build: {
      outDir: 'dist/script',
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      reportCompressedSize: false,
      lib: {
        entry: 'src/chat-widget.ts',
        name: 'chatWidget',
        formats: [classic ? 'iife' : 'es'],
        fileName: () => (classic ? 'chat-widget.classic.js' : 'chat-widget.js'),
      },
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        output: {
          minify: true,
          postBanner: `/*! chat-widget ${description.version}, MIT. What else is inside: licenses.md */`,
        },
      },
    },
  };
});
