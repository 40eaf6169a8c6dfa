import type { ChatError } from './model.ts';
import { asFields, firstOf, names, parseText, readText } from './read-fields.ts';

const GENERAL = { message: 'The server reported an error.', isWordless: true } as const;
/** `0`: of a list of errors the first is enough. */
const MESSAGE = names('message error msg reason detail description errors data 0');
const CODE = names('code error_code status_code');
const CODE_HOLDERS = names('error errors data 0');
const MAX_DEPTH = 3;

/** Something to show, whatever the server sent: never throws, never empty. */
export function readError(payload: unknown): ChatError {
  try {
    const code = readCode(payload, MAX_DEPTH);
    const message = readSentence(payload, MAX_DEPTH);
    const event = readLabel(asFields(parseText(payload))?.['event']);
    return {
      ...(message === undefined ? GENERAL : { message }),
      ...(code !== undefined && { code }),
      ...(event !== undefined && { event }),
    };
  } catch {
    return GENERAL;
  }
}

function readSentence(value: unknown, depth: number): string | undefined {
  const parsed = parseText(value);
  if (typeof parsed === 'string') return shorten(parsed, 300);
  const fields = asFields(parsed);
  if (!fields || depth === 0) return undefined;
  return firstOf(fields, MESSAGE, (field) => readSentence(field, depth - 1));
}

/** One line, without half a character at its end; undefined when it says nothing. */
function shorten(text: string, length: number): string | undefined {
  const line = text
    .slice(0, 2 * length)
    .replace(/\s+/g, ' ')
    .trim();
  // A backend that joined a text and an object says nothing either.
  if (!line || line.includes('[object ')) return undefined;
  return line.length > length ? `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** A code or the name of an event: a few characters. */
function readLabel(value: unknown): string | undefined {
  return shorten(readText(value) ?? '', 64);
}

function readCode(value: unknown, depth: number): string | undefined {
  const parsed = parseText(value);
  const fields = asFields(parsed);
  if (!fields) return typeof parsed === 'number' ? readText(parsed) : undefined;
  if (depth === 0) return undefined;
  const code = firstOf(fields, CODE, readLabel);
  return code ?? firstOf(fields, CODE_HOLDERS, (field) => readCode(field, depth - 1));
}
