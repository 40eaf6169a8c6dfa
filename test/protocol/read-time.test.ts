import { expect } from '@open-wc/testing';
import { readTime } from '../../src/protocol/read-time.ts';

const MOMENT = Date.UTC(2021, 6, 28, 8, 46, 52, 123);
const SECOND = Date.UTC(2021, 6, 28, 8, 46, 52);
const DAY = Date.UTC(2021, 6, 28);

const accepted: [name: string, value: unknown, moment: number][] = [
  ['ISO with Z', '2021-07-28T08:46:52.123Z', MOMENT],
  ['ISO with Z and microseconds', '2021-07-28T08:46:52.123456Z', MOMENT],
  ['ISO with an offset', '2021-07-28T10:46:52.123+02:00', MOMENT],
  ['ISO with an offset without a colon', '2021-07-28T03:46:52.123-0500', MOMENT],
  ['PostgreSQL: a blank and a short offset', '2021-07-28 10:46:52.123456+02', MOMENT],
  ['naive ISO with microseconds, as UTC', '2021-07-28T08:46:52.123456', MOMENT],
  ['naive ISO with nanoseconds, as UTC', '2021-07-28T08:46:52.123456789', MOMENT],
  ['naive ISO with one digit', '2021-07-28T08:46:52.1', SECOND + 100],
  ['naive ISO without a fraction', '2021-07-28T08:46:52', SECOND],
  ['naive SQL', '2021-07-28 08:46:52', SECOND],
  ['without seconds', '2021-07-28T08:46', SECOND - 52_000],
  ['a day alone', '2021-07-28', DAY],
  ['an HTTP date', 'Wed, 28 Jul 2021 08:46:52 GMT', SECOND],
  ['epoch seconds', SECOND / 1000, SECOND],
  ['epoch seconds with a fraction', MOMENT / 1000, MOMENT],
  ['epoch milliseconds', MOMENT, MOMENT],
  ['epoch milliseconds with a fraction', MOMENT + 0.5, MOMENT],
  ['epoch seconds as text', String(SECOND / 1000), SECOND],
  ['epoch milliseconds as text', String(MOMENT), MOMENT],
  ['$date with ISO', { $date: '2021-07-28T08:46:52.123Z' }, MOMENT],
  ['$date with milliseconds', { $date: MOMENT }, MOMENT],
  ['$date with $numberLong', { $date: { $numberLong: String(MOMENT) } }, MOMENT],
  ['a Date', new Date(MOMENT), MOMENT],
];

const refused: [name: string, value: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['a word', 'yesterday'],
  ['a text in which a lenient parser sees a date', 'Room 5'],
  ['an impossible month', '2021-13-28T08:46:52Z'],
  ['zero, which stands for no time', 0],
  ['a negative number', -1],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['a moment that no Date can hold', 8.64e15 + 1],
  ['an invalid Date', new Date(NaN)],
  ['true', true],
  ['an empty object', {}],
  ['$date within $date', { $date: { $date: MOMENT } }],
  ['an array', [MOMENT]],
  ['a very long text', '1'.repeat(1e6)],
];

describe('readTime', () => {
  for (const [name, value, moment] of accepted) {
    it(`reads ${name}`, () => expect(readTime(value)).to.equal(moment));
  }
  for (const [name, value] of refused) {
    it(`does not read ${name}`, () => expect(readTime(value)).to.equal(undefined));
  }
});
