import { Lexicon, type NameFile } from './lexicon.ts';

/** All but English, which is in the list. Each is a file of its own that imports nothing. */
const FILES: Readonly<Record<string, () => Promise<NameFile>>> = {
  ar: () => import('./names/emoji-ar.ts'),
  de: () => import('./names/emoji-de.ts'),
  es: () => import('./names/emoji-es.ts'),
  fr: () => import('./names/emoji-fr.ts'),
  he: () => import('./names/emoji-he.ts'),
  hi: () => import('./names/emoji-hi.ts'),
  it: () => import('./names/emoji-it.ts'),
  ja: () => import('./names/emoji-ja.ts'),
  ko: () => import('./names/emoji-ko.ts'),
  nl: () => import('./names/emoji-nl.ts'),
  pl: () => import('./names/emoji-pl.ts'),
  pt: () => import('./names/emoji-pt.ts'),
  ru: () => import('./names/emoji-ru.ts'),
  tr: () => import('./names/emoji-tr.ts'),
  zh: () => import('./names/emoji-zh.ts'),
  'zh-hant': () => import('./names/emoji-zh-hant.ts'),
};

export const LEXICON_LANGUAGES = Object.keys(FILES);

/**
 * The names in the language of a locale; undefined where there are none. Rejects when the file cannot be fetched.
 * @param locale well-formed, such as `pt-BR`
 */
export async function loadLexicon(locale: string): Promise<Lexicon | undefined> {
  const { language, script } = new Intl.Locale(locale).maximize();
  const load = FILES[script === 'Hant' ? `${language}-hant` : language];
  return load && Lexicon.of(locale, await load());
}
