import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** The name of the file that was built of a part, with what stands for its content. */
export function builtFile(folder: string, part: string): string {
  const [file, ...others] = readdirSync(folder).filter(
    (each) => each.startsWith(`chat-widget.${part}.`) && each.endsWith('.js'),
  );
  if (!file || others.length > 0)
    throw new Error(`dist/script has not one file of ${part}: build the staged script first.`);
  return file;
}

/** `import('./languages/de.ts')`, but not as a type. */
const DYNAMIC_IMPORT = /(?<!typeof )import\('([^']+\/([^/']+)\.ts)'\)/g;

/** What tells a script its own address, which only runs while it is loaded. */
const INTRO = 'const scriptUrl = document.currentScript?.src;';

/**
 * A classic script cannot be split, and what few people use should not be in it. Such a module is fetched from the files of
 * the staged script, beside it. Where that cannot be, the import fails as if the network had.
 * @param folder where the staged script is
 * @param present modules that the script imports anyway, by the name of their file: an import of them resolves at once.
 *   Left to the bundler, it would wrap them and all that they import into functions, so that they could still run later.
 */
export function fetchOnDemand(folder: string, present: readonly string[]): Plugin {
  return {
    name: 'fetch-on-demand',
    enforce: 'pre',
    apply: 'build',
    outputOptions: (options) => ({ ...options, intro: INTRO }),
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id.replaceAll('\\', '/'))) return null;
      const fetching = code.replace(DYNAMIC_IMPORT, (_whole, path: string, name: string) => {
        if (present.includes(basename(path))) return 'Promise.resolve()';
        const file = builtFile(folder, name);
        // A second copy of what the script itself holds would be another one, with a state of its own.
        if (/\bfrom\s*["']/.test(readFileSync(`${folder}/${file}`, 'utf8')))
          this.error(`${path} is fetched on demand, so it must stand alone: it may import packages and types only.`);
        return `Promise.resolve().then(() => import(/* @vite-ignore */ new URL(${JSON.stringify(file)}, scriptUrl).href))`;
      });
      return fetching === code ? null : { code: fetching, map: null };
    },
  };
}
