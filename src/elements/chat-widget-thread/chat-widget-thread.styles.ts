import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
    background: var(--_cw-surface);
  }

  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    /* A scroller takes what the panel around it keeps for its swipe. */
    touch-action: pan-y pinch-zoom;
    /* The window keeps the reader's place itself, the same way in every browser. */
    overflow-anchor: none;
    scrollbar-width: thin;
    scrollbar-color: color-mix(in oklab, var(--_cw-text) 25%, transparent) transparent;
  }

  .scroller[hidden] {
    display: none;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  /* A few messages stand at the bottom, where the next one comes. */
  .content {
    display: flex;
    flex-direction: column;
    justify-content: end;
    min-block-size: 100%;
  }

  .content > * {
    flex: none;
  }

  .end {
    block-size: calc(var(--_cw-space) * 3);
  }

  .older {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_cw-space) * 3);
    align-items: center;
    justify-content: center;
    min-block-size: calc(var(--_cw-rem) * 3.25);
    padding-inline: calc(var(--_cw-space) * 3);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    text-align: center;
  }

  .older .button {
    min-height: calc(var(--_cw-rem) * 1.75);
    padding-inline: calc(var(--_cw-space) * 2.5);
    color: var(--_cw-text);
  }

  /* Over the upper corner of the bubble, where it covers no text. */
  .copy {
    grid-area: 2 / 2;
    align-self: start;
    justify-self: end;
    display: grid;
    place-items: center;
    inline-size: calc(var(--_cw-rem) * 1.75);
    block-size: calc(var(--_cw-rem) * 1.75);
    padding: 0;
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-surface);
    color: var(--_cw-text-muted);
    translate: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * -3.5);
    cursor: pointer;
  }

  .copy:dir(rtl) {
    translate: calc(var(--_cw-space) * -2) calc(var(--_cw-space) * -3.5);
  }

  .message.own .copy {
    justify-self: start;
    translate: calc(var(--_cw-space) * -2) calc(var(--_cw-space) * -3.5);
  }

  .message.own .copy:dir(rtl) {
    translate: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * -3.5);
  }

  .message:not(:hover, :focus, :focus-within) .copy {
    opacity: 0;
  }

  .copy svg {
    inline-size: calc(var(--_cw-rem) * 0.95);
    block-size: calc(var(--_cw-rem) * 0.95);
  }

  .copy.done {
    color: var(--_cw-online);
  }

  /* To come to the first message is to see what is above it. No general sibling: each new row would style all others anew. */
  .older + .divider + .message,
  .older + .divider + .divider + .message {
    scroll-margin-block-start: calc(var(--_cw-rem) * 6);
  }

  .spinner {
    inline-size: calc(var(--_cw-rem) * 1.125);
    block-size: calc(var(--_cw-rem) * 1.125);
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

  .divider {
    display: flex;
    gap: calc(var(--_cw-space) * 3);
    align-items: center;
    justify-content: center;
    margin-block-start: calc(var(--_cw-space) * 4);
    padding-inline: calc(var(--_cw-space) * 3);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    font-weight: 600;
  }

  .divider.unread {
    color: var(--_cw-accent-text);
  }

  .divider.gap::before,
  .divider.gap::after {
    flex: 1;
    border-block-start: 1px dashed currentcolor;
    content: '';
    opacity: 0.6;
  }

  /* A server with history is asked at once for what is missing: only what it does not tell is worth a line. */
  .history .gap {
    animation: late 2s;
  }

  @keyframes late {
    from,
    to {
      display: none;
    }
  }

  .divider.unread::before,
  .divider.unread::after {
    flex: 1;
    border-block-start: 1px solid currentcolor;
    content: '';
    opacity: 0.4;
  }

  .jump {
    position: absolute;
    inset-block-end: calc(var(--_cw-space) * 3);
    inset-inline-end: calc(var(--_cw-space) * 4);
    display: inline-flex;
    gap: calc(var(--_cw-space) * 1.5);
    align-items: center;
    justify-content: center;
    min-inline-size: calc(var(--_cw-rem) * 2.25);
    min-block-size: calc(var(--_cw-rem) * 2.25);
    padding: 0 calc(var(--_cw-space) * 2);
    border: 1px solid var(--_cw-border);
    border-radius: 99rem;
    background: var(--_cw-surface);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.16);
    font-size: var(--_cw-font-size-small);
    font-weight: 600;
    cursor: pointer;
    animation: rise var(--_cw-duration) ease-out;
  }

  @media (pointer: coarse) {
    .jump {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }

  .jump:hover {
    background: var(--_cw-hover);
  }

  .jump.new {
    padding-inline-start: calc(var(--_cw-space) * 3.5);
    border-color: var(--_cw-accent-edge);
    background: var(--_cw-accent);
    color: var(--_cw-on-accent);
  }

  .jump.new:hover {
    background: var(--_cw-accent-hover);
  }

  .jump svg {
    inline-size: calc(var(--_cw-rem) * 1.125);
    block-size: calc(var(--_cw-rem) * 1.125);
  }

  .state {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    animation: appear var(--_cw-duration) ease-out;
  }

  .loading {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 2);
    align-items: start;
    justify-content: end;
    padding: calc(var(--_cw-space) * 3);
    overflow: hidden;
  }

  .bone {
    flex: none;
    inline-size: 55%;
    block-size: calc(var(--_cw-rem) * 2.375);
    border-radius: var(--_cw-radius-bubble);
    background: var(--_cw-bubble);
    animation: pulse 1.4s ease-in-out infinite alternate;
  }

  .bone.own {
    align-self: end;
    background: var(--_cw-accent-soft);
  }

  .bone.short {
    inline-size: 32%;
  }

  .bone.long {
    inline-size: 68%;
    block-size: calc(var(--_cw-rem) * 3.75);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }

    .spinner {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    .spinner {
      border-color: GrayText;
      border-block-start-color: CanvasText;
    }

    .bone,
    .jump {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    :host,
    .scroller {
      display: block;
      overflow: visible;
    }

    .jump {
      display: none;
    }
  }
`;
