/** No Lit in here, but the build and editors know a style sheet by this name. */
const css = (strings: TemplateStringsArray): string => strings.join('');

/**
 * The bubble stands beside the widget's own box, perhaps before the widget is there: then the public tokens are all that it
 * has.
 */
export const styles = css`
  :host {
    all: initial;
    --_surface: var(--_cw-surface, var(--chat-widget-surface, light-dark(#ffffff, #16181d)));
    --_text: var(--_cw-text, var(--chat-widget-text, light-dark(#191c22, #eceef2)));
    --_space: var(--_cw-space, var(--chat-widget-space, 0.25em));
    --_offset: var(--_cw-offset, var(--chat-widget-offset, 1.25em));
    --_launcher: var(--_cw-launcher-size, var(--chat-widget-launcher-size, 3.5em));
    position: fixed;
    z-index: var(--_cw-z-index, var(--chat-widget-z-index, 2147483000));
    inset-block-end: calc(var(--_offset) + var(--_launcher) + 0.75em + env(safe-area-inset-bottom, 0px));
    inset-inline-end: var(--_offset);
    color-scheme: light dark;
  }

  :host(.light) {
    color-scheme: light;
  }

  :host(.dark) {
    color-scheme: dark;
  }

  :host(.start) {
    inset-inline: var(--_offset) auto;
  }

  .bubble {
    display: flex;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(20em, 100vw - 2 * var(--_offset));
    border: 1px solid
      var(--_cw-border, var(--chat-widget-border, color-mix(in oklab, var(--_text) 12%, var(--_surface))));
    border-radius: var(--_cw-radius, var(--chat-widget-radius, 1em));
    background: var(--_surface);
    box-shadow: var(
      --_cw-shadow,
      var(--chat-widget-shadow, 0 1px 2px rgb(0 0 0 / 0.08), 0 12px 40px rgb(0 0 0 / 0.22))
    );
    color: var(--_text);
    font: 400 var(--_cw-font-size, var(--chat-widget-font-size, 0.9375em)) / 1.4
      var(--_cw-font, var(--chat-widget-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif));
    animation: rise var(--_cw-duration, var(--chat-widget-duration, 160ms)) ease-out;
  }

  button {
    all: unset;
    box-sizing: border-box;
    border-radius: inherit;
    cursor: pointer;
  }

  button:focus-visible {
    outline: 2px solid var(--_cw-focus, var(--chat-widget-focus, currentColor));
    outline-offset: -3px;
  }

  button:hover {
    background: color-mix(in oklab, var(--_text) 6%, var(--_surface));
  }

  .open {
    flex: 1;
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 3);
    padding-inline: calc(var(--_space) * 4) var(--_space);
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .open > * {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .author {
    font-weight: 600;
  }

  .text {
    color: var(--_cw-text-muted, var(--chat-widget-text-muted, color-mix(in oklab, var(--_text) 68%, var(--_surface))));
  }

  .dismiss {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.5em;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  svg {
    inline-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 0.75em;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bubble {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 2px solid CanvasText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
