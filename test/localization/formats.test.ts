import { expect } from '@open-wc/testing';
import { Formats } from '../../src/localization/formats.ts';

/** Local time, as the formats are. */
const at = (year: number, month: number, day: number, hour = 12, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime();

/** A Wednesday. */
const NOW = at(2026, 3, 4);

describe('Formats', () => {
  const DAYS: readonly [what: string, moment: number, day: string, short: string][] = [
    ['a moment of today', at(2026, 3, 4, 9, 5), 'today', '9:05 AM'],
    ['one minute before midnight', at(2026, 3, 3, 23, 59), 'yesterday', 'yesterday'],
    ['two days ago', at(2026, 3, 2), 'Monday', 'Mon'],
    ['six days ago', at(2026, 2, 26), 'Thursday', 'Thu'],
    ['a week ago', at(2026, 2, 25), 'Feb 25, 2026', 'Feb 25'],
    ['another year', at(2025, 12, 31), 'Dec 31, 2025', '12/31/25'],
    ['tomorrow, by the clock of another', at(2026, 3, 5), 'Mar 5, 2026', 'Mar 5'],
  ];
  for (const [what, moment, day, short] of DAYS) {
    it(`names ${what}`, () => {
      const formats = Formats.for('en-US');
      expect(formats.day(moment, NOW)).to.equal(day);
      expect(formats.short(moment, NOW).replace('\u202f', ' ')).to.equal(short);
    });
  }

  const AGO: readonly [minutes: number, text: string][] = [
    [0, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [23 * 60 + 59, '23 hours ago'],
    [24 * 60, 'yesterday'],
    [72 * 60, '3 days ago'],
    [-5, '1 minute ago'],
  ];
  for (const [minutes, text] of AGO) {
    it(`says ${text} of ${minutes} minutes`, () => {
      expect(Formats.for('en').ago(NOW - minutes * 60_000, NOW)).to.equal(text);
    });
  }

  it('formats as the locale does', () => {
    expect(Formats.for('de').day(NOW, NOW)).to.equal('heute');
    expect(Formats.for('de-CH').number(1234.5)).to.match(/^1['’]234.5$/);
    expect(Formats.for('ar-EG').number(12)).to.equal('١٢');
    expect(Formats.for('fr').time(at(2026, 3, 4, 14, 5))).to.equal('14:05');
    expect(Formats.for('ja').dateAndTime(NOW)).to.contain('2026年3月4日水曜日');
  });

  it('takes the form that the number has in the locale, and the others’ where a rare one is not given', () => {
    const forms = { one: 'one', few: 'few', other: 'other' };
    const take = (locale: string, count: number): string => Formats.for(locale).plural(count, forms);
    expect([1, 3, 21, 5].map((count) => take('ru', count))).to.deep.equal(['one', 'few', 'one', 'other']);
    expect([0, 1, 2].map((count) => take('fr', count))).to.deep.equal(['one', 'one', 'other']);
    expect(take('fr', 1_000_000)).to.equal('other');
  });

  const LISTS: readonly [locale: string, list: string][] = [
    ['en', 'Ada, Grace, Linus'],
    ['de', 'Ada, Grace und Linus'],
    ['pl', 'Ada, Grace i Linus'],
    ['ar', 'Ada وGrace وLinus'],
    ['ja', 'Ada、Grace、Linus'],
  ];
  for (const [locale, list] of LISTS) {
    it(`writes a list of names as ${list}`, () => {
      expect(Formats.for(locale).list(['Ada', 'Grace', 'Linus'])).to.equal(list);
    });
  }

  it('writes a list of nobody and of one', () => {
    const { list } = Formats.for('en');
    expect([list([]), list(['Ada'])]).to.deep.equal(['', 'Ada']);
  });

  it('makes an instance of Intl when it is first needed, and only once', () => {
    const { NumberFormat } = Intl;
    let made = 0;
    class Counted extends NumberFormat {
      constructor(locale?: Intl.LocalesArgument) {
        super(locale);
        made += 1;
      }
    }
    Object.assign(Intl, { NumberFormat: Counted });
    try {
      const formats = Formats.for('is');
      expect(made).to.equal(0);
      formats.number(1);
      Formats.for('is').number(2);
      expect(made).to.equal(1);
    } finally {
      Object.assign(Intl, { NumberFormat });
    }
  });
});
