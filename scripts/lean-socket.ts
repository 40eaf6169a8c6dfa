import type { Plugin } from 'vite';

/** By the end of a module's path: what is left of it. */
const LEAN: readonly (readonly [module: string, code: string])[] = [
  // `io()` and its cache of connections, which we never call.
  ['/socket.io-client/build/esm/index.js', "export { Manager } from './manager.js';"],
  // No server has it switched on by itself. The client passes over a transport that is not there.
  ['/engine.io-client/build/esm/transports/webtransport.js', 'export const WT = undefined;'],
];

/** Leaves out of the Socket.IO client what a widget has no use for, and what bundlers cannot know to be unused. */
export function leanSocket(): Plugin {
  const found = new Set<string>();
  return {
    name: 'lean-socket',
    apply: 'build',
    load(id) {
      const lean = LEAN.find(([module]) => id.replaceAll('\\', '/').endsWith(module));
      if (!lean) return null;
      found.add(lean[0]);
      return { code: lean[1], map: null };
    },
    // Another version of the client may have its files elsewhere.
    generateBundle() {
      const missing = LEAN.filter(([module]) => !found.has(module));
      if (missing.length > 0) this.error(`Not in the Socket.IO client any more: ${missing.join()}`);
    },
  };
}
