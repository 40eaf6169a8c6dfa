import { Formats, type PluralForms } from './formats.ts';

/** What a sentence with values in it is made with. `Category` is what the language's own plural rules tell apart. */
export interface Wording<Category extends Intl.LDMLPluralRule = never> {
  /** The form for this number, with the number as its locale writes it in the place of `#`. */
  readonly plural: (count: number, forms: PluralForms & Readonly<Record<Category, string>>) => string;
  /** For a template: writes numbers as the locale does, and keeps a name from mixing up the words around it. */
  readonly say: (sentence: TemplateStringsArray, ...values: readonly (string | number)[]) => string;
}

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function createWording(locale: string): Wording {
  const formats = Formats.for(locale);
  return {
    plural: (count, forms) => formats.plural(count, forms).replace('#', formats.number(count)),
    say: (sentence, ...values) => {
      const write = (value: string | number): string =>
        typeof value === 'number' ? formats.number(value) : isolate(value, sentence);
      return sentence.reduce((before, part, index) => before + write(values[index - 1] ?? '') + part);
    },
  };
}

/** Between first strong isolate and its end. Left alone where all goes the same way, which is what most pages see. */
function isolate(value: string, sentence: readonly string[]): string {
  return value && RIGHT_TO_LEFT.test(sentence.join('') + value) ? `\u2068${value}\u2069` : value;
}
