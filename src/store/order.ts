import type { Message } from '../protocol/model.ts';

/** The one order of a room for everybody: by the server's time, then by id. */
export function compareMessages(a: Message, b: Message): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Where an item belongs in a sorted list, searched from the end, where nearly everything new belongs. */
export function positionFor<T>(sorted: readonly T[], goesAfter: (item: T) => boolean): number {
  let high = sorted.length;
  let low = 0;
  let step = 1;
  while (high > 0 && !after(high - 1)) {
    low = Math.max(0, high - step);
    if (after(low)) break;
    high = low;
    step *= 2;
    low = 0;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(middle)) low = middle + 1;
    else high = middle;
  }
  return high;

  function after(index: number): boolean {
    const item = sorted[index];
    return item !== undefined && goesAfter(item);
  }
}
