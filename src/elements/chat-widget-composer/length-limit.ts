/** The counter shows when less than this share of the length is left, or so many characters. */
const NEAR_SHARE = 0.2;
const NEAR_CHARACTERS = 100;
/** What is left is spoken again after so many characters: more often, nobody could write in peace. */
const STEP = 10;

/** How many characters are left, and when to say so. */
export class LengthLimit {
  #left = Infinity;
  #spoken: number | undefined;

  /** To be called whenever the text or the limit is another. */
  update(text: string, most = Infinity): void {
    // As it will be sent. Backends count as JavaScript does, in UTF-16.
    this.#left = most - text.trim().length;
    if (this.#left > Math.min(NEAR_CHARACTERS, most * NEAR_SHARE)) this.#spoken = undefined;
    else if (this.#left < 0 || Math.abs(this.#left - (this.#spoken ?? Infinity)) >= STEP) this.#spoken = this.#left;
    else if (this.#spoken !== undefined && this.#spoken < 0) this.#spoken = this.#left;
  }

  get isExceeded(): boolean {
    return this.#left < 0;
  }

  /** To be shown; undefined while the end is far away. */
  get left(): number | undefined {
    return this.#spoken === undefined ? undefined : this.#left;
  }

  /** To be announced: negative for what is too much. */
  get spoken(): number | undefined {
    return this.#spoken;
  }
}
