import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    inline-size: var(--_cw-launcher-size);
    block-size: var(--_cw-launcher-size);
  }

  button {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_cw-accent);
    box-shadow: var(--_cw-launcher-shadow);
    color: var(--_cw-on-accent);
    cursor: pointer;
    transition:
      scale var(--_cw-duration),
      background-color var(--_cw-duration);
  }

  button:hover {
    background: var(--_cw-accent-hover);
    scale: 1.05;
  }

  button:active {
    scale: 0.96;
  }

  button:focus-visible {
    outline-offset: 3px;
  }

  /* Both lie on each other; one turns into the other. */
  .icon {
    grid-area: 1 / 1;
    display: grid;
    place-items: center;
    transition:
      opacity var(--_cw-duration),
      rotate var(--_cw-duration),
      scale var(--_cw-duration);
  }

  .icon svg,
  ::slotted(*) {
    inline-size: calc(var(--_cw-launcher-size) * 0.46);
    block-size: calc(var(--_cw-launcher-size) * 0.46);
  }

  :host(:not([open])) .opened {
    opacity: 0;
    rotate: -60deg;
    scale: 0.6;
  }

  :host([open]) .closed {
    opacity: 0;
    rotate: 60deg;
    scale: 0.6;
  }

  .unread-count {
    position: absolute;
    inset-block-start: calc(var(--_cw-space) * -1.5);
    inset-inline-end: calc(var(--_cw-space) * -2);
    min-inline-size: 1.7em;
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_cw-badge);
    box-shadow: 0 0 0 2px var(--_cw-surface);
    color: #fff;
    font-size: calc(var(--_cw-font-size) * 0.75);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.7em;
    text-align: center;
    animation: pop calc(var(--_cw-duration) * 1.5) ease-out;
  }

  @keyframes pop {
    from {
      scale: 0;
    }

    60% {
      scale: 1.2;
    }
  }

  @media (forced-colors: active) {
    button,
    .unread-count {
      border: 2px solid ButtonText;
    }
  }
`;
