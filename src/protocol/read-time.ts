import { asFields } from './read-fields.ts';

/** Below it a number is seconds (until the year 5138), from it on milliseconds (since 1973). */
const FIRST_MILLISECONDS = 1e11;
/** The last moment that a Date can hold; formatting a later one throws. */
const LAST_MOMENT = 8.64e15;

/** Date, time, milliseconds (further digits are dropped, engines differ on them), zone. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d*)?\s*(?:Z|([+-]\d\d):?(\d\d)?)?$/i;

/**
 * Epoch milliseconds from: epoch seconds or milliseconds (number or text), ISO 8601
 * (UTC unless it names a zone), an HTTP date, a Date, MongoDB's `{ $date }`.
 */
export function readTime(value: unknown): number | undefined {
  const date = asFields(value)?.['$date'] ?? value;
  const moment = parseMoment(asFields(date)?.['$numberLong'] ?? date);
  return moment > 0 && moment <= LAST_MOMENT ? Math.trunc(moment) : undefined;
}

/** NaN when it is no moment. */
function parseMoment(value: unknown): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value * 1000 : value;
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string' || value.length > 99) return NaN;
  if (/^\d+(\.\d+)?$/.test(value)) return parseMoment(Number(value));
  const [iso, day, time = '00:00', hours = '+00', minutes = '00'] = ISO.exec(value) ?? [];
  if (iso !== undefined) return Date.parse(`${day}T${time}${hours}:${minutes}`);
  // Without a sign of a date the engine's own parser would see one in "Room 5".
  return /GMT|UTC/.test(value) ? Date.parse(value) : NaN;
}
