import { ReactiveElement } from 'lit';
import { afterPaint } from './after-paint.ts';

/** Elements in the whole widget, whatever it holds. */
const MOST_ELEMENTS = 2500;
/** Pixels that the line under the reader's eyes may move by: browsers round. */
const MOST_DRIFT = 1;

/** All elements below this one, also those in shadow roots. */
export function countElements(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0);
  }
  return count;
}

/** @throws when the element holds more than any length of a room or list can justify */
export function checkElements(element: Element, most = MOST_ELEMENTS): void {
  const count = countElements(element) + (element.shadowRoot ? countElements(element.shadowRoot) : 0);
  if (count > most) throw new Error(`${count} elements, more than ${most}.`);
}

/** @throws when the line is moved, or taken away, in any of the frames after it happened */
export async function checkDrift(line: Element, happen: () => unknown): Promise<void> {
  const before = line.getBoundingClientRect().top;
  happen();
  for (let frame = 0; frame < 6; frame += 1) {
    await afterPaint();
    if (!line.isConnected) throw new Error('The line is not there any more.');
    const drift = Math.abs(line.getBoundingClientRect().top - before);
    if (drift > MOST_DRIFT) throw new Error(`The line moved by ${drift.toFixed(1)} px.`);
  }
}

type Renders = ReadonlyMap<string, number>;

/** How often elements were rendered while something happened, and in the frames after it, by their tags. */
export async function countRenders(happen: () => unknown): Promise<Renders> {
  const renders = new Map<string, number>();
  const { prototype } = ReactiveElement;
  // Protected: all elements come through here, whatever they override.
  const update: unknown = Reflect.get(prototype, 'update');
  Reflect.set(prototype, 'update', function (this: ReactiveElement, ...changed: readonly unknown[]) {
    renders.set(this.localName, (renders.get(this.localName) ?? 0) + 1);
    if (typeof update === 'function') Reflect.apply(update, this, changed);
  });
  try {
    happen();
    await afterPaint(3);
  } finally {
    Reflect.set(prototype, 'update', update);
  }
  return renders;
}

/** @throws when an element was rendered more often than its bound; those without a bound must not be rendered */
export function checkRenders(renders: Renders, bounds: Readonly<Record<string, number>>): void {
  for (const [tag, count] of renders) {
    const most = bounds[tag] ?? 0;
    if (count > most) throw new Error(`${tag} was rendered ${count} times, more than ${most}.`);
  }
}
