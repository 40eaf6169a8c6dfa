/** An object of which nothing is known: each field is read with a check. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

/** A list of field names, best first; each snake_case name stands for its camelCase too. */
export function names(list: string): readonly string[] {
  return list.split(' ').flatMap((name) => {
    const camel = name.replace(/([a-z])_([a-z])/g, (_, last: string, first: string) => last + first.toUpperCase());
    return camel === name ? name : [name, camel];
  });
}

/** What `read` makes of the first of these fields that it can read. */
export function firstOf<T>(
  fields: Fields | undefined,
  candidates: readonly string[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  if (!fields) return undefined;
  for (const name of candidates) {
    const result = read(fields[name]);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** Texts and finite numbers, as text; anything else could turn into `[object Object]` or throw. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'bigint' || Number.isFinite(value) ? String(value) : undefined;
}

/** A text with something to see in it. */
export function readName(value: unknown): string | undefined {
  return readText(value)?.trim() || undefined;
}

/** A text or a number, or MongoDB's `{ $oid }`. */
export function readId(value: unknown): string | undefined {
  return readText(asFields(value)?.['$oid'] ?? value) || undefined;
}

export function readObject(value: unknown): Fields | undefined {
  return Array.isArray(value) ? undefined : asFields(value);
}

/** True and false in the spellings of databases and query strings. */
export function readFlag(value: unknown): boolean | undefined {
  const text = typeof value === 'boolean' ? String(value) : readText(value);
  return text === 'true' || text === '1' || (text === 'false' || text === '0' ? false : undefined);
}

/** A whole number from 0 up, also as text. */
export function readCount(value: unknown): number | undefined {
  const count = Number(readText(value) || NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Backends that dump a database document often send its JSON as a text. */
export function parseText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
