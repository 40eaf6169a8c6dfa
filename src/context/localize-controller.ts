import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalog } from '../localization/catalog.ts';
import { en } from '../localization/en.ts';
import { Formats } from '../localization/formats.ts';
import { languages } from '../localization/languages.ts';
import { localeOf, watchLanguage } from '../localization/page-language.ts';
import type { Strings } from '../localization/strings.ts';
import { stringsContext } from './strings-context.ts';

/** Gives its host the texts and formats of its language: that of the nearest `lang`, with the page's `strings` on top. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #catalog: Catalog;
  readonly #own: ContextConsumer<typeof stringsContext, ReactiveControllerHost & HTMLElement>;
  /** The same object until something in it is another. */
  strings: Strings = en;
  formats: Formats = Formats.for('en');
  #language = en;
  #mergedFrom: readonly [language: Strings, own: Partial<Strings> | undefined] = [en, undefined];
  #release: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, catalog = languages) {
    this.#host = host;
    this.#catalog = catalog;
    host.addController(this);
    this.#own = new ContextConsumer(host, { context: stringsContext, subscribe: true });
  }

  hostConnected(): void {
    this.#release = [watchLanguage(this.#host, this.#follow), this.#catalog.listen(this.#follow)];
    this.#follow();
  }

  hostDisconnected(): void {
    for (const release of this.#release) release();
  }

  hostUpdate(): void {
    const own = this.#own.value;
    const [language, merged] = this.#mergedFrom;
    if (language === this.#language && merged === own) return;
    this.#mergedFrom = [this.#language, own];
    this.strings = own ? { ...this.#language, ...own } : this.#language;
  }

  readonly #follow = (): void => {
    const locale = localeOf(this.#host);
    const found = this.#catalog.stringsOf(locale);
    // What is shown stays until the new language is there, so that it changes once.
    if (found === 'loading') return;
    const language = found ?? en;
    const formats = Formats.for(locale);
    if (language === this.#language && formats === this.formats) return;
    this.#language = language;
    this.formats = formats;
    this.#host.requestUpdate();
  };
}
