import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(100vw - 2rem, calc(var(--_cw-rem) * 27));
    max-inline-size: none;
    max-block-size: min(100dvh - 2rem, calc(var(--_cw-rem) * 44));
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_cw-border);
    border-radius: var(--_cw-radius);
    background: var(--_cw-surface);
    box-shadow: var(--_cw-shadow);
    color: var(--_cw-text);
  }

  dialog[open] {
    display: flex;
    animation: appear var(--_cw-duration) ease-out;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }

  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .header,
  .footer {
    display: flex;
    flex: none;
    gap: calc(var(--_cw-space) * 2);
    align-items: center;
    padding: calc(var(--_cw-space) * 3) calc(var(--_cw-space) * 5);
  }

  .header {
    justify-content: space-between;
    padding-block-start: calc(var(--_cw-space) * 4);
  }

  .header .icon-button {
    margin-inline-end: calc(var(--_cw-space) * -2);
  }

  .footer {
    flex-wrap: wrap;
    justify-content: end;
    border-block-start: 1px solid var(--_cw-border);
  }

  .fields {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 4);
    min-block-size: 0;
    padding: var(--_cw-space) min(calc(var(--_cw-space) * 5), 6%) 0;
    overflow: hidden auto;
  }

  h2 {
    margin: 0;
    font-size: calc(var(--_cw-font-size) * 1.2);
    font-weight: 700;
  }

  .line {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_cw-space) * 1.5);
  }

  /* Two halves of one switch, of which one is lifted. */
  .kind {
    display: flex;
    flex: none;
    margin: 0;
    padding: 3px;
    border: 0;
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-pressed);
  }

  .kind label {
    flex: 1;
    cursor: pointer;
  }

  .kind input {
    position: absolute;
    opacity: 0;
  }

  .kind span {
    display: block;
    padding: calc(var(--_cw-space) * 1.5) var(--_cw-space);
    border: 1px solid transparent;
    border-radius: calc(var(--_cw-radius-control) - 3px);
    color: var(--_cw-text-muted);
    font-weight: 600;
    text-align: center;
    transition: background-color var(--_cw-duration);
  }

  .kind :checked + span {
    background: var(--_cw-surface);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.2);
    color: var(--_cw-text);
  }

  .kind :focus-visible + span {
    outline: 2px solid var(--_cw-focus);
    outline-offset: 1px;
  }

  .failure {
    display: flex;
    gap: calc(var(--_cw-space) * 2);
    align-items: center;
    margin-block: 0 calc(var(--_cw-space) * 3);
    padding: calc(var(--_cw-space) * 2.5) calc(var(--_cw-space) * 3);
    border-radius: var(--_cw-radius-control);
    background: var(--_cw-danger-soft);
    color: var(--_cw-danger);
    overflow-wrap: anywhere;
  }

  .failure svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  [role='alert']:not(:has(p)) {
    display: none;
  }

  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 calc(var(--_cw-space) * 2);
    }
  }

  /* A sheet at the bottom, where thumbs are. */
  @media (width <= 480px) {
    dialog {
      inline-size: 100vw;
      max-block-size: calc(100dvh - 1.5rem);
      margin-block-end: 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding-block-end: env(safe-area-inset-bottom);
    }
  }

  @media (pointer: coarse) {
    .kind span {
      padding-block: calc(var(--_cw-space) * 2.75);
    }
  }

  /* With large letters, or on a phone that lies, the fields alone would have a line to scroll in. */
  @media (height <= 30em) {
    form {
      overflow: hidden auto;
    }

    .fields {
      flex: none;
      overflow: visible;
    }
  }

  @media (forced-colors: active) {
    .kind :checked + span {
      border-color: Highlight;
    }
  }
`;
