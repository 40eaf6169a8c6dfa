const HUES = 12;

/** A hue in degrees that stays the same for an id, on every page and device. One of twelve, so that two differ clearly. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The low bits of such a hash alone are not mixed well.
  return (((hash ^ (hash >>> 15)) >>> 0) % HUES) * (360 / HUES);
}
