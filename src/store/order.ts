import type { Message } from '../protocol/model.ts';

type Place = Pick<Message, 'id' | 'createdAt'>;

/** The one order of a room for everybody: by the server's time, then by id. */
export function compareMessages(a: Place, b: Place): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The index between `start` and `end` of a sorted list at which something belongs, given which items come before it.
 * Nearly everything new belongs to the end, so that is looked at first.
 */
export function positionFor<T>(
  sorted: readonly T[],
  comesBefore: (item: T) => boolean,
  start = 0,
  end = sorted.length,
): number {
  const isBefore = (index: number): boolean => {
    const item = sorted[index];
    return item !== undefined && comesBefore(item);
  };
  if (start < end && isBefore(end - 1)) return end;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
