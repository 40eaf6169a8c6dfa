type Bucket<V> = ReadonlyMap<string, V>;

/** Entries in a bucket, on average, before there are more buckets. */
const BUCKET_SIZE = 16;

/**
 * An immutable map that is cheap to change when it is large: its entries lie in buckets, and a change copies one of
 * them. (To copy a plain map of 10,000 takes over a millisecond.) Values are never undefined; the order is arbitrary.
 */
export class BucketedMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  /** As many as a power of two. */
  readonly #buckets: readonly Bucket<V>[];

  private constructor(buckets: readonly Bucket<V>[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  /** The same map where it is bucketed already. */
  static from<V>(map: Bucket<V> = new Map()): BucketedMap<V> {
    return map instanceof BucketedMap ? (map as BucketedMap<V>) : new BucketedMap<V>([new Map()], 0).with(map);
  }

  /** A map with these entries added or replaced; the same one when it holds them already. */
  with(changes: Bucket<V>): BucketedMap<V> {
    const news = [...changes].filter(([key, value]) => this.get(key) !== value);
    if (news.length === 0) return this;
    const most = this.size + news.length;
    if (most > this.#buckets.length * BUCKET_SIZE) return this.#spread(news, most);
    const copies = new Map<number, Map<string, V>>();
    let { size } = this;
    for (const [key, value] of news) {
      const index = this.#indexOf(key);
      const copy = copies.get(index) ?? new Map(this.#buckets[index]);
      copies.set(index, copy);
      if (!copy.has(key)) size += 1;
      copy.set(key, value);
    }
    return this.#replace(copies, size);
  }

  without(key: string): BucketedMap<V> {
    const index = this.#indexOf(key);
    const copy = new Map(this.#buckets[index]);
    return copy.delete(key) ? this.#replace(new Map([[index, copy]]), this.size - 1) : this;
  }

  get(key: string): V | undefined {
    return this.#buckets[this.#indexOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[string, V]> {
    for (const bucket of this.#buckets) yield* bucket;
  }

  *keys(): MapIterator<string> {
    for (const bucket of this.#buckets) yield* bucket.keys();
  }

  *values(): MapIterator<V> {
    for (const bucket of this.#buckets) yield* bucket.values();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: string, map: Bucket<V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  #indexOf(key: string): number {
    const last = this.#buckets.length - 1;
    return last === 0 ? 0 : hash(key) & last;
  }

  #replace(copies: ReadonlyMap<number, Bucket<V>>, size: number): BucketedMap<V> {
    const buckets = this.#buckets.slice();
    for (const [index, copy] of copies) buckets[index] = copy;
    return new BucketedMap(buckets, size);
  }

  /** The same in more buckets, with room to grow, so that it happens rarely. */
  #spread(changes: Iterable<readonly [string, V]>, most: number): BucketedMap<V> {
    const count = 2 ** Math.ceil(Math.log2(most / BUCKET_SIZE) + 1);
    const buckets = Array.from({ length: count }, () => new Map<string, V>());
    for (const entries of [this, changes])
      for (const [key, value] of entries) buckets[hash(key) & (count - 1)]?.set(key, value);
    const size = buckets.reduce((sum, bucket) => sum + bucket.size, 0);
    return new BucketedMap(buckets, size);
  }
}

/** FNV-1a, with its high bits mixed into the low ones, which choose the bucket. */
function hash(key: string): number {
  let mixed = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) mixed = Math.imul(mixed ^ key.charCodeAt(index), 0x01000193);
  return mixed ^ (mixed >>> 15);
}
