import { css } from 'lit';

/** `.button` (with `.primary` or `.plain`) and `.icon-button`: the only two kinds of button inside the widget. */
export const button = css`
  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_cw-space) * 2);
    min-height: calc(var(--_cw-space) * 9);
    padding: 0 calc(var(--_cw-space) * 3.5);
    border: 1px solid var(--_cw-control-border);
    border-radius: var(--_cw-radius-control);
    background: transparent;
    font-weight: 600;
    cursor: pointer;
    transition: background-color var(--_cw-duration);
  }

  .button:hover,
  .icon-button:hover {
    background: var(--_cw-hover);
  }

  .button:active,
  .icon-button:active {
    background: var(--_cw-pressed);
  }

  .button.plain,
  .icon-button {
    border-color: transparent;
  }

  .button.primary {
    border-color: var(--_cw-accent-edge);
    background: var(--_cw-accent);
    color: var(--_cw-on-accent);
  }

  .button.primary:hover {
    background: var(--_cw-accent-hover);
  }

  .button:disabled,
  .icon-button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  .icon-button {
    flex: none;
    width: calc(var(--_cw-space) * 9);
    padding: 0;
    border-radius: min(50%, var(--_cw-radius) * 1.25);
  }

  /* For thumbs. */
  @media (pointer: coarse) {
    .button,
    .icon-button {
      min-height: max(44px, calc(var(--_cw-space) * 9));
    }

    .icon-button {
      min-width: 44px;
    }
  }

  .icon-button svg,
  .button svg {
    width: calc(var(--_cw-space) * 5);
    height: calc(var(--_cw-space) * 5);
  }
`;
