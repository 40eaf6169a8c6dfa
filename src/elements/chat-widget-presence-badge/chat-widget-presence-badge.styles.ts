import { css } from 'lit';

export const styles = css`
  :host {
    --_size: var(--chat-widget-presence-size, calc(var(--_cw-rem) * 0.625));
    display: inline-block;
    flex: none;
    position: relative;
    inline-size: var(--_size);
    block-size: var(--_size);
  }

  .dot {
    display: block;
    block-size: 100%;
    border-radius: 50%;
    background: var(--_cw-online);
    /* Cut out of what lies behind, such as an avatar. */
    box-shadow: 0 0 0 2px var(--_cut-out, var(--_cw-surface));
  }

  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      background: Highlight;
      box-shadow: 0 0 0 2px Canvas;
    }
  }
`;
