import { css } from 'lit';

/**
 * For the outermost elements: inherited properties are the one way by which a page's style gets in,
 * so those that would spoil a text are set again.
 */
export const text = css`
  :host {
    display: block;
    color: var(--_cw-text);
    font: 400 var(--_cw-font-size) / 1.45 var(--_cw-font);
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    -webkit-font-smoothing: antialiased;
  }
`;
