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
  #locale: string | undefined;
  #language = en;
  #mergedFrom: readonly [language: Strings, own: Partial<Strings> | undefined] = [en, undefined];
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, catalog = languages) {
    this.#host = host;
    this.#catalog = catalog;
    host.addController(this);
    this.#own = new ContextConsumer(host, { context: stringsContext, subscribe: true });
  }

  hostConnected(): void {
    this.#unwatch = watchLanguage(this.#host, () => void this.#follow());
    void this.#follow();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  hostUpdate(): void {
    const own = this.#own.value;
    const [language, merged] = this.#mergedFrom;
    if (language === this.#language && merged === own) return;
    this.#mergedFrom = [this.#language, own];
    this.strings = own ? { ...this.#language, ...own } : this.#language;
  }

  /** What is shown stays until the new language is there, so that it changes once. */
  async #follow(): Promise<void> {
    const locale = localeOf(this.#host);
    this.#locale = locale;
    const found = this.#catalog.stringsOf(locale);
    // Not awaited where it is there: the first picture is in it.
    const language = (found instanceof Promise ? await found : found) ?? en;
    const formats = Formats.for(locale);
    if (locale !== this.#locale || (language === this.#language && formats === this.formats)) return;
    this.#language = language;
    this.formats = formats;
    this.#host.requestUpdate();
  }
}
