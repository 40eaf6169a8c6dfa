import { css } from 'lit';

export const styles = css`
  /* Its height is kept while nobody types: nothing may jump when somebody starts. */
  :host {
    min-block-size: calc(var(--_cw-rem) * 1.375);
    background: var(--_cw-surface);
  }

  .indicator {
    display: flex;
    gap: calc(var(--_cw-space) * 1.5);
    align-items: center;
    min-block-size: calc(var(--_cw-rem) * 1.375);
    padding-inline: calc(var(--_cw-space) * 5);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    animation: appear var(--_cw-duration) ease-out;
  }

  .sentence {
    overflow: hidden;
    min-inline-size: 0;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .dots {
    display: inline-flex;
    flex: none;
    gap: 0.25em;
  }

  .dots i {
    inline-size: 0.4em;
    block-size: 0.4em;
    border-radius: 50%;
    background: currentcolor;
    animation: bounce 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes bounce {
    0%,
    60%,
    100% {
      opacity: 0.5;
    }

    30% {
      opacity: 1;
      transform: translateY(-0.2em);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .dots i {
      background: CanvasText;
    }
  }
`;
