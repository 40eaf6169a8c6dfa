import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  time {
    display: inline-block;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /* The platform's names of days are written as within a sentence. */
  time::first-letter {
    text-transform: uppercase;
  }
`;
