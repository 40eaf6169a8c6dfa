import { defineConfig } from 'vite';

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
      rolldownOptions: { output: { minify: true } },
    },
  };
});
