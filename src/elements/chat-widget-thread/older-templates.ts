import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import type { RoomMessages } from '../../store/state.ts';
import { alertIcon } from '../../theme/icons.ts';

/** Above the first message: whether there are older ones. As high in each state, so that nothing moves. */
export function olderTemplate(
  older: RoomMessages['older'],
  onRetry: () => void,
  strings: Strings,
): TemplateResult | typeof nothing {
  const content = {
    unknown: nothing,
    loading: html`<span class="spinner" role="progressbar" aria-label=${strings.loadingOlderMessages}></span>`,
    failed: html`<span>${strings.olderMessagesNotLoaded}</span> ${retryTemplate(onRetry, strings)}`,
    none: html`<span>${strings.conversationBegins}</span>`,
  };
  return html`<div class="older" part="older ${older}">${content[older]}</div>`;
}

/** In place of messages that the server did not tell. */
export function notLoadedTemplate(onRetry: () => void, strings: Strings): TemplateResult {
  return html`<div class="state" part="state failed" role="status">
    <div class="placeholder">
      <span class="placeholder-icon">${alertIcon}</span>
      <strong>${strings.messagesNotLoaded}</strong>
      ${retryTemplate(onRetry, strings)}
    </div>
  </div>`;
}

function retryTemplate(onRetry: () => void, strings: Strings): TemplateResult {
  return html`<button class="button" part="load-older" type="button" @click=${onRetry}>${strings.retry}</button>`;
}
