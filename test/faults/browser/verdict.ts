import type { Row } from './backends.ts';
import type { Shown } from './people.ts';

/** A text that somebody wrote, in the order of writing. */
export interface Said {
  readonly text: string;
  /** The tab whose composer it was, by a name that outlives reloads. */
  readonly tab: string;
  /** False where the page crashed before the text was seen in the thread: nobody was promised anything then. */
  readonly isCertain: boolean;
}

export interface Evidence {
  readonly said: readonly Said[];
  readonly rows: readonly Row[];
  /** By the name of a tab: what stands on its screen. */
  readonly screens: ReadonlyMap<string, readonly Shown[]>;
}

/** What must not be, in words; empty when all is well. What the server has twice is counted, and judged elsewhere. */
export function complaints({ said, rows, screens }: Evidence): string[] {
  const saved = rows.map(({ body }) => body);
  const found: string[] = [];
  for (const { text, isCertain } of said) {
    if (isCertain && !saved.includes(text)) found.push(`lost: ${text}`);
  }
  for (const [name, screen] of screens) {
    const shown = screen.map(({ text }) => text);
    for (const text of new Set([...saved, ...shown])) {
      const [times, expected] = [count(shown, text), count(saved, text)];
      if (times !== expected) found.push(`${name} shows ${text} ${times} times instead of ${expected}`);
    }
    if (shown.join() !== saved.join()) found.push(`${name} shows another order: ${shown.join()}`);
    for (const { text, status, failure } of screen) {
      if (status !== 'sent') found.push(`${name} shows ${text} as ${status} ${failure}`.trim());
    }
  }
  return [...found, ...inversions(said, saved)];
}

/** How many rows there are too many. */
export function duplicates(rows: readonly Row[]): number {
  return rows.length - new Set(rows.map(({ body }) => body)).size;
}

/** What one person wrote in one tab is saved in the order of writing. */
function inversions(said: readonly Said[], saved: readonly string[]): string[] {
  const found: string[] = [];
  for (const tab of new Set(said.map((each) => each.tab))) {
    const places = said
      .filter((each) => each.tab === tab && saved.includes(each.text))
      .map(({ text }) => ({ text, place: saved.indexOf(text) }));
    for (const [index, { text, place }] of places.entries()) {
      const before = places[index - 1];
      if (before && before.place > place) found.push(`${text} overtook ${before.text}`);
    }
  }
  return found;
}

function count(texts: readonly string[], text: string): number {
  return texts.filter((each) => each === text).length;
}
