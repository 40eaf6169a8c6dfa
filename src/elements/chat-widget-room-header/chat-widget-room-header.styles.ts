import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    gap: calc(var(--_cw-space) * 3);
    align-items: center;
    min-inline-size: 0;
    container-type: inline-size;
  }

  .picture {
    display: grid;
    flex: none;
  }

  .picture > * {
    grid-area: 1 / 1;
  }

  chat-widget-avatar {
    --chat-widget-avatar-size: calc(var(--_cw-space) * 9);
  }

  chat-widget-presence-badge {
    place-self: end;
  }

  .words {
    min-inline-size: 0;
    line-height: 1.3;
  }

  h2,
  p {
    margin: 0;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    outline: none;
    font-size: calc(var(--_cw-font-size) * 1.05);
    font-weight: 600;
  }

  p {
    color: var(--_cw-text-muted);
    font-size: calc(var(--_cw-font-size) * 0.85);
  }

  /* Its place is kept while it is not known who is there: the title must not jump. */
  p:empty::before {
    content: '\\200b';
  }

  /* With large letters the name needs the room more than the picture does. */
  @container (inline-size < 12em) {
    .picture {
      display: none;
    }

    h2 {
      display: -webkit-box;
      overflow-wrap: anywhere;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  }
`;
