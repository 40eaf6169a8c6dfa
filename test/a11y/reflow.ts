/**
 * Runs in the page: what is lost where there is little room. Something sticks out of the window, a box must be scrolled
 * sideways, or a button or field does not hold its own words. A title may end in an ellipsis: it stands whole elsewhere.
 */
export function losses(): string[] {
  function all(root: ParentNode): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  }

  function lossOf(element: HTMLElement): string | undefined {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return undefined;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const { left, right, width } = element.getBoundingClientRect();
    const isControl = element.matches('button, input, textarea, a');
    const isWider = element.scrollWidth > element.clientWidth + 1;
    if (isControl && width > 0 && (left < -1 || right > innerWidth + 1)) return 'sticks out of the window';
    if (isWider && (overflowX === 'auto' || overflowX === 'scroll') && !element.matches('pre'))
      return 'scrolls sideways';
    if (isWider && element.matches('button') && overflowX !== 'visible' && textOverflow !== 'ellipsis') return 'is cut';
    return undefined;
  }

  const root = document.querySelector('chat-widget')?.shadowRoot;
  const page = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  const lost = (root ? all(root) : []).flatMap((element) => {
    const loss = lossOf(element);
    return loss ? [`${element.localName}.${element.className} ${loss}`] : [];
  });
  return [...page, ...lost];
}
