import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const demo = fileURLToPath(new URL('demo/', import.meta.url));
const server = `http://localhost:${process.env['PORT'] ?? '5050'}`;

/** The demo pages: every `demo/*.html` is one. */
export default defineConfig({
  root: demo,
  base: './',
  server: {
    proxy: {
      '/socket.io': { target: server, ws: true },
      '/demo/': server,
      '/health': server,
    },
  },
  build: {
    outDir: '../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    reportCompressedSize: false,
    // The server's content security policy allows no inline script and no `data:` font or script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: readdirSync(demo)
        .filter((file) => file.endsWith('.html'))
        .map((file) => demo + file),
    },
  },
});
