import { css } from 'lit';

export const styles = css`
  :host {
    --_size: var(--chat-widget-avatar-size, calc(var(--_cw-rem) * 2.5));
    display: inline-block;
    flex: none;
    inline-size: var(--_size);
    block-size: var(--_size);
  }

  /* Lightness and chroma are those at which each hue of twelve reaches 4.5:1, in light and in dark. */
  .avatar {
    display: grid;
    place-items: center;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--_cw-avatar-radius);
    background: light-dark(oklch(0.91 0.055 var(--_hue)), oklch(0.38 0.07 var(--_hue)));
    color: light-dark(oklch(0.42 0.12 var(--_hue)), oklch(0.93 0.05 var(--_hue)));
    font-size: calc(var(--_size) * 0.38);
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.01em;
    white-space: nowrap;
    user-select: none;
  }

  .group {
    border-radius: min(var(--_cw-avatar-radius), 32%);
  }

  svg {
    inline-size: 55%;
    block-size: 55%;
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;
