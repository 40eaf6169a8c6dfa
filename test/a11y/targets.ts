/**
 * Runs in the page: what can be pressed and is seen, and is less high or wide than this many pixels. Links within a
 * text are as high as its lines (WCAG 2.2, 2.5.8).
 */
export function smallTargets(least: number): string[] {
  const SELECTOR = 'button, input, textarea, select, a[href], [role="option"], [role="tab"], label:has(input)';

  function all(root: ParentNode): Element[] {
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(SELECTOR) ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  }

  function isTarget(element: Element): boolean {
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // What stands for the input is its label.
    const isLabelled = element.matches('label input');
    return isShown && !isLabelled && getComputedStyle(element).display !== 'inline';
  }

  const widget = document.querySelector('chat-widget');
  return all(widget?.shadowRoot ?? document)
    .filter(isTarget)
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) >= least - 0.01) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent.trim();
      return [`${element.localName} "${name}" is ${Math.round(width)} × ${Math.round(height)}`];
    });
}
