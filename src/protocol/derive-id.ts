import type { MessageId } from './model.ts';

/** No database makes ids that begin so. */
const DERIVED = '~';

/** The same parts always give the same id; other parts give another one (64 bits). */
export function deriveId(...parts: readonly (string | number)[]): MessageId {
  const text = JSON.stringify(parts);
  // FNV-1a, twice with different primes.
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return DERIVED + (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

/** True for an id that the server never gave and would not know. */
export function isDerivedId(id: MessageId): boolean {
  return id.startsWith(DERIVED);
}
