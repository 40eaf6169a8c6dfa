import { everyElement } from '../support/painted-colors.ts';

/** Runs in the page: what of the inside can be styled from outside. */
export interface Exposed {
  /** Names under which `<chat-widget>` has parts. */
  readonly names: string[];
  /** Parts that nobody outside can reach. */
  readonly hidden: string[];
}

/** They are inside elements that are parts themselves, and have no more than one thing to style. */
const ATOMS = new Set(['chat-widget-avatar', 'chat-widget-timestamp', 'chat-widget-presence-badge']);

export function exposed(widget: Element): Exposed {
  const names = new Set<string>();
  const hidden = new Set<string>();
  for (const element of everyElement(widget.shadowRoot ?? widget)) {
    const { host } = element.getRootNode() as ShadowRoot;
    if (ATOMS.has(host.localName)) continue;
    for (const name of element.part) {
      const outer = outerNames(name, host, widget);
      const reached = outer.filter((alias) => reaches(alias, element));
      if (reached.length === 0) hidden.add(`${name} of ${host.localName}`);
      for (const alias of reached) names.add(alias);
    }
  }
  return { names: [...names], hidden: [...hidden] };
}

/** By what names a part is known outside of the widget. */
function outerNames(name: string, host: Element, widget: Element): string[] {
  if (host === widget) return [name];
  const exported = (host.getAttribute('exportparts') ?? '')
    .split(',')
    .map((entry) => entry.split(':').map((word) => word.trim()));
  const outer = exported.filter(([inner]) => inner === name).map(([inner = '', alias = inner]) => alias);
  const { host: next } = host.getRootNode() as ShadowRoot;
  return outer.flatMap((alias) => outerNames(alias, next, widget));
}

const probe = new CSSStyleSheet();
document.adoptedStyleSheets.push(probe);

/** The browser has the last word. */
function reaches(name: string, element: Element): boolean {
  probe.replaceSync(`chat-widget::part(${name}) { --probe: found }`);
  const isFound = getComputedStyle(element).getPropertyValue('--probe') === 'found';
  probe.replaceSync('');
  return isFound;
}
