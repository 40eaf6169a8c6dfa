/**
 * Registered as a length, `--_cw-rem: 1em` is computed where it is set and handed down as a fixed number of pixels.
 * So the widget can count in the text size that the person chose for the browser, and a page that sets its root to
 * `62.5%`, as many do, does not shrink it.
 */
export function registerRem(): void {
  try {
    CSS.registerProperty({ name: '--_cw-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // A second copy of the script, or no browser at all.
  }
}
