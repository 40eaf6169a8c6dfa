/** No Lit in here, but the build and editors know a style sheet by this name. */
const css = (strings: TemplateStringsArray): string => strings.join('');

/**
 * The button as it will look: what of the tokens, of `chat-widget` and of `chat-widget-launcher` concerns it. A test
 * compares the two.
 */
export const styles = css`
  :host {
    display: contents;
    font-size: medium !important;
    --_accent: var(--chat-widget-accent, #3b5bdb);
    --_size: var(--chat-widget-launcher-size, 3.5em);
    --_offset: var(--chat-widget-offset, 1.25em);
    --_black: clamp(0, (0.179 - y) * 10000, 1);
  }

  :host([hidden]) {
    display: none !important;
  }

  button,
  p {
    all: initial;
    color-scheme: light dark;
    position: fixed;
    z-index: var(--chat-widget-z-index, 2147483000);
    inset-block-end: calc(var(--_offset) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: var(--_offset);
    box-sizing: border-box;
  }

  button {
    display: grid;
    place-items: center;
    inline-size: var(--_size);
    block-size: var(--_size);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow:
      0 1px 3px rgb(0 0 0 / 0.16),
      0 6px 20px rgb(0 0 0 / 0.2);
    color: color(from var(--_accent) xyz-d65 calc(0.9505 * var(--_black)) var(--_black) calc(1.089 * var(--_black)));
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--chat-widget-focus, var(--_accent));
    outline-offset: 3px;
  }

  [aria-busy] {
    opacity: 0.6;
  }

  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  svg,
  ::slotted(*) {
    inline-size: calc(var(--_size) * 0.46);
    block-size: calc(var(--_size) * 0.46);
  }

  p {
    inset-block-end: calc(var(--_offset) + var(--_size) + 1em);
    inline-size: 18em;
    padding: 1em;
    border-radius: 1em;
    background: Canvas;
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.16);
    font-family: system-ui;
  }

  p:empty {
    display: none;
  }

  :host([placement='start']) > * {
    inset-inline: var(--_offset) auto;
  }

  @media (forced-colors: active) {
    button {
      border: 2px solid ButtonText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
