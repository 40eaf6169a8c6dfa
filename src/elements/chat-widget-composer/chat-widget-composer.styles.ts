import { css } from 'lit';

export const styles = css`
  :host {
    padding: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 3) calc(var(--_cw-space) * 3);
    background: var(--_cw-surface);
  }

  .composer {
    display: flex;
    gap: var(--_cw-space);
    align-items: end;
    padding: calc(var(--_cw-space) - 1px);
    border: 1px solid var(--_cw-control-border);
    border-radius: calc(var(--_cw-rem) * 1.375);
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
    flex: 1;
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

  textarea::placeholder {
    overflow: hidden;
    color: var(--_cw-text-muted);
    opacity: 1;
    white-space: nowrap;
    text-overflow: ellipsis;
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

  .send {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(var(--_cw-rem) * 2.25);
    block-size: calc(var(--_cw-rem) * 2.25);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_cw-accent);
    color: var(--_cw-on-accent);
    cursor: pointer;
    transition:
      background-color var(--_cw-duration),
      color var(--_cw-duration);
  }

  .send:hover {
    background: color-mix(in oklab, var(--_cw-accent) 90%, var(--_cw-text));
  }

  .send:disabled {
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

  .notice {
    margin: 0;
    padding: calc(var(--_cw-space) * 2);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    text-align: center;
  }

  /* iOS zooms into a field whose text is smaller. */
  @media (pointer: coarse) {
    textarea {
      font-size: max(16px, var(--_cw-font-size));
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
