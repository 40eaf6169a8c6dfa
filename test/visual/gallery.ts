import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { browserArguments, findBrowser } from '../../scripts/find-browser.mjs';
import type { Inspection } from './inspect.ts';

export interface Look {
  readonly theme: 'light' | 'dark' | 'forced';
  readonly dir: 'ltr' | 'rtl';
  readonly width: number;
}

const HEIGHT = 640;

/** Every look that a state is inspected in. */
export const LOOKS: readonly Look[] = [320, 390, 900].flatMap((width) =>
  (['light', 'dark', 'forced'] as const).flatMap((theme) =>
    (['ltr', 'rtl'] as const).map((dir) => ({ theme, dir, width })),
  ),
);

export const nameOf = ({ theme, dir, width }: Look): string => `${theme} ${dir} ${width}`;

/** One page with the widget from its sources, fed by fakes: no server, no clock, nothing that comes when it likes. */
export class Gallery {
  static async open(): Promise<Gallery> {
    const [script, browser] = await Promise.all([
      bundle(),
      chromium.launch({ executablePath: findBrowser(), args: browserArguments }),
    ]);
    const page = await browser.newPage({ viewport: { width: 900, height: HEIGHT }, reducedMotion: 'reduce' });
    const gallery = new Gallery(browser, page, script);
    await gallery.load();
    return gallery;
  }

  readonly page: Page;
  readonly #browser: Browser;
  readonly #script: string;
  #forcedColors: 'active' | 'none' = 'none';

  private constructor(browser: Browser, page: Page, script: string) {
    this.#browser = browser;
    this.page = page;
    this.#script = script;
  }

  /** @param textSize what the person has set in the browser, in pixels */
  async load(textSize = 16): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
    await this.page.goto('about:blank');
    await this.page.setContent('<!doctype html><html lang="en"><title>Gallery</title><body></body></html>');
    await this.page.addStyleTag({ content: 'body { margin: 0 } chat-widget { --chat-widget-height: 640px }' });
    await this.page.addScriptTag({ content: this.#script, type: 'module' });
    await this.page.waitForFunction(() => 'visual' in globalThis);
  }

  async show(state: string): Promise<void> {
    await this.#resize(900);
    await this.page.evaluate((name) => visual.show(name).then(() => {}), state);
  }

  /** Changes the look of what is shown. Right-to-left is Arabic, as a page of it would be. */
  async look({ theme, dir, width }: Look): Promise<void> {
    await this.#resize(width);
    const forcedColors = theme === 'forced' ? 'active' : 'none';
    if (forcedColors !== this.#forcedColors) await this.page.emulateMedia({ forcedColors });
    this.#forcedColors = forcedColors;
    await this.page.evaluate(
      async ([scheme, direction]) => {
        document.documentElement.dir = direction;
        document.documentElement.lang = direction === 'rtl' ? 'ar' : 'en';
        const widget = document.querySelector('chat-widget');
        if (widget) widget.theme = scheme;
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      },
      [theme === 'dark' ? 'dark' : 'light', dir] as const,
    );
  }

  async #resize(width: number): Promise<void> {
    if (this.page.viewportSize()?.width !== width) await this.page.setViewportSize({ width, height: HEIGHT });
  }

  inspect(look: Look): Promise<Inspection> {
    return this.page.evaluate(
      (isForced) => visual.inspect(document.querySelector('chat-widget') ?? document.body, isForced),
      look.theme === 'forced',
    );
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** Everything in one module, what is loaded on demand as well. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built[0]?.output ?? [];
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}
