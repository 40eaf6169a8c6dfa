/** No Lit in here, but the build and editors know a style sheet by this name. */
const css = (strings: TemplateStringsArray): string => strings.join('');

export const styles = css`
  :host {
    box-sizing: border-box;
    inline-size: calc(var(--_cw-rem) * 22);
    max-inline-size: calc(100% - var(--_cw-space) * 4);
    block-size: calc(var(--_cw-rem) * 24);
    padding: calc(var(--_cw-space) * 2);
    overflow: hidden;
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius);
    background: var(--_cw-surface);
    box-shadow: var(--_cw-shadow);
    color: var(--_cw-text);
    font: 400 var(--_cw-font-size) / 1.45 var(--_cw-font);
    --_cell: calc(var(--_cw-rem) * 2.375);
    /* Some text fonts draw old emoji as thin lines. */
    --_emoji-font: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--_cw-font);
  }

  :host(:popover-open) {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 1.5);
  }

  * {
    box-sizing: inherit;
  }

  [hidden] {
    display: none !important;
  }

  button,
  input {
    margin: 0;
    color: inherit;
    font: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--_cw-focus);
    outline-offset: -2px;
  }

  .top {
    position: relative;
    display: flex;
    flex: none;
    gap: var(--_cw-space);
  }

  [type='search'] {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(var(--_cw-space) * 9);
    padding-inline: calc(var(--_cw-space) * 3);
    border: 1px solid var(--_cw-control-border);
    border-radius: var(--_cw-radius-control);
    background: none;
    appearance: none;
  }

  [type='search']::placeholder {
    color: var(--_cw-text-muted);
    opacity: 1;
  }

  button {
    display: grid;
    place-items: center;
    padding: 0;
    border: 0;
    border-radius: var(--_cw-radius-control);
    background: none;
    cursor: pointer;
  }

  button:hover {
    background: var(--_cw-hover);
  }

  button:active {
    background: var(--_cw-pressed);
  }

  [type='search']::-webkit-search-cancel-button {
    appearance: none;
  }

  .tone {
    flex: none;
    inline-size: var(--_cell);
    font: calc(var(--_cw-rem) * 1.25) / 1 var(--_emoji-font);
  }

  /* Over the search, as wide as that. */
  .tones {
    position: absolute;
    inset: 0;
    inset-inline-end: calc(var(--_cell) + var(--_cw-space));
    display: flex;
    border: 1px solid var(--_cw-control-border);
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-surface);
  }

  .tones label {
    position: relative;
    display: grid;
    flex: 1;
    place-items: center;
    border-radius: var(--_cw-radius-control);
    font: calc(var(--_cw-rem) * 1.25) / 1 var(--_emoji-font);
  }

  .tones label:hover {
    background: var(--_cw-hover);
  }

  .tones label:has(:checked) {
    background: var(--_cw-pressed);
    box-shadow: inset 0 -2px var(--_cw-focus);
  }

  .tones input {
    position: absolute;
    inset: 0;
    margin: 0;
    border-radius: inherit;
    appearance: none;
    cursor: pointer;
  }

  .tabs {
    display: flex;
    flex: none;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_cw-border);
  }

  .tabs button {
    flex: 1 0 calc(var(--_cw-rem) * 1.75);
    block-size: calc(var(--_cw-rem) * 2.25);
    font: calc(var(--_cw-rem) * 1.125) / 1 var(--_emoji-font);
    opacity: 0.8;
    filter: grayscale(1);
  }

  .tabs button:is(:hover, :focus-visible) {
    opacity: 1;
    filter: none;
  }

  .count {
    margin: 0;
    padding: calc(var(--_cw-space) * 4) 0;
    color: var(--_cw-text-muted);
    text-align: center;
  }

  .count.spoken {
    position: absolute;
    inline-size: 1px;
    padding: 0;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .list {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .heading {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    padding-block: var(--_cw-space);
    background: var(--_cw-surface);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    font-weight: 600;
  }

  /* Of some 1,900 buttons a browser lays out those that are seen; the others have about this height. */
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--_cell), 1fr));
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--_cell) * var(--_rows));
  }

  .grid button {
    block-size: var(--_cell);
    font: calc(var(--_cw-rem) * 1.5) / 1 var(--_emoji-font);
    scroll-margin-block-start: calc(var(--_cw-rem) * 2);
  }

  .preview {
    display: flex;
    flex: none;
    gap: calc(var(--_cw-space) * 2);
    min-block-size: 1.45em;
    white-space: nowrap;
  }

  .preview > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .preview .name {
    flex: 1;
  }

  .preview .code {
    max-inline-size: 50%;
    color: var(--_cw-text-muted);
  }

  @media (width <= 480px) {
    :host {
      inline-size: 100%;
      max-inline-size: none;
      block-size: min(var(--_cw-rem) * 24, 60dvh);
      border-inline-width: 0;
    }

    .preview {
      display: none;
    }
  }

  @media (pointer: coarse) {
    :host {
      --_cell: calc(var(--_cw-rem) * 2.75);
    }

    /* iOS zooms into a field whose text is smaller. */
    [type='search'] {
      font-size: max(16px, var(--_cw-font-size));
    }

    .preview {
      display: none;
    }
  }

  @media (forced-colors: active) {
    :host {
      border: 2px solid CanvasText;
    }

    button:hover,
    .tones label:is(:hover, :has(:checked)) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
