import { css } from 'lit';

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

    --_cw-accent: var(--chat-widget-accent, #3b5bdb);
    /* White or black by the accent's luminance: 0.179 is where both reach 4.58:1 (WCAG 2.2, relative luminance). */
    --_cw-on-accent: color(
      from var(--_cw-accent) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 10000, 1)) clamp(0, (0.179 - y) * 10000, 1)
        calc(1.089 * clamp(0, (0.179 - y) * 10000, 1))
    );
    /* The accent as text or thin line on the surface, kept readable for any hue. */
    --_cw-accent-text: light-dark(
      oklch(from var(--_cw-accent) min(l, 0.5) c h),
      oklch(from var(--_cw-accent) max(l, 0.78) min(c, 0.14) h)
    );
    --_cw-accent-soft: color-mix(in oklab, var(--_cw-accent) 12%, var(--_cw-surface));

    --_cw-surface: var(--chat-widget-surface, light-dark(#ffffff, #16181d));
    --_cw-text: var(--chat-widget-text, light-dark(#191c22, #eceef2));
    --_cw-text-muted: var(--chat-widget-text-muted, color-mix(in oklab, var(--_cw-text) 68%, var(--_cw-surface)));
    --_cw-border: var(--chat-widget-border, color-mix(in oklab, var(--_cw-text) 12%, var(--_cw-surface)));
    /* Borders of controls must reach 3:1 (WCAG 1.4.11). */
    --_cw-control-border: color-mix(in oklab, var(--_cw-text) 55%, var(--_cw-surface));
    --_cw-hover: color-mix(in oklab, var(--_cw-text) 6%, var(--_cw-surface));
    --_cw-pressed: color-mix(in oklab, var(--_cw-text) 10%, var(--_cw-surface));

    --_cw-own-bubble: var(--chat-widget-own-bubble, var(--_cw-accent));
    --_cw-own-text: var(--chat-widget-own-text, var(--_cw-on-accent));
    --_cw-bubble: var(--chat-widget-bubble, color-mix(in oklab, var(--_cw-text) 8%, var(--_cw-surface)));
    --_cw-bubble-text: var(--chat-widget-bubble-text, var(--_cw-text));

    --_cw-danger: var(--chat-widget-danger, light-dark(#c0272d, #ff8d8a));
    --_cw-danger-soft: color-mix(in oklab, var(--_cw-danger) 12%, var(--_cw-surface));
    --_cw-warning: var(--chat-widget-warning, light-dark(#8a5a00, #f3c262));
    --_cw-warning-soft: color-mix(in oklab, var(--_cw-warning) 14%, var(--_cw-surface));
    /* Under the white number of a badge, in light and in dark. */
    --_cw-badge: var(--chat-widget-badge, #d92d20);
    --_cw-online: var(--chat-widget-online, light-dark(#1a8f4c, #4cc97f));

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
