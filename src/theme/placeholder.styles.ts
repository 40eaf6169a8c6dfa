import { css } from 'lit';

/** `.placeholder`: what stands where there is nothing to show, in the middle of the room for it. */
export const placeholder = css`
  .placeholder {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 1.5);
    align-items: center;
    justify-content: center;
    min-block-size: 100%;
    padding: min(calc(var(--_cw-space) * 6), 6%);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .placeholder p {
    max-inline-size: 32ch;
    margin: 0;
    color: var(--_cw-text-muted);
    text-wrap: balance;
  }

  .placeholder .button {
    margin-block-start: calc(var(--_cw-space) * 3);
  }

  .placeholder-icon {
    display: grid;
    place-items: center;
    inline-size: calc(var(--_cw-space) * 14);
    block-size: calc(var(--_cw-space) * 14);
    margin-block-end: calc(var(--_cw-space) * 2);
    border-radius: 50%;
    background: var(--_cw-accent-soft);
    color: var(--_cw-accent-text);
  }

  .placeholder-icon svg {
    inline-size: 45%;
    block-size: 45%;
  }
`;
