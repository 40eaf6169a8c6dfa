import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--_cw-surface);
  }

  .header {
    display: flex;
    flex: none;
    gap: var(--_cw-space);
    align-items: center;
    min-block-size: calc(var(--_cw-space) * 16);
    padding-inline: calc(var(--_cw-space) * 5) calc(var(--_cw-space) * 3);
  }

  h2 {
    margin: 0;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    /* Letters that are large already need not be larger. */
    font-size: clamp(var(--_cw-font-size), 6.5cqi, var(--_cw-font-size) * 1.25);
    font-weight: 700;
    letter-spacing: -0.01em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Whatever the heading is, the buttons stand at the end. */
  [part='new-room'] {
    margin-inline-start: auto;
  }

  /* Its dialog is nearly always there before this shows. */
  [part='new-room'][aria-busy] {
    opacity: 0.5;
    transition: opacity 0s 0.3s;
  }

  .error {
    padding-inline: calc(var(--_cw-space) * 5);
    padding-block-end: calc(var(--_cw-space) * 2);
  }

  .filter {
    position: relative;
    flex: none;
    padding-inline: calc(var(--_cw-space) * 4);
    padding-block-end: calc(var(--_cw-space) * 2);
  }

  .filter svg {
    position: absolute;
    inset-block-start: calc(50% - var(--_cw-space) * 3);
    inset-inline-start: calc(var(--_cw-space) * 7);
    inline-size: calc(var(--_cw-space) * 4);
    block-size: calc(var(--_cw-space) * 4);
    color: var(--_cw-text-muted);
    pointer-events: none;
  }

  .filter .input {
    padding-inline-start: calc(var(--_cw-space) * 9);
    border-color: transparent;
    background: var(--_cw-hover);
  }

  .filter .input:focus-visible {
    border-color: var(--_cw-focus);
    background: var(--_cw-surface);
  }

  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-inline: calc(var(--_cw-space) * 2);
    scrollbar-width: thin;
  }

  /* One list that holds as much room as all its rows, of which only those in sight are there. */
  ul {
    display: flow-root;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .ghost {
    display: grid;
    grid-template: 'picture title' auto 'picture preview' auto / auto 1fr;
    gap: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 3);
    align-items: center;
    padding: calc(var(--_cw-space) * 2.5);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .ghost > * {
    block-size: 0.8em;
    border-radius: 1em;
    background: var(--_cw-pressed);
  }

  .ghost > .ghost-picture {
    grid-area: picture;
    inline-size: calc(var(--_cw-space) * 11);
    block-size: calc(var(--_cw-space) * 11);
    border-radius: var(--_cw-avatar-radius);
  }

  .ghost-title {
    grid-area: title;
    inline-size: 45%;
  }

  .ghost-preview {
    grid-area: preview;
    inline-size: 80%;
  }

  .ghost:nth-child(even) .ghost-title {
    inline-size: 60%;
  }

  .ghost:nth-child(even) .ghost-preview {
    inline-size: 65%;
  }

  @keyframes breathe {
    from {
      opacity: 0.9;
    }

    to {
      opacity: 0.4;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .ghost {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .filter .input {
      border-color: ButtonBorder;
    }

    .ghost > * {
      border: 1px solid GrayText;
    }
  }
`;
