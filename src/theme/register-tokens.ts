/** The derived colors of `tokens.styles.ts`. */
const COLORS = [
  'surface',
  'text',
  'shade',
  'text-muted',
  'control-border',
  'hover',
  'pressed',
  'accent',
  'on-accent',
  'accent-hover',
  'accent-text',
  'accent-edge',
  'accent-soft',
  'own-bubble',
  'own-text',
  'own-edge',
  'bubble',
  'bubble-text',
  'link',
  'danger',
  'danger-soft',
  'warning',
  'warning-soft',
  'online',
];

/**
 * What a property of a known type holds is computed once, where it is set, and handed down as the result:
 * - `--_cw-rem: 1em` is a number of pixels. So the widget can count in the text size that the person chose for the
 *   browser, and a page that sets its root to `62.5%`, as many do, does not shrink it.
 * - A color derived from another one need not be derived anew for each element that uses it.
 */
export function registerTokens(): void {
  register('rem', '<length>', '16px');
  for (const name of COLORS) register(name, '<color>', 'transparent');
}

function register(name: string, syntax: string, initialValue: string): void {
  try {
    CSS.registerProperty({ name: `--_cw-${name}`, syntax, inherits: true, initialValue });
  } catch {
    // A second copy of the script, or no browser at all.
  }
}
