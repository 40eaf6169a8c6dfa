import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';

const GHOSTS = [0, 1, 2, 3, 4];

/** In place of the inside of the panel while it is fetched: the shape of what is to come. */
export function loadingTemplate(strings: Strings, close: unknown): TemplateResult {
  return html`<div class="waiting">
    <div class="waiting-bar">${close}</div>
    <span class="visually-hidden">${strings.loadingChat}</span>
    ${GHOSTS.map(() => html`<div class="ghost" aria-hidden="true"><i></i><b></b></div>`)}
  </div>`;
}

/** It did not come. */
export function failedTemplate(strings: Strings, close: unknown, onRetry: () => void): TemplateResult {
  return html`<div class="waiting">
    <div class="waiting-bar">${close}</div>
    <div class="apology">
      <p role="alert">${strings.chatNotLoaded}</p>
      <button class="button" type="button" @click=${onRetry}>${strings.retry}</button>
    </div>
  </div>`;
}

/** What the page asks before anything is connected. */
export function consentTemplate(close: unknown): TemplateResult {
  return html`<div class="waiting">
    <div class="waiting-bar">${close}</div>
    <slot name="consent"></slot>
  </div>`;
}
