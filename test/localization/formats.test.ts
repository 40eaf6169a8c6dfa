import { expect } from '@open-wc/testing';
import { Formats } from '../../src/localization/formats.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Formats', () => {
  const cases: readonly (readonly [ms: number, english: string, german: string])[] = [
    [-5, '1 minute ago', 'vor 1 Minute'],
    [59_999, '1 minute ago', 'vor 1 Minute'],
    [5 * MINUTE, '5 minutes ago', 'vor 5 Minuten'],
    [HOUR - 1, '59 minutes ago', 'vor 59 Minuten'],
    [HOUR, '1 hour ago', 'vor 1 Stunde'],
    [24 * HOUR, 'yesterday', 'gestern'],
    [73 * HOUR, '3 days ago', 'vor 3 Tagen'],
  ];
  for (const [ms, english, german] of cases) {
    it(`tells how long ${ms} ms are ago`, () => {
      expect(Formats.for('en').ago(0, ms)).to.equal(english);
      expect(Formats.for('de').ago(0, ms)).to.equal(german);
    });
  }
});
