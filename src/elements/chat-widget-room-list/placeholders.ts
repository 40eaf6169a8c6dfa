import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import { chatIcon, offlineIcon, searchIcon } from '../../theme/icons.ts';

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];

/** The shape of what is to come. */
export function loadingTemplate(strings: Strings): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="visually-hidden">${strings.loadingRooms}</span>
    ${SKELETON_ROWS.map(
      () =>
        html`<div class="ghost" aria-hidden="true">
          <span class="ghost-picture"></span><span class="ghost-title"></span><span class="ghost-preview"></span>
        </div>`,
    )}
  </div>`;
}

/** There was no list yet, and none is on its way. */
export function unavailableTemplate(strings: Strings): TemplateResult {
  return html`<div class="placeholder">
    <span class="placeholder-icon">${offlineIcon}</span>
    <strong>${strings.roomsUnavailable}</strong>
    <p>${strings.roomsUnavailableHint}</p>
  </div>`;
}

export function emptyTemplate(strings: Strings, onNewRoom: () => void): TemplateResult {
  return html`<slot name="empty"
    ><div class="placeholder">
      <span class="placeholder-icon">${chatIcon}</span>
      <strong>${strings.noRooms}</strong>
      <p>${strings.noRoomsHint}</p>
      <button class="button primary" type="button" @click=${onNewRoom}>${strings.newRoom}</button>
    </div></slot
  >`;
}

export function noMatchTemplate(query: string, strings: Strings, onClear: () => void): TemplateResult {
  return html`<div class="placeholder">
    <span class="placeholder-icon">${searchIcon}</span>
    <strong>${strings.noRoomsMatch(query)}</strong>
    <button class="button" type="button" @click=${onClear}>${strings.clearFilter}</button>
  </div>`;
}
