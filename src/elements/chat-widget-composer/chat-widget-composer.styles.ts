import { css } from 'lit';

export const styles = css`
  :host {
    padding: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 3) calc(var(--_cw-space) * 3);
    background: var(--_cw-surface);
  }

  .composer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_cw-space);
    align-items: end;
    justify-content: end;
    padding: calc(var(--_cw-space) - 1px);
    border: 1px solid var(--_cw-control-border);
    border-radius: calc(var(--_cw-radius) * 1.375);
    transition: border-color var(--_cw-duration);
  }

  .composer:has(textarea:focus) {
    border-color: var(--_cw-focus);
    outline: 1px solid var(--_cw-focus);
  }

  .composer.invalid {
    border-color: var(--_cw-danger);
    outline-color: var(--_cw-danger);
  }

  .composer.disabled {
    border-color: var(--_cw-border);
    background: var(--_cw-hover);
  }

  textarea {
    /* Where large letters leave less beside the buttons, it has a line of its own. */
    flex: 1 1 calc(var(--_cw-rem) * 7);
    field-sizing: content;
    min-inline-size: 0;
    min-block-size: calc(var(--_cw-rem) * 2.25);
    max-block-size: min(10lh, 40dvh);
    padding: calc((var(--_cw-rem) * 2.25 - 1lh) / 2) calc(var(--_cw-space) * 3);
    border: 0;
    background: none;
    line-height: 1.4;
    overflow-wrap: anywhere;
    resize: none;
    scrollbar-width: thin;
  }

  /* The box around it shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  /* All of this, or browsers cut it in the middle of a letter. */
  textarea:placeholder-shown,
  textarea::placeholder {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  textarea::placeholder {
    display: block;
    inline-size: 100%;
    color: var(--_cw-text-muted);
    opacity: 1;
    unicode-bidi: plaintext;
  }

  .counter {
    padding-inline: var(--_cw-space);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    line-height: calc(var(--_cw-rem) * 2.25);
    font-variant-numeric: tabular-nums;
  }

  .invalid .counter {
    color: var(--_cw-danger);
    font-weight: 600;
  }

  .icon-button:disabled {
    opacity: 1;
    background: none;
  }

  .attach,
  .emoji {
    color: var(--_cw-text-muted);
  }

  .send {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(var(--_cw-rem) * 2.25);
    block-size: calc(var(--_cw-rem) * 2.25);
    padding: 0;
    border: 1px solid var(--_cw-accent-edge);
    border-radius: min(50%, var(--_cw-radius) * 1.25);
    background: var(--_cw-accent);
    color: var(--_cw-on-accent);
    cursor: pointer;
    transition:
      background-color var(--_cw-duration),
      color var(--_cw-duration);
  }

  .send:hover {
    background: var(--_cw-accent-hover);
  }

  .send:disabled {
    border-color: transparent;
    background: var(--_cw-pressed);
    color: var(--_cw-text-muted);
    cursor: default;
  }

  .send svg {
    inline-size: calc(var(--_cw-rem) * 1.125);
    block-size: calc(var(--_cw-rem) * 1.125);
  }

  .send svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .problem {
    margin: 0 0 calc(var(--_cw-space) * 2);
    color: var(--_cw-danger);
    font-size: var(--_cw-font-size-small);
  }

  chat-widget-emoji-picker,
  .suggestions {
    position: fixed;
    inset: var(--_top) var(--_end) var(--_bottom) var(--_start);
    margin: var(--_cw-space) 0;
    max-block-size: calc(var(--_free) - var(--_cw-space) * 3);
  }

  /* It ends where the composer does, but never beyond the other edge of the page. */
  chat-widget-emoji-picker {
    --_most: calc(100% - var(--_cw-rem) * 22 - var(--_cw-space) * 2);
    right: max(var(--_cw-space) * 2, min(var(--_end), var(--_most)));
    left: auto;
  }

  chat-widget-emoji-picker:dir(rtl) {
    right: auto;
    left: max(var(--_cw-space) * 2, min(var(--_start), var(--_most)));
  }

  /* A sheet: a corner would be too small for it, and out of the thumb's reach. */
  @media (width <= 480px) {
    chat-widget-emoji-picker,
    chat-widget-emoji-picker:dir(rtl) {
      right: 0;
      left: 0;
    }
  }

  .suggestions {
    container-type: inline-size;
    inline-size: auto;
    block-size: fit-content;
    padding: var(--_cw-space);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius);
    background: var(--_cw-surface);
    box-shadow: var(--_cw-shadow);
    color: inherit;
    scrollbar-width: thin;
  }

  .suggestion {
    display: flex;
    gap: calc(var(--_cw-space) * 2.5);
    align-items: center;
    inline-size: 100%;
    min-block-size: calc(var(--_cw-space) * 10);
    padding: var(--_cw-space) calc(var(--_cw-space) * 2);
    border: 0;
    border-radius: var(--_cw-radius-control);
    background: none;
    text-align: start;
    cursor: pointer;
    --chat-widget-avatar-size: calc(var(--_cw-space) * 7);
  }

  .suggestion:hover {
    background: var(--_cw-hover);
  }

  .suggestion.active {
    outline: 2px solid var(--_cw-focus);
    outline-offset: -2px;
    background: var(--_cw-hover);
  }

  .suggestion-emoji {
    flex: none;
    inline-size: calc(var(--_cw-space) * 7);
    /* Some text fonts draw old emoji as thin lines. */
    font:
      calc(var(--_cw-rem) * 1.375) / 1 'Apple Color Emoji',
      'Segoe UI Emoji',
      'Noto Color Emoji',
      var(--_cw-font);
    text-align: center;
  }

  .suggestion-text,
  .suggestion-code {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .suggestion-text {
    flex: 1;
  }

  .suggestion-code {
    flex: 0 1 auto;
    max-inline-size: 50%;
    color: var(--_cw-text-muted);
  }

  @container (inline-size < 400px) {
    .suggestion-code {
      display: none;
    }
  }

  .notice {
    margin: 0;
    padding: calc(var(--_cw-space) * 2);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    text-align: center;
  }

  /* For thumbs; and iOS zooms into a field whose text is smaller. */
  @media (pointer: coarse) {
    textarea {
      min-block-size: 44px;
      padding-block: calc((44px - 1lh) / 2);
      font-size: max(16px, var(--_cw-font-size));
    }

    .send {
      inline-size: max(44px, calc(var(--_cw-rem) * 2.25));
      block-size: max(44px, calc(var(--_cw-rem) * 2.25));
    }
  }

  @media (forced-colors: active) {
    .send {
      border: 1px solid ButtonText;
    }

    .send:disabled {
      border-color: GrayText;
    }
  }
`;
