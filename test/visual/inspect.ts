import { backdrop, contrast, everyElement, flatParent, nameOf, painted, texts } from '../support/painted-colors.ts';

/** Runs in the page: what is wrong with how the widget looks, whatever the fonts. A sentence each. */
export interface Inspection {
  readonly complaints: string[];
  /** How far from the start side things begin that the layout places: the same in both directions of writing. */
  readonly starts: Record<string, number>;
}

const CONTROLS = 'button, a[href], input, textarea, [role="button"], [role="option"], [role="menuitem"]';
/** WCAG 2.2, 2.5.8. */
const TARGET = 24;

export function inspect(widget: Element, isForced: boolean): Inspection {
  const shown = [...everyElement(widget.shadowRoot ?? widget)].filter((element) => isVisible(element));
  const complaints = [
    ...wide(shown),
    ...clipped(texts(widget)),
    ...overlapping(texts(widget)),
    ...small(shown),
    // With forced colors the browser chooses pairs that can be read.
    ...(isForced ? [] : pale(texts(widget))),
  ];
  return { complaints: [...new Set(complaints)], starts: starts(shown) };
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Nothing may make the page or any box in it scroll sideways. */
function wide(shown: readonly Element[]): string[] {
  const root = document.documentElement;
  const page = root.scrollWidth > root.clientWidth ? [`The page is ${root.scrollWidth} px wide.`] : [];
  const boxes = shown.filter((element) => {
    const { overflowX } = getComputedStyle(element);
    return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1;
  });
  return [...page, ...boxes.map((element) => `${nameOf(element)} scrolls sideways.`)];
}

/** A text is wholly in its box, or ends in an ellipsis. */
function clipped(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const box = lastClip(element);
    const text = textBox(element);
    if (!box || !text) return [];
    const beyond = Math.max(box.left - text.left, text.right - box.right);
    const isShortened = ellipses(element);
    return beyond > 1 && !isShortened
      ? [`${nameOf(element)} is cut off by ${Math.round(beyond)} px: ${words(element)}`]
      : [];
  });
}

function ellipses(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if (getComputedStyle(at).textOverflow === 'ellipsis') return true;
    if (getComputedStyle(at).display !== 'inline') break;
  }
  return false;
}

/** The nearest box around it that hides what is beyond its sides. */
function lastClip(element: Element): DOMRect | undefined {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if (getComputedStyle(at).overflowX !== 'visible') return at.getBoundingClientRect();
  }
  return undefined;
}

function textBox(element: Element): DOMRect | undefined {
  const range = document.createRange();
  const node = [...element.childNodes].find((child) => child instanceof Text && child.data.trim() !== '');
  if (!node) return undefined;
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

function words(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
}

/** No two texts lie on each other. */
function overlapping(elements: readonly Element[]): string[] {
  const boxes = elements.flatMap((element) => {
    const box = textBox(element);
    if (!box) return [];
    const { top, bottom, left, right } = inSight(element, box);
    return bottom - top > 2 && right - left > 2 ? [{ element, top, bottom, left, right }] : [];
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          !within(one.element, other.element) &&
          layer(one.element) === layer(other.element) &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4,
      )
      .map((other) => `${nameOf(one.element)} and ${nameOf(other.element)} overlap: ${words(one.element)}`),
  );
}

type Box = Record<'top' | 'bottom' | 'left' | 'right', number>;

/** What of a box is not scrolled out of sight by anything around it. */
function inSight(element: Element, box: Box): Box {
  let { top, bottom, left, right } = box;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if (getComputedStyle(at).overflowX === 'visible') continue;
    const clip = at.getBoundingClientRect();
    top = Math.max(top, clip.top);
    bottom = Math.min(bottom, clip.bottom);
    left = Math.max(left, clip.left);
    right = Math.min(right, clip.right);
  }
  return { top, bottom, left, right };
}

function within(one: Element, other: Element): boolean {
  return one.contains(other) || other.contains(one);
}

/** What floats over the rest on purpose: a dialog, a popover, the button over the thread. */
function layer(element: Element): Element | null {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { position } = getComputedStyle(at);
    if (position === 'fixed' || at.matches('dialog, [popover], .jump')) return at;
  }
  return null;
}

/** What is pressed is large enough, or stands in a sentence. */
function small(shown: readonly Element[]): string[] {
  return shown
    .filter((element) => element.matches(CONTROLS) && getComputedStyle(element).display !== 'inline')
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) >= TARGET - 0.5) return [];
      return [`${nameOf(element)} is ${Math.round(width)} × ${Math.round(height)} px.`];
    });
}

function pale(elements: readonly Element[]): string[] {
  return elements
    .filter((element) => !element.closest(':disabled'))
    .flatMap((element) => {
      const back = backdrop(element);
      const ratio = contrast(painted(...back, getComputedStyle(element).color), painted(...back));
      return ratio < 4.5 ? [`${nameOf(element)} has a contrast of ${ratio.toFixed(2)}: ${words(element)}`] : [];
    });
}

/** Elements of one name in the order of the page. */
function starts(shown: readonly Element[]): Inspection['starts'] {
  const counts = new Map<string, number>();
  const { dir, clientWidth } = document.documentElement;
  return Object.fromEntries(
    shown
      .filter((element) => element.matches(MIRRORED))
      .map((element) => {
        const name = nameOf(element);
        const index = counts.get(name) ?? 0;
        counts.set(name, index + 1);
        const { left, right } = element.getBoundingClientRect();
        return [`${name} ${index}`, Math.round(dir === 'rtl' ? clientWidth - right : left)];
      }),
  );
}

const MIRRORED =
  '[part~="panel"], [part~="header"], [part~="back"], [part~="close"], [part~="composer"], [part~="send"], [part~="new-room"], [part~="room"], [part~="launcher"], [part~="avatar"], .rooms, .room, dialog';

/** What has the focus shows it: its outline, or that of the box around it. On the page itself there is nothing to show. */
export function focusIsVisible(): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused === document.body) return true;
  for (let at = focused, steps = 0; at && steps < 3; at = flatParent(at), steps += 1) {
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) return true;
  }
  return false;
}
