import { systemClock } from '../../platform/clock.ts';

/** Milliseconds after which the next letter begins a new word. */
const PAUSE = 700;

/** Collects the letters that are typed quickly after each other, as lists of the operating system do. */
export class TypeAhead {
  #typed = '';
  #lastAt = 0;

  /** @returns all that was typed, or nothing when this key does not write */
  take({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): string {
    const now = systemClock.now();
    if (now - this.#lastAt > PAUSE) this.#typed = '';
    const writes = /^.$/u.test(key) && !ctrlKey && !metaKey && !altKey && !isComposing;
    // A space at the beginning presses the button that has the focus.
    if (!writes || (key === ' ' && this.#typed === '')) return '';
    this.#lastAt = now;
    this.#typed += key;
    return this.#typed;
  }
}

/**
 * Where in a list of titles the next one is that begins with these letters.
 * One letter, also when it is repeated, goes on to the next; several stay while they fit.
 * @returns -1 when there is none
 */
export function findByPrefix(titles: readonly string[], typed: string, from: number): number {
  const letters = typed.toLocaleLowerCase();
  const first = letters.charAt(0);
  const isOneLetter = letters === first.repeat(letters.length);
  const sought = isOneLetter ? first : letters;
  const start = isOneLetter ? from + 1 : from;
  for (let step = 0; step < titles.length; step += 1) {
    const index = (start + step + titles.length) % titles.length;
    if (titles[index]?.toLocaleLowerCase().startsWith(sought)) return index;
  }
  return -1;
}
