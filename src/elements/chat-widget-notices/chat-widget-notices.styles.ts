import { css } from 'lit';

export const styles = css`
  .notice {
    display: flex;
    gap: calc(var(--_cw-space) * 2.5);
    align-items: center;
    padding: calc(var(--_cw-space) * 1.5) calc(var(--_cw-space) * 2) calc(var(--_cw-space) * 1.5)
      calc(var(--_cw-space) * 4);
    padding-inline: calc(var(--_cw-space) * 4) calc(var(--_cw-space) * 2);
    border-block-end: 1px solid color-mix(in oklab, var(--_cw-danger) 18%, var(--_cw-surface));
    background: var(--_cw-danger-soft);
    font-size: calc(var(--_cw-font-size) * 0.9);
    line-height: 1.35;
  }

  .notice > svg {
    flex: none;
    inline-size: calc(var(--_cw-space) * 4.5);
    block-size: calc(var(--_cw-space) * 4.5);
    color: var(--_cw-danger);
  }

  .words {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 7lh;
    overflow-y: auto;
    overflow-wrap: anywhere;
  }

  .count {
    color: var(--_cw-text-muted);
    white-space: nowrap;
  }

  .icon-button {
    inline-size: calc(var(--_cw-space) * 8);
    min-block-size: calc(var(--_cw-space) * 8);
  }
`;
