import { exposed } from './exposed.ts';
import { focusIsVisible, inspect } from './inspect.ts';
import { difference, shrink } from './picture.ts';
import { clear, show, STATES } from './states.ts';

/** What the tests call in the page. */
const visual = { states: Object.keys(STATES), show, clear, inspect, exposed, focusIsVisible, shrink, difference };

export type Visual = typeof visual;

declare global {
  var visual: Visual;
}

globalThis.visual = visual;
