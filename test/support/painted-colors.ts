/** What of a page a person sees in color: texts and what lies behind them, by computed styles. */
export type Rgb = readonly [red: number, green: number, blue: number];

const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** `colors` painted over each other, the last on top, as the screen shows them. */
export function painted(...colors: readonly string[]): Rgb {
  if (!context) throw new Error('No canvas.');
  context.clearRect(0, 0, 1, 1);
  for (const color of colors) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** By WCAG 2.2: 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** The next element outwards of those that are rendered: through slots and out of shadow roots. */
export function flatParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** What lies behind an element's text, outermost first, on a white page. */
export function backdrop(element: Element): string[] {
  const colors: string[] = [];
  for (let at: Element | null = element; at; at = flatParent(at)) {
    colors.unshift(getComputedStyle(at).backgroundColor);
  }
  return ['white', ...colors];
}

/** All elements under `root`, shadow roots included. */
export function* everyElement(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** Elements with a text of their own that can be seen. */
export function texts(root: Element): Element[] {
  return [...everyElement(root), root, ...(root.shadowRoot ? everyElement(root.shadowRoot) : [])].filter(
    (element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.visually-hidden, style, script, option'),
  );
}

/** Where it is in words that a person can follow. */
export function nameOf(element: Element): string {
  const root = element.getRootNode();
  const own = [element.localName, ...element.classList].join('.');
  return root instanceof ShadowRoot ? `${root.host.localName} ${own}` : own;
}
