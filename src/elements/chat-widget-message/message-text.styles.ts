import { css } from 'lit';
import { on } from '../../theme/readable.ts';

/** What a message says, as `messageText` makes it. */
export const messageTextStyles = css`
  .text {
    min-block-size: 1lh;
    line-height: 1.4;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 4;
    --_code: color-mix(in oklab, currentColor 10%, transparent);
  }

  /* A shade towards the text could make it unreadable: on an accent it may have no contrast to spare. */
  .own .text {
    --_code: color-mix(in oklab, ${on(css`var(--_cw-own-text)`)} 14%, transparent);
  }

  /* Each line in its own direction. */
  .text,
  .text :is(p, blockquote, li) {
    unicode-bidi: plaintext;
  }

  .text a {
    color: var(--_cw-link);
    text-underline-offset: 0.15em;
    unicode-bidi: isolate;
  }

  .own .text a {
    color: inherit;
  }

  .text :is(p, pre, blockquote, ul, ol) {
    margin: 0;
  }

  .text > * + :is(p, pre, blockquote, ul, ol),
  .text > :is(pre, blockquote, ul, ol) + * {
    margin-block-start: calc(var(--_cw-space) * 1.5);
  }

  .text code {
    padding: 0.1em 0.3em;
    border-radius: var(--_cw-space);
    background: var(--_code);
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
    font-size: 0.9em;
    unicode-bidi: isolate;
  }

  .text pre {
    padding: calc(var(--_cw-space) * 2);
    overflow-x: auto;
    border-radius: var(--_cw-radius-control);
    background: var(--_code);
    line-height: 1.45;
    text-align: left;
    white-space: pre;
    overflow-wrap: normal;
  }

  .text pre code {
    padding: 0;
    background: none;
  }

  .text blockquote {
    padding-inline-start: calc(var(--_cw-space) * 2.5);
    border-inline-start: calc(var(--_cw-space) * 0.75) solid color-mix(in oklab, currentColor 40%, transparent);
  }

  .text :is(ul, ol) {
    padding-inline-start: 1.5em;
    white-space: normal;
  }

  /* Beside its sign, whatever its own direction. */
  .text li {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Not part of what was said: it is not selected with it. */
  .images {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_cw-space);
    align-items: start;
    margin-block: var(--_cw-space);
    -webkit-user-select: none;
    user-select: none;
  }

  .show-image {
    min-block-size: max(24px, calc(var(--_cw-rem) * 1.75));
    padding: 0 calc(var(--_cw-space) * 2);
    border: 1px solid currentColor;
    border-radius: var(--_cw-radius-control);
    background: none;
    font-size: var(--_cw-font-size-small);
    white-space: normal;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .show-image {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }

  .text img {
    max-inline-size: 100%;
    max-block-size: calc(var(--_cw-rem) * 18);
    border-radius: var(--_cw-radius-control);
  }

  /* As tall as it is wide is how one looks at a picture. */
  .text.emoji {
    font-size: 2.25em;
    line-height: 1.25;
  }

  .unknown {
    display: block;
    font-size: var(--_cw-font-size-small);
  }
`;
