import { css, type CSSResult } from 'lit';

/**
 * `color`, made darker or lighter by no more than it takes to stand out from `background` by the contrast `ratio` of
 * WCAG 2.2: unchanged where it does already, black or white where nothing else would.
 *
 * CSS can compute with the channels of one color only. So the background's luminance travels as the alpha of a mixture:
 * mixed half and half with black of alpha Y, a color has an alpha of (1 + Y) / 2 and channels divided by 2 × alpha.
 * From both luminances follows the factor: below one half the share of its light that the color keeps, above it the
 * share of white that it gets. It travels as alpha too, to where it is applied.
 */
export function readable(color: CSSResult, background: CSSResult, ratio: number): CSSResult {
  const both = css`color-mix(in xyz-d65, ${color}, color(from ${background} xyz-d65 0 0 0 / y))`;
  const kept = css`clamp(0, ((alpha * 2 - 0.95) / ${ratio} - 0.05) / max(alpha * 2 * y, 0.0001), 1) / 2`;
  const whitened = css`(1 + clamp(0, ((alpha * 2 - 0.95) * ${ratio} - 0.05 - alpha * 2 * y) / max(1 - alpha * 2 * y, 0.0001), 1)) / 2`;
  // As in `on`: below a luminance of 0.179 white stands out more than black.
  const isLight = css`clamp(0, (alpha * 2 - 1.179) * 10000, 1)`;
  const carrier = css`color(from ${both} xyz-d65 calc(x * alpha * 2) calc(y * alpha * 2) calc(z * alpha * 2) / calc(${isLight} * ${kept} + (1 - ${isLight}) * ${whitened}))`;
  const applied = (channel: CSSResult, white: CSSResult): CSSResult =>
    css`calc(${channel} * min(1, alpha * 2) + max(0, alpha * 2 - 1) * (${white} - ${channel}))`;
  return css`color(from ${carrier} xyz-d65 ${applied(css`x`, css`0.9505`)} ${applied(css`y`, css`1`)} ${applied(css`z`, css`1.089`)} / 1)`;
}

/** White or black, whichever is to be read on `background`: at a luminance of 0.179 both reach 4.58:1. */
export function on(background: CSSResult): CSSResult {
  const isDark = css`clamp(0, (0.179 - y) * 10000, 1)`;
  return css`color(from ${background} xyz-d65 calc(0.9505 * ${isDark}) ${isDark} calc(1.089 * ${isDark}))`;
}
