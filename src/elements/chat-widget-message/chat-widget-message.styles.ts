import { css } from 'lit';
import { messageTextStyles } from './message-text.styles.ts';

const rowStyles = css`
  .message {
    --_avatar-size: calc(var(--_cw-rem) * 2);
    --_tight: calc(var(--_cw-radius-bubble) * 0.25);
    /* Room for a time beside the bubble. */
    --_side: min(calc(var(--_cw-rem) * 4), 22%);
    /* The middle column takes what the text needs. */
    display: grid;
    grid-template-columns: 0 minmax(0, auto) minmax(var(--_side), 1fr);
    align-items: center;
    padding-block-start: calc(var(--_cw-space) * 2.5);
    padding-inline: calc(var(--_cw-space) * 3);
    border-radius: var(--_cw-radius-control);
  }

  .message.group:not(.own) {
    grid-template-columns: calc(var(--_avatar-size) + var(--_cw-space) * 2) minmax(0, auto) minmax(var(--_side), 1fr);
  }

  .message.own {
    grid-template-columns: minmax(var(--_side), 1fr) minmax(0, auto) 0;
  }

  .message.continued {
    padding-block-start: calc(var(--_cw-space) * 0.5);
  }

  .message:focus-visible {
    outline-offset: -2px;
  }

  .bubble,
  .author,
  .meta,
  .failure {
    grid-column: 2;
  }

  chat-widget-avatar {
    grid-area: 2 / 1;
    align-self: start;
    --chat-widget-avatar-size: var(--_avatar-size);
  }

  .author {
    grid-row: 1;
    /* As wide as the name: one of the other direction would begin at the other side. */
    justify-self: start;
    max-inline-size: 100%;
    padding-inline: calc(var(--_cw-space) * 3);
    padding-block-end: var(--_cw-space);
    overflow: hidden;
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    font-weight: 600;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .bubble {
    grid-row: 2;
    justify-self: start;
    max-inline-size: min(100%, calc(var(--_cw-rem) * 36));
    padding: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 3);
    border: 1px solid transparent;
    border-radius: var(--_cw-radius-bubble);
    background: var(--_cw-bubble);
    color: var(--_cw-bubble-text);
  }

  .own .bubble {
    justify-self: end;
    border-color: var(--_cw-own-edge);
    background: var(--_cw-own-bubble);
    color: var(--_cw-own-text);
  }

  /* Corners are tight where the group goes on. In a thread the next row tells so, and this one stays untouched. */
  .message.continued:not(.own) .bubble {
    border-start-start-radius: var(--_tight);
  }

  .message.continued.own .bubble {
    border-start-end-radius: var(--_tight);
  }

  .message:is(.followed, :has(+ .continued)):not(.own) .bubble {
    border-end-start-radius: var(--_tight);
  }

  .message:is(.followed, :has(+ .continued)).own .bubble {
    border-end-end-radius: var(--_tight);
  }

  .message:has(.emoji):not(.failed) .bubble {
    padding: 0;
    border-color: transparent;
    background: none;
  }

  /* The last of a group has its time below; the others show theirs beside the bubble, for those who look for it. */
  .meta {
    grid-row: 3;
    display: flex;
    gap: var(--_cw-space);
    align-items: center;
    justify-self: start;
    padding-block: var(--_cw-space) calc(var(--_cw-space) * 1.5);
    padding-inline: calc(var(--_cw-space) * 3);
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
    line-height: 1;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .own .meta {
    justify-self: end;
    padding-inline: 0 calc(var(--_cw-space));
  }

  .message:is(.followed, :has(+ .continued)) .meta {
    grid-area: 2 / 3;
    padding-inline: calc(var(--_cw-space) * 2);
    padding-block: 0;
    opacity: 0;
    transition: opacity var(--_cw-duration);
  }

  .message.own:is(.followed, :has(+ .continued)) .meta {
    grid-area: 2 / 1;
  }

  .message:is(:hover, :focus, :focus-within, .pending) .meta {
    opacity: 1;
  }

  .message.pending:is(.followed, :has(+ .continued)) time {
    display: none;
  }

  .status {
    display: inline-flex;
    gap: var(--_cw-space);
    align-items: center;
  }

  .status svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  /* What cannot be sent now says so, once below a group, over the whole width. */
  .message.waiting:not(.followed, :has(+ .continued)) .meta {
    grid-column: 1 / -1;
  }

  .message.waiting:not(.followed, :has(+ .continued)) .words {
    position: static;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    clip-path: none;
    line-height: 1.2;
    white-space: normal;
  }

  .failed .meta {
    display: none;
  }

  .failed .bubble {
    border-color: var(--_cw-danger);
    background: var(--_cw-danger-soft);
    color: var(--_cw-text);
  }

  .failure {
    grid-row: 4;
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_cw-space) * 3);
    align-items: center;
    justify-content: end;
    padding-block-start: var(--_cw-space);
    padding-inline-start: calc(var(--_cw-space) * 6);
    font-size: var(--_cw-font-size-small);
  }

  /* They go to the next line together. */
  .actions {
    display: inline-flex;
    gap: calc(var(--_cw-space) * 3);
  }

  .reason {
    display: inline-flex;
    gap: var(--_cw-space);
    align-items: center;
    min-inline-size: 0;
    color: var(--_cw-danger);
    overflow-wrap: anywhere;
  }

  .reason svg {
    flex: none;
    inline-size: var(--_cw-rem);
    block-size: var(--_cw-rem);
  }

  .failure button {
    min-inline-size: 24px;
    min-block-size: max(24px, calc(var(--_cw-rem) * 1.75));
    padding: 0 var(--_cw-space);
    border: 0;
    border-radius: var(--_cw-radius-control);
    background: none;
    color: var(--_cw-accent-text);
    font-weight: 600;
    cursor: pointer;
  }

  .failure button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (pointer: coarse) {
    .failure button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }

  /* With large letters there is no room for pictures, nor for a time beside the bubble. */
  @container (inline-size < 16em) {
    .message {
      --_side: calc(var(--_cw-space) * 2);
    }

    .message.group:not(.own) {
      grid-template-columns: 0 minmax(0, auto) minmax(var(--_side), 1fr);
    }

    chat-widget-avatar,
    .message:is(.followed, :has(+ .continued)) .meta {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }

    .own .bubble {
      border-width: 2px;
    }

    .message:has(.emoji):not(.failed) .bubble {
      border: 0;
    }
  }
`;

/** The row of one message, as `messageTemplate` makes it. */
export const messageStyles = [rowStyles, messageTextStyles];
