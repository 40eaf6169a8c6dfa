import type { Strings } from './strings.ts';
import { createWording, type Wording } from './wording.ts';

/** Makes the texts of one language; `Category` is what its own plural rules tell apart beside `other`. */
export type Language<Category extends Intl.LDMLPluralRule = never> = (wording: Wording<Category>) => Strings;

/** Fetches the file of one language. */
export type LanguageFile = () => Promise<{ readonly createStrings: Language }>;

/** The languages that there are, each fetched when first asked for, and once for all who ask. */
export class Catalog {
  readonly #files: ReadonlyMap<string, LanguageFile>;
  /** By locale, not by language: `de-CH` writes its numbers in its own way. */
  readonly #strings = new Map<string, Strings | 'loading'>();
  readonly #listeners = new Set<() => void>();

  /** @param files by language, or by language and script where one is written in several: `zh-Hant` */
  constructor(files: Readonly<Record<string, LanguageFile>>) {
    this.#files = new Map(Object.entries(files));
  }

  /**
   * The texts in the language of a locale; undefined where there are none. What could not be fetched is fetched again when
   * next asked for.
   * @param locale well-formed, such as `pt-BR`
   */
  stringsOf(locale: string): Strings | 'loading' | undefined {
    const file = this.#strings.has(locale) ? undefined : this.#fileOf(locale);
    if (file) void this.#fetch(locale, file);
    return this.#strings.get(locale);
  }

  /** Tells whenever a language has been loaded, until the release that it returns is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `zh-TW` does not say in which script it is, but there is only one. */
  #fileOf(locale: string): LanguageFile | undefined {
    const { language, script } = new Intl.Locale(locale).maximize();
    return this.#files.get(`${language}-${script}`) ?? this.#files.get(language);
  }

  async #fetch(locale: string, file: LanguageFile): Promise<void> {
    this.#strings.set(locale, 'loading');
    try {
      const { createStrings } = await file();
      this.#strings.set(locale, createStrings(createWording(locale)));
    } catch {
      this.#strings.delete(locale);
      return;
    }
    for (const listener of this.#listeners) listener();
  }
}
