/** No Lit in here, but the build and editors know a style sheet by this name. */
const css = (strings: TemplateStringsArray): string => strings.join('');

/** The number on the launcher's button as it will look: what of the tokens and of `chat-widget-launcher` concerns it. */
export const styles = css`
  chat-widget-early-count {
    color-scheme: light dark;
    --_space: var(--chat-widget-space, 0.25em);
    position: absolute;
    inset-block-start: calc(var(--_space) * -1.5);
    inset-inline-end: calc(var(--_space) * -2);
  }

  chat-widget-early-count > span {
    display: block;
    box-sizing: border-box;
    min-inline-size: 1.7em;
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--chat-widget-badge, #d92d20);
    box-shadow: 0 0 0 2px var(--chat-widget-surface, light-dark(#fff, #16181d));
    color: #fff;
    font: 700 calc(var(--chat-widget-font-size, 0.9375em) * 0.75) / 1.7
      var(--chat-widget-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  chat-widget-early-count > span:empty {
    display: none;
  }

  :host([theme='light']) chat-widget-early-count {
    color-scheme: light;
  }

  :host([theme='dark']) chat-widget-early-count {
    color-scheme: dark;
  }

  @media (forced-colors: active) {
    chat-widget-early-count > span {
      border: 2px solid ButtonText;
    }
  }
`;
