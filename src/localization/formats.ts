type DateStyle = 'time' | 'weekday' | 'date' | 'shortWeekday' | 'dayAndMonth' | 'shortDate' | 'dateAndTime';

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  time: { timeStyle: 'short' },
  weekday: { weekday: 'long' },
  date: { dateStyle: 'medium' },
  shortWeekday: { weekday: 'short' },
  dayAndMonth: { day: 'numeric', month: 'short' },
  shortDate: { dateStyle: 'short' },
  dateAndTime: { dateStyle: 'full', timeStyle: 'short' },
};

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Dates, numbers, plurals and lists in one locale, through `Intl` only. Instances are expensive: each is made when first used. */
export class Formats {
  static readonly #byLocale = new Map<string, Formats>();

  /** @param locale well-formed; one that the browser does not know is formatted as the browser's own */
  static for(locale: string): Formats {
    const formats = Formats.#byLocale.get(locale) ?? new Formats(locale);
    Formats.#byLocale.set(locale, formats);
    return formats;
  }

  readonly locale: string;
  readonly #dates: Partial<Record<DateStyle, Intl.DateTimeFormat>> = {};
  #relatives: Intl.RelativeTimeFormat | undefined;
  #numbers: Intl.NumberFormat | undefined;
  #plurals: Intl.PluralRules | undefined;
  #lists: Intl.ListFormat | undefined;

  private constructor(locale: string) {
    this.locale = locale;
  }

  /** `14:05` */
  time(moment: number): string {
    return this.#date('time', moment);
  }

  /** `today`, `yesterday`, `Tuesday` within the last week, else the date. */
  day(moment: number, now: number): string {
    const days = daysBetween(moment, now);
    if (days === 0 || days === 1) return this.#relative(-days, 'day');
    return this.#date(days > 1 && days < 7 ? 'weekday' : 'date', moment);
  }

  /** For a narrow column: the time today, `yesterday`, `Tue` within the last week, `4 May` within the year, else `04/05/2025`. */
  short(moment: number, now: number): string {
    const days = daysBetween(moment, now);
    if (days === 0) return this.time(moment);
    if (days === 1) return this.day(moment, now);
    if (days > 1 && days < 7) return this.#date('shortWeekday', moment);
    const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
    return this.#date(sameYear ? 'dayAndMonth' : 'shortDate', moment);
  }

  /** `5 minutes ago`, `3 hours ago`, `yesterday`; never less than a minute. */
  ago(moment: number, now: number): string {
    const minutes = Math.max(1, Math.floor((now - moment) / 60_000));
    if (minutes < 60) return this.#relative(-minutes, 'minute');
    const hours = Math.floor(minutes / 60);
    return hours < 24 ? this.#relative(-hours, 'hour') : this.#relative(-Math.floor(hours / 24), 'day');
  }

  /** The whole moment, for a tooltip or a screen reader. */
  dateAndTime(moment: number): string {
    return this.#date('dateAndTime', moment);
  }

  number(value: number): string {
    this.#numbers ??= new Intl.NumberFormat(this.locale);
    return this.#numbers.format(value);
  }

  /** The form that a number takes; a rare one that is not given, such as that for exact millions, is as the others are. */
  plural(count: number, forms: PluralForms): string {
    this.#plurals ??= new Intl.PluralRules(this.locale);
    return forms[this.#plurals.select(count)] ?? forms.other;
  }

  /** `Ada, Grace, Linus`. Can be handed on by itself, and is the same function for the same locale. */
  readonly list = (texts: readonly string[]): string => {
    this.#lists ??= new Intl.ListFormat(this.locale, { style: 'narrow' });
    return this.#lists.format(texts);
  };

  #relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    this.#relatives ??= new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
    return this.#relatives.format(value, unit);
  }

  #date(style: DateStyle, moment: number): string {
    this.#dates[style] ??= new Intl.DateTimeFormat(this.locale, DATE_STYLES[style]);
    return this.#dates[style].format(moment);
  }
}

/** Calendar days in local time, so that 23:59 and 00:01 are a day apart. */
function daysBetween(moment: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000);
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}
