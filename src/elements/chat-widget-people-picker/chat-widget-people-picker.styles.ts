import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 1.5);
    min-block-size: 0;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_cw-space);
    max-block-size: calc(var(--_cw-space) * 22);
    margin: 0 0 calc(var(--_cw-space) * 1.5);
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  .chip {
    display: flex;
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: calc(var(--_cw-space) * 2.5);
    border-radius: calc(var(--_cw-space) * 4);
    background: var(--_cw-accent-soft);
    color: var(--_cw-accent-text);
    font-weight: 500;
  }

  .chip-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: calc(var(--_cw-space) * 7);
    block-size: calc(var(--_cw-space) * 7);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    cursor: pointer;
  }

  .chip button:hover {
    background: color-mix(in oklab, var(--_cw-accent) 15%, transparent);
  }

  .chip svg {
    inline-size: calc(var(--_cw-space) * 3.5);
    block-size: calc(var(--_cw-space) * 3.5);
  }

  .options {
    flex: none;
    block-size: calc(var(--_cw-space) * 62);
    margin-inline: calc(var(--_cw-space) * -2);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .options[hidden] {
    display: none;
  }

  .option {
    display: grid;
    grid-template: 'picture name check' auto 'picture email check' auto / auto minmax(0, 1fr) auto;
    gap: 0 calc(var(--_cw-space) * 3);
    align-items: center;
    inline-size: 100%;
    min-block-size: calc(var(--_cw-space) * 12);
    padding: var(--_cw-space) calc(var(--_cw-space) * 2);
    border: 2px solid transparent;
    border-radius: var(--_cw-radius-control);
    background: transparent;
    text-align: start;
    cursor: pointer;
  }

  .option:hover,
  .option.active {
    background: var(--_cw-hover);
    --_cut-out: var(--_cw-hover);
  }

  .option.active {
    border-color: var(--_cw-focus);
  }

  chat-widget-avatar,
  .plus {
    grid-area: picture;
    --chat-widget-avatar-size: calc(var(--_cw-space) * 9);
  }

  .plus {
    display: grid;
    place-items: center;
    inline-size: calc(var(--_cw-space) * 9);
    block-size: calc(var(--_cw-space) * 9);
    border-radius: 50%;
    background: var(--_cw-accent-soft);
    color: var(--_cw-accent-text);
  }

  .plus svg,
  .check svg {
    display: block;
    inline-size: calc(var(--_cw-space) * 5);
    block-size: calc(var(--_cw-space) * 5);
  }

  chat-widget-presence-badge {
    grid-area: picture;
    place-self: end;
  }

  .option-name,
  .option-email {
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .option-name {
    grid-area: name;
    font-weight: 500;
  }

  /* Without an address the name stands in the middle. */
  .plus + .option-name,
  .option:has(.option-email:empty) .option-name {
    grid-row: name / email;
  }

  .option-email {
    grid-area: email;
    color: var(--_cw-text-muted);
    font-size: calc(var(--_cw-font-size) * 0.85);
  }

  .check {
    grid-area: check;
    color: var(--_cw-accent-text);
  }

  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }

    .option {
      border-color: Canvas;
    }

    .option.active {
      border-color: Highlight;
    }
  }
`;
