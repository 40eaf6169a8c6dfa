import { css } from 'lit';

/** `.input`, a field of one line, with its `.label`, `.hint` and `.error`. Never smaller than 16px where fingers type, or phones zoom into the page. */
export const field = css`
  .input {
    inline-size: 100%;
    min-block-size: calc(var(--_cw-space) * 9);
    padding-inline: calc(var(--_cw-space) * 3);
    border: 1px solid var(--_cw-control-border);
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-surface);
    appearance: none;
  }

  .input::placeholder {
    color: var(--_cw-text-muted);
    opacity: 1;
  }

  .input:focus-visible {
    border-color: var(--_cw-focus);
    outline: 1px solid var(--_cw-focus);
    outline-offset: 0;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_cw-danger);
  }

  .label {
    font-weight: 600;
  }

  .hint,
  .error {
    margin: 0;
    font-size: calc(var(--_cw-font-size) * 0.85);
  }

  .hint {
    color: var(--_cw-text-muted);
  }

  .error {
    color: var(--_cw-danger);
  }

  .error:empty {
    display: none;
  }

  @media (pointer: coarse) {
    .input {
      min-block-size: max(44px, calc(var(--_cw-space) * 9));
      font-size: max(16px, var(--_cw-font-size));
    }
  }
`;
