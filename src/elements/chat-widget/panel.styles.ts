import { css } from 'lit';

/** The inside of the panel; the rest is in `chat-widget.styles.ts`. */
export const styles = css`
  chat-widget-notices,
  chat-widget-connection-status {
    flex: none;
  }

  .layout {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) / min(var(--_cw-list-width), 45%) minmax(0, 1fr);
    min-block-size: 0;
    overflow: hidden;
  }

  .rooms,
  .room {
    min-block-size: 0;
  }

  .room {
    display: flex;
    flex-direction: column;
    background: var(--_cw-surface);
  }

  .bar {
    display: flex;
    flex: none;
    gap: calc(var(--_cw-space) * 2);
    align-items: center;
    min-block-size: calc(var(--_cw-space) * 16);
    padding-inline: calc(var(--_cw-space) * 3);
    border-block-end: 1px solid transparent;
  }

  .bar.lined {
    border-color: var(--_cw-border);
  }

  .back:dir(rtl) svg {
    scale: -1 1;
  }

  chat-widget-room-header {
    flex: 1;
  }

  chat-widget-thread {
    flex: 1;
    min-block-size: 0;
  }

  @container (inline-size >= 640px) {
    .rooms {
      border-inline-end: 1px solid var(--_cw-border);
    }

    .bar {
      padding-inline-start: calc(var(--_cw-space) * 5);
    }

    .back,
    .narrow-only {
      display: none;
    }
  }

  /* Both lie on each other. Hidden, but not gone, each keeps its place in a long list. */
  @container (inline-size < 640px) {
    .layout {
      --_away: calc(var(--_cw-space) * 6);
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }

    .layout:dir(rtl) {
      --_away: calc(var(--_cw-space) * -6);
    }

    .rooms,
    .room {
      grid-area: 1 / 1;
      transition:
        opacity var(--_cw-duration),
        translate var(--_cw-duration);
    }

    .has-room .rooms,
    .layout:not(.has-room) .room {
      visibility: hidden;
      opacity: 0;
      /* Only what goes stays visible for a while: what comes must take the focus at once. */
      transition:
        opacity var(--_cw-duration),
        translate var(--_cw-duration),
        visibility var(--_cw-duration);
      translate: var(--_away) 0;
    }

    .has-room .rooms {
      translate: calc(var(--_away) * -1) 0;
    }

    /* Pushed aside by a finger, which leaves only what is vertical to the browser: see swipe-back.ts. */
    .room {
      touch-action: pan-y pinch-zoom;
    }

    .layout[swiping] :is(.rooms, .room) {
      transition: none;
    }

    .has-room[swiping] .rooms {
      visibility: visible;
      opacity: 1;
      translate: none;
    }

    .has-room[swiping] .room {
      box-shadow: var(--_cw-shadow);
      translate: var(--_swipe) 0;
    }
  }

  @media print {
    .layout,
    .layout .room {
      display: block;
      overflow: visible;
    }

    .layout.has-room .rooms,
    .layout:not(.has-room) .room,
    .icon-button,
    chat-widget-notices,
    chat-widget-connection-status,
    chat-widget-typing-indicator,
    chat-widget-composer {
      display: none;
    }
  }
`;
