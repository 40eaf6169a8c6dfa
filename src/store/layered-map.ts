/** How many changes are kept beside the base before both are merged. */
const LAYER_LIMIT = 256;

/**
 * An immutable map that is cheap to change when it is large: recent entries lie in a small layer over a shared base,
 * so one change copies hundreds of entries at most, however many there are.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  readonly #layer: ReadonlyMap<K, V>;

  private constructor(base: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V>, size: number) {
    this.#base = base;
    this.#layer = layer;
    this.size = size;
  }

  static from<K, V>(entries: Iterable<readonly [K, V]> = []): LayeredMap<K, V> {
    const base = new Map(entries);
    return new LayeredMap(base, new Map<K, V>(), base.size);
  }

  /** The same map where it is layered already. */
  static of<K, V>(map: ReadonlyMap<K, V>): LayeredMap<K, V> {
    return map instanceof LayeredMap ? (map as LayeredMap<K, V>) : LayeredMap.from(map);
  }

  /** A map with these entries added or replaced. */
  with(changes: ReadonlyMap<K, V>): LayeredMap<K, V> {
    if (changes.size === 0) return this;
    if (this.#layer.size + changes.size > LAYER_LIMIT) return LayeredMap.from([...this, ...changes]);
    const layer = new Map(this.#layer);
    let { size } = this;
    for (const [key, value] of changes) {
      if (!this.has(key)) size += 1;
      layer.set(key, value);
    }
    return new LayeredMap(this.#base, layer, size);
  }

  /** A map without this key. Copies everything: for what is rare. */
  without(key: K): LayeredMap<K, V> {
    if (!this.has(key)) return this;
    const rest = new Map(this);
    rest.delete(key);
    return LayeredMap.from(rest);
  }

  get(key: K): V | undefined {
    return this.#layer.get(key) ?? this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#layer.has(key) || this.#base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#layer.get(key) ?? value];
    for (const entry of this.#layer) if (!this.#base.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
}
