/** What a tolerant decoder returns: what could be read, and why the rest was dropped. It never throws. */
export interface Decoded<T> {
  /** Undefined when nothing of the payload could be understood. */
  readonly value: T | undefined;
  /** One sentence per dropped piece; empty when everything was understood. */
  readonly problems: readonly string[];
}
