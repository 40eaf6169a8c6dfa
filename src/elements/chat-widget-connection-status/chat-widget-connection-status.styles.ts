import { css } from 'lit';

export const styles = css`
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_cw-space) calc(var(--_cw-space) * 2.5);
    align-items: center;
    justify-content: end;
    min-block-size: calc(var(--_cw-space) * 11);
    padding: calc(var(--_cw-space) * 1.5) calc(var(--_cw-space) * 4);
    background: var(--_cw-warning-soft);
    color: var(--_cw-text);
    font-size: calc(var(--_cw-font-size) * 0.9);
    line-height: 1.35;
    animation: appear var(--_cw-duration) ease-out;
  }

  .unauthorized,
  .failed {
    background: var(--_cw-danger-soft);
  }

  .connecting {
    background: var(--_cw-accent-soft);
  }

  .restored {
    background: color-mix(in oklab, var(--_cw-online) 14%, var(--_cw-surface));
  }

  /* Where too little is left beside it, the button has a line of its own; the sign never has. */
  .words {
    flex: 1 1 min(calc(var(--_cw-rem) * 9.5), 100% - var(--_cw-space) * 8);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .detail {
    color: var(--_cw-text-muted);
  }

  .unauthorized .detail,
  .failed .detail {
    display: block;
  }

  .icon {
    display: inline-flex;
    flex: none;
    color: var(--_cw-warning);
  }

  .icon svg {
    inline-size: calc(var(--_cw-space) * 4.5);
    block-size: calc(var(--_cw-space) * 4.5);
  }

  .unauthorized .icon,
  .failed .icon {
    color: var(--_cw-danger);
  }

  .restored .icon {
    color: var(--_cw-online);
  }

  .button {
    flex: none;
    min-block-size: calc(var(--_cw-space) * 8);
    padding-inline: calc(var(--_cw-space) * 2.5);
  }

  .spinner {
    flex: none;
    inline-size: calc(var(--_cw-space) * 4);
    block-size: calc(var(--_cw-space) * 4);
    border: 2px solid color-mix(in oklab, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    .spinner {
      border-color: GrayText;
      border-block-start-color: CanvasText;
    }

    .status {
      border-block-end: 1px solid CanvasText;
    }
  }
`;
