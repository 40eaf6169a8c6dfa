import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
    /* The person's own text size, whatever the page makes of its root: see theme/register-tokens.ts. */
    font-family: system-ui, sans-serif !important;
    font-size: medium !important;
    --_cw-rem: 1em;
  }

  :host([mode='inline']) {
    display: block;
    block-size: min(var(--_cw-height), 100dvh);
  }

  /* Nothing that the page's styles hand down gets past here. */
  .base {
    all: initial;
    display: block;
    box-sizing: border-box;
    color: var(--_cw-text);
    color-scheme: var(--_cw-color-scheme);
    font: 400 var(--_cw-font-size) / 1.45 var(--_cw-font);
  }

  .base.inline {
    block-size: 100%;
  }

  .panel {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    /* Where nothing in it scrolls, the page behind must not scroll instead. */
    overscroll-behavior: contain;
    outline: none;
    background: var(--_cw-surface);
    container-type: inline-size;
  }

  .inline .panel {
    block-size: 100%;
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius);
  }

  .launcher .panel,
  .fullscreen .panel,
  chat-widget-launcher {
    position: fixed;
    z-index: var(--_cw-z-index);
  }

  chat-widget-launcher {
    inset-block-end: calc(var(--_cw-offset) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: var(--_cw-offset);
  }

  .launcher .panel {
    --_below: calc(var(--_cw-offset) + var(--_cw-launcher-size) + var(--_cw-space) * 4);
    inset-block-end: calc(var(--_below) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: var(--_cw-offset);
    inline-size: min(var(--_cw-width), 100vw - var(--_cw-offset) * 2);
    block-size: min(var(--_cw-height), 100dvh - var(--_below) - var(--_cw-offset));
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius);
    box-shadow: var(--_cw-shadow);
    animation: rise var(--_cw-duration) ease-out;
  }

  .launcher.start :is(.panel, chat-widget-launcher) {
    inset-inline: var(--_cw-offset) auto;
  }

  .fullscreen .panel {
    inset-block-start: var(--_visible-top, 0px);
    inset-inline: 0;
    block-size: var(--_visible-height, 100dvh);
    padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px) env(safe-area-inset-bottom, 0px)
      env(safe-area-inset-left, 0px);
  }

  /* On a phone there is no corner to spare. */
  @media (width <= 480px) or (height <= 480px) {
    .launcher .panel,
    .launcher.start .panel {
      inset-block: var(--_visible-top, 0px) auto;
      inset-inline: 0;
      inline-size: auto;
      block-size: var(--_visible-height, 100dvh);
      padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px) env(safe-area-inset-bottom, 0px)
        env(safe-area-inset-left, 0px);
      border: 0;
      border-radius: 0;
    }

    .shown chat-widget-launcher {
      display: none;
    }
  }

  .waiting {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 5);
    padding-inline: calc(var(--_cw-space) * 5);
    overflow: hidden auto;
  }

  .waiting-bar {
    display: flex;
    flex: none;
    justify-content: end;
    align-items: center;
    min-block-size: calc(var(--_cw-space) * 16);
    margin-block-end: calc(var(--_cw-space) * -2.5);
    margin-inline-end: calc(var(--_cw-space) * -2);
  }

  /* A fast network should not make it flash. */
  .ghost {
    display: grid;
    grid-template: auto / calc(var(--_cw-space) * 11) 60%;
    gap: calc(var(--_cw-space) * 3);
    align-items: center;
    animation: appear 300ms 150ms backwards;
  }

  .ghost > * {
    block-size: calc(var(--_cw-space) * 3.5);
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-hover);
  }

  .ghost > i {
    block-size: calc(var(--_cw-space) * 11);
    border-radius: var(--_cw-avatar-radius);
  }

  .apology {
    display: grid;
    flex: 1;
    gap: calc(var(--_cw-space) * 4);
    place-content: center;
    justify-items: center;
    padding-block-end: calc(var(--_cw-space) * 16);
    text-align: center;
  }

  .apology p {
    max-inline-size: 32ch;
    margin: 0;
    text-wrap: balance;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 calc(var(--_cw-space) * 4);
      scale: 0.98;
    }
  }

  @media (forced-colors: active) {
    .launcher .panel {
      border: 2px solid CanvasText;
    }
  }

  /* On paper a conversation is as long as it is. */
  @media print {
    .launcher {
      display: none;
    }

    .base {
      print-color-adjust: exact;
    }

    :host([mode='inline']),
    .base.inline,
    .inline .panel,
    .fullscreen .panel {
      position: static;
      display: block;
      block-size: auto;
      overflow: visible;
      border: 0;
    }
  }
`;
