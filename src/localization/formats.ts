/** Dates, numbers and lists in one locale, through `Intl` only. Instances are expensive, so one set a locale. */
export class Formats {
  static readonly #byLocale = new Map<string, Formats>();

  /** An unknown or malformed locale falls back to English instead of throwing. */
  static for(locale: string): Formats {
    let formats = Formats.#byLocale.get(locale);
    if (!formats) {
      try {
        formats = new Formats(locale);
      } catch {
        formats = new Formats('en');
      }
      Formats.#byLocale.set(locale, formats);
    }
    return formats;
  }

  readonly #time: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #shortWeekday: Intl.DateTimeFormat;
  readonly #dayAndMonth: Intl.DateTimeFormat;
  readonly #shortDate: Intl.DateTimeFormat;
  readonly #dateAndTime: Intl.DateTimeFormat;
  readonly #day: Intl.RelativeTimeFormat;
  readonly #list: Intl.ListFormat;
  readonly #number: Intl.NumberFormat;

  private constructor(locale: string) {
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    this.#shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
    this.#dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    this.#shortDate = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
    this.#dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
    this.#day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    this.#list = new Intl.ListFormat(locale, { type: 'conjunction' });
    this.#number = new Intl.NumberFormat(locale);
  }

  /** `14:05` */
  time(moment: number): string {
    return this.#time.format(moment);
  }

  /** `today`, `yesterday`, `Tuesday` within the last week, else the date. */
  day(moment: number, now: number): string {
    const days = daysBetween(moment, now);
    if (days === 0 || days === 1) return this.#day.format(-days, 'day');
    return days > 1 && days < 7 ? this.#weekday.format(moment) : this.#date.format(moment);
  }

  /** For a narrow column: the time today, `yesterday`, `Tue` within the last week, `4 May` within the year, else `04/05/2025`. */
  short(moment: number, now: number): string {
    const days = daysBetween(moment, now);
    if (days === 0) return this.time(moment);
    if (days === 1) return this.day(moment, now);
    if (days > 1 && days < 7) return this.#shortWeekday.format(moment);
    const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
    return (sameYear ? this.#dayAndMonth : this.#shortDate).format(moment);
  }

  /** The whole moment, for a tooltip or a screen reader. */
  dateAndTime(moment: number): string {
    return this.#dateAndTime.format(moment);
  }

  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  number(value: number): string {
    return this.#number.format(value);
  }
}

/** Calendar days in local time, so that 23:59 and 00:01 are a day apart. */
function daysBetween(moment: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000);
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}
