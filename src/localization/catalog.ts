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
  readonly #found = new Map<string, Strings | Promise<Strings | undefined>>();

  constructor(files: Readonly<Record<string, LanguageFile>>) {
    this.#files = new Map(Object.entries(files));
  }

  /**
   * The texts in the language of a locale, or the promise of them where they must be fetched first. Undefined where there
   * are none, and where they could not be fetched; then the next call tries again.
   * @param locale well-formed, such as `pt-BR`
   */
  stringsOf(locale: string): Strings | Promise<Strings | undefined> | undefined {
    const file = this.#files.get(new Intl.Locale(locale).language);
    if (file && !this.#found.has(locale)) this.#found.set(locale, this.#fetch(locale, file));
    return this.#found.get(locale);
  }

  async #fetch(locale: string, file: LanguageFile): Promise<Strings | undefined> {
    try {
      const { createStrings } = await file();
      const strings = createStrings(createWording(locale));
      this.#found.set(locale, strings);
      return strings;
    } catch {
      this.#found.delete(locale);
      return undefined;
    }
  }
}
