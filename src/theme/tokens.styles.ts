import { css } from 'lit';
import { on, readable } from './readable.ts';

/** Contrast of text, and of what must be seen to be used (WCAG 2.2, 1.4.3 and 1.4.11), with some room for rounding. */
const TEXT = 4.6;
const SHAPE = 3.1;
/** Enough to see where something ends. */
const HINT = 1.15;

const accent = css`var(--_cw-accent)`;
const surface = css`var(--_cw-surface)`;
const shade = css`var(--_cw-shade)`;
const bubble = css`var(--_cw-bubble)`;

/**
 * Public tokens (`--chat-widget-*`) in, private derived values (`--_cw-*`) out.
 * Set on the provider only; everything inside inherits.
 */
export const tokens = css`
  :host {
    --_cw-color-scheme: light dark;
    color-scheme: var(--_cw-color-scheme);

    /* What lengths are counted in. The widget itself replaces the page's rem by the person's own text size. */
    --_cw-rem: 1rem;

    --_cw-surface: var(--chat-widget-surface, light-dark(#ffffff, #16181d));
    --_cw-text: var(--chat-widget-text, ${readable(css`light-dark(#191c22, #eceef2)`, surface, 12)});
    /* As far from the surface as anything is that text stands on; what can be read here can be read there. */
    --_cw-shade: color-mix(in oklab, var(--_cw-text) 15%, var(--_cw-surface));
    --_cw-text-muted: var(
      --chat-widget-text-muted,
      ${readable(css`color-mix(in oklab, var(--_cw-text) 68%, var(--_cw-surface))`, shade, TEXT)}
    );
    --_cw-border: var(--chat-widget-border, color-mix(in oklab, var(--_cw-text) 12%, var(--_cw-surface)));
    --_cw-control-border: ${readable(css`color-mix(in oklab, var(--_cw-text) 55%, var(--_cw-surface))`, surface, SHAPE)};
    --_cw-hover: color-mix(in oklab, var(--_cw-text) 6%, var(--_cw-surface));
    --_cw-pressed: color-mix(in oklab, var(--_cw-text) 10%, var(--_cw-surface));

    --_cw-accent: var(--chat-widget-accent, #3b5bdb);
    --_cw-on-accent: ${on(accent)};
    /* Away from what is written on it. */
    --_cw-accent-hover: color-mix(in oklab, var(--_cw-accent) 88%, ${on(css`var(--_cw-on-accent)`)});
    /* The accent as text or thin line. */
    --_cw-accent-text: ${readable(accent, shade, TEXT)};
    /* Around what is filled with it. No other color than the accent's where that stands out from the surface. */
    --_cw-accent-edge: ${readable(accent, surface, SHAPE)};
    --_cw-accent-soft: color-mix(in oklab, var(--_cw-accent) 12%, var(--_cw-surface));

    --_cw-own-bubble: var(--chat-widget-own-bubble, var(--_cw-accent));
    --_cw-own-text: var(--chat-widget-own-text, ${on(css`var(--_cw-own-bubble)`)});
    --_cw-own-edge: ${readable(css`var(--_cw-own-bubble)`, surface, HINT)};
    --_cw-bubble: var(--chat-widget-bubble, color-mix(in oklab, var(--_cw-text) 8%, var(--_cw-surface)));
    --_cw-bubble-text: var(--chat-widget-bubble-text, ${readable(css`var(--_cw-text)`, bubble, 7)});
    --_cw-link: ${readable(accent, bubble, TEXT)};

    --_cw-danger: ${readable(css`var(--chat-widget-danger, light-dark(#c0272d, #ff8d8a))`, shade, TEXT)};
    --_cw-danger-soft: color-mix(in oklab, var(--_cw-danger) 12%, var(--_cw-surface));
    --_cw-warning: ${readable(css`var(--chat-widget-warning, light-dark(#8a5a00, #f3c262))`, shade, SHAPE)};
    --_cw-warning-soft: color-mix(in oklab, var(--_cw-warning) 14%, var(--_cw-surface));
    /* Under the white number of a badge, in light and in dark. */
    --_cw-badge: var(--chat-widget-badge, #d92d20);
    --_cw-online: ${readable(css`var(--chat-widget-online, light-dark(#1a8f4c, #4cc97f))`, surface, SHAPE)};

    --_cw-font: var(--chat-widget-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_cw-font-size: var(--chat-widget-font-size, calc(var(--_cw-rem) * 0.9375));
    --_cw-font-size-small: calc(var(--_cw-font-size) * 0.8);

    /* One unit; paddings and gaps are multiples of it. */
    --_cw-space: var(--chat-widget-space, calc(var(--_cw-rem) * 0.25));
    --_cw-radius: var(--chat-widget-radius, var(--_cw-rem));
    --_cw-radius-bubble: calc(var(--_cw-radius) * 1.125);
    --_cw-radius-control: calc(var(--_cw-radius) * 0.625);
    --_cw-avatar-radius: var(--chat-widget-avatar-radius, 50%);

    --_cw-shadow: var(--chat-widget-shadow, 0 1px 2px rgb(0 0 0 / 0.08), 0 12px 40px rgb(0 0 0 / 0.22));
    --_cw-launcher-shadow: 0 1px 3px rgb(0 0 0 / 0.16), 0 6px 20px rgb(0 0 0 / 0.2);
    --_cw-focus: var(--chat-widget-focus, var(--_cw-accent-text));
    --_cw-duration: var(--chat-widget-duration, 160ms);

    --_cw-width: var(--chat-widget-width, calc(var(--_cw-rem) * 25));
    --_cw-height: var(--chat-widget-height, calc(var(--_cw-rem) * 42));
    --_cw-offset: var(--chat-widget-offset, calc(var(--_cw-rem) * 1.25));
    --_cw-launcher-size: var(--chat-widget-launcher-size, calc(var(--_cw-rem) * 3.5));
    --_cw-list-width: var(--chat-widget-list-width, calc(var(--_cw-rem) * 19));
    --_cw-z-index: var(--chat-widget-z-index, 2147483000);
  }

  :host([theme='light']) {
    --_cw-color-scheme: light;
  }

  :host([theme='dark']) {
    --_cw-color-scheme: dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_cw-duration: 0ms;
    }
  }
`;
