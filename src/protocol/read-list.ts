import { asFields, type Fields, names } from './read-fields.ts';

const HOLDERS = names('chats rooms data list result users online_users messages');
const MAX_DEPTH = 3;
const MAX_PROBLEMS = 20;

export const UNREADABLE = 'reading it threw an error';

/**
 * The list in a payload, as an array or an object keyed by id;
 * it may be held by an object such as `{ chats: [...] }` or `{ data: { chats: [...] } }`.
 */
export function findList(value: unknown, depth = MAX_DEPTH): Fields | undefined {
  const fields = asFields(value);
  if (!fields || Array.isArray(fields)) return fields;
  for (const holder of HOLDERS) {
    const held = asFields(fields[holder]);
    if (held) return depth > 0 ? findList(held, depth - 1) : undefined;
  }
  return fields;
}

/** What one element became: the thing, a reason why not, or undefined to leave it out without a problem. */
type ElementResult<T> = T | string | undefined;

/**
 * Reads the elements of a list, each at its own risk; of several with one id the last stays.
 * Undefined when there were elements and not one could be understood.
 */
export function readList<T extends object>(
  list: Fields,
  what: string,
  problems: string[],
  read: (element: unknown, key: string | undefined) => ElementResult<T>,
  idOf: (element: T) => string,
): readonly T[] | undefined {
  const found = new Map<string, T>();
  const keyed = !Array.isArray(list);
  let misread = 0;
  const keys = Object.keys(list);
  for (const [index, key] of keys.entries()) {
    let result: ElementResult<T>;
    try {
      result = read(list[key], keyed ? key : undefined);
    } catch {
      result = UNREADABLE;
    }
    if (typeof result === 'string') {
      misread += 1;
      addProblem(problems, `${what} ${index}: ${result}`);
    } else if (result) {
      found.set(idOf(result), result);
    }
  }
  return misread > 0 && misread === keys.length ? undefined : [...found.values()];
}

/** A list of a million bad elements must not become a million sentences. */
export function addProblem(problems: string[], problem: string): void {
  if (problems.length < MAX_PROBLEMS) problems.push(problem);
  else if (problems.length === MAX_PROBLEMS) problems.push('further problems are not listed');
}
