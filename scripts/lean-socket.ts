import type { Plugin } from 'vite';

/** By the end of a module's path: what is left of it. */
const LEAN: readonly (readonly [module: string, lean: (code: string) => string])[] = [
  // `io()` and its cache of connections, which we never call.
  ['/socket.io-client/build/esm/index.js', () => "export { Manager } from './manager.js';"],
  // We always give it a parser; its own would bring all that there is in one, as an object.
  [
    '/socket.io-client/build/esm/manager.js',
    (code) => code.replace(/^import \* as parser .*$/m, 'const parser = undefined;'),
  ],
  // No server has it switched on by itself. The client passes over a transport that is not there.
  ['/engine.io-client/build/esm/transports/webtransport.js', () => 'export const WT = undefined;'],
];

/** Leaves out of the Socket.IO client what a widget has no use for, and what bundlers cannot know to be unused. */
export function leanSocket(): Plugin {
  const found = new Set<string>();
  return {
    name: 'lean-socket',
    apply: 'build',
    transform(code, id) {
      const [module, lean] = LEAN.find(([path]) => id.replaceAll('\\', '/').endsWith(path)) ?? [];
      if (!module || !lean) return null;
      const left = lean(code);
      if (left !== code) found.add(module);
      return { code: left, map: null };
    },
    // Another version of the client may have its files elsewhere.
    generateBundle() {
      const missing = LEAN.filter(([module]) => !found.has(module));
      if (missing.length > 0) this.error(`Not in the Socket.IO client any more: ${missing.join()}`);
    },
  };
}
