import { css } from 'lit';

/** What is attached to a message. */
export const uploadStyles = css`
  .tray {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_cw-space) * 1.5);
    margin: 0;
    padding: 0 0 calc(var(--_cw-space) * 2);
    list-style: none;
  }

  .attachment {
    display: flex;
    gap: var(--_cw-space);
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: calc(var(--_cw-space) * 2.5);
    border: 1px solid var(--_cw-control-border);
    border-radius: var(--_cw-radius-control);
    font-size: var(--_cw-font-size-small);
  }

  .attachment.failed {
    border-color: var(--_cw-danger);
    color: var(--_cw-danger);
  }

  .attachment .name {
    overflow: hidden;
    max-inline-size: calc(var(--_cw-rem) * 12);
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .failure {
    padding-block: calc(var(--_cw-space) * 1.5);
    overflow-wrap: anywhere;
  }

  .failure span {
    display: block;
  }

  .attachment progress {
    inline-size: calc(var(--_cw-rem) * 3.5);
    block-size: calc(var(--_cw-space) * 1.5);
    accent-color: var(--_cw-accent-text);
  }

  .attachment .icon-button {
    inline-size: calc(var(--_cw-rem) * 1.75);
    min-block-size: calc(var(--_cw-rem) * 1.75);
  }

  .attachment svg {
    inline-size: var(--_cw-rem);
    block-size: var(--_cw-rem);
  }

  .drop {
    margin: 0 0 calc(var(--_cw-space) * 2);
    padding: calc(var(--_cw-space) * 4);
    border: 2px dashed var(--_cw-accent-text);
    border-radius: var(--_cw-radius-control);
    text-align: center;
  }
`;
