import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .room {
    display: grid;
    grid-template: 'avatar title time' auto 'avatar preview count' auto / auto minmax(0, 1fr) auto;
    gap: calc(var(--_cw-space) * 0.5) calc(var(--_cw-space) * 3);
    align-items: center;
    inline-size: 100%;
    padding: calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 2.5);
    border: 2px solid transparent;
    border-radius: var(--_cw-radius-control);
    background: transparent;
    text-align: start;
    cursor: pointer;
    transition: background-color var(--_cw-duration);
  }

  .room:hover {
    background: var(--_cw-hover);
    --_cut-out: var(--_cw-hover);
  }

  .room:active {
    background: var(--_cw-pressed);
    --_cut-out: var(--_cw-pressed);
  }

  .room.current {
    background: var(--_cw-accent-soft);
    --_cut-out: var(--_cw-accent-soft);
  }

  :focus-visible {
    outline-offset: -2px;
  }

  /* The badge lies in the picture's lower corner. In the markup it follows the name, as it is spoken. */
  chat-widget-avatar,
  chat-widget-presence-badge {
    --chat-widget-avatar-size: calc(var(--_cw-space) * 11);
    --chat-widget-presence-size: calc(var(--_cw-space) * 2.75);
    grid-area: avatar;
    align-self: start;
  }

  chat-widget-presence-badge {
    justify-self: end;
    margin-block-start: calc(var(--chat-widget-avatar-size) - var(--chat-widget-presence-size));
  }

  .title,
  .preview {
    min-block-size: 1lh;
    overflow: hidden;
    /* A name in another direction is cut at its own end, but starts where the others start. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    grid-area: title;
    font-weight: 600;
  }

  chat-widget-timestamp {
    grid-area: time;
    color: var(--_cw-text-muted);
    font-size: var(--_cw-font-size-small);
  }

  .preview {
    grid-area: preview;
    color: var(--_cw-text-muted);
    font-size: calc(var(--_cw-font-size) * 0.9);
  }

  .room:not(.unread) .preview {
    grid-column: preview / count;
  }

  .unread .preview {
    color: var(--_cw-text);
  }

  .unread chat-widget-timestamp,
  .typing .preview {
    color: var(--_cw-accent-text);
  }

  .failed {
    color: var(--_cw-danger);
    font-weight: 600;
  }

  .unsent svg {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-inline-end: 0.25em;
    vertical-align: -0.15em;
  }

  .unread-count {
    grid-area: count;
    justify-self: end;
    min-inline-size: 1.75em;
    padding-inline: 0.5em;
    border-radius: 1em;
    outline: 1px solid var(--_cw-accent-edge);
    outline-offset: -1px;
    background: var(--_cw-accent);
    color: var(--_cw-on-accent);
    font-size: calc(var(--_cw-font-size) * 0.75);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.75em;
    text-align: center;
  }

  /* With large letters there is no room for the time beside the title. */
  @container (inline-size < 16em) {
    .room {
      grid-template:
        'avatar title count' auto 'avatar preview preview' auto 'avatar time time' auto / auto minmax(0, 1fr)
        auto;
    }

    .room .preview {
      grid-column: preview;
    }

    .title {
      display: -webkit-box;
      overflow-wrap: anywhere;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    chat-widget-avatar,
    chat-widget-presence-badge {
      --chat-widget-avatar-size: calc(var(--_cw-space) * 8);
    }
  }

  @media (forced-colors: active) {
    .room {
      border-color: Canvas;
    }

    .room.current {
      border-color: Highlight;
    }

    .unread-count {
      border: 1px solid CanvasText;
    }
  }
`;
