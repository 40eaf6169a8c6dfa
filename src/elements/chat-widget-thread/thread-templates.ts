import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import { chatIcon, downIcon, handIcon } from '../../theme/icons.ts';
import '../chat-widget-timestamp/chat-widget-timestamp.ts';
import { messageTemplate, type Language, type MessageView } from '../chat-widget-message/message-template.ts';
import type { ThreadRow } from './thread-rows.ts';

/** A message with the lines above it. */
export function rowTemplate(row: ThreadRow, view: MessageView, language: Language): TemplateResult {
  const { createdAt } = row.entry;
  return html`${
    row.followsGap
      ? html`<div class="divider gap" part="gap"><span>${language.strings.messagesMayBeMissing}</span></div>`
      : nothing
  }${
    row.startsDay
      ? html`<div class="divider" part="day">
          <chat-widget-timestamp format="day" moment=${createdAt}></chat-widget-timestamp>
        </div>`
      : nothing
  }${
    row.startsUnread
      ? html`<div class="divider unread" part="unread"><span>${language.strings.newMessagesHere}</span></div>`
      : nothing
  }${messageTemplate(view, language)}`;
}

/** Leads to the end; tells how much new there is. */
export function jumpTemplate(
  unreadCount: number,
  onClick: (event: MouseEvent) => void,
  { strings, formats }: Language,
): TemplateResult {
  const hasNew = unreadCount > 0;
  return html`<button
    class=${hasNew ? 'jump new' : 'jump'}
    part="jump"
    type="button"
    aria-label=${hasNew ? strings.newMessages(unreadCount) : strings.jumpToLatest}
    @mousedown=${keepFocus}
    @click=${onClick}
  >
    ${hasNew ? html`<span>${strings.newMessagesBelow(formats.number(unreadCount))}</span>` : nothing}${downIcon}
  </button>`;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Stands where the messages will be. */
export function loadingTemplate(strings: Strings): TemplateResult {
  const bubble = (place: string): TemplateResult => html`<span class="bone ${place}"></span>`;
  return html`<div class="state loading" part="state loading" role="status">
    <span class="visually-hidden">${strings.loadingMessages}</span>
    ${['', 'short', 'own', 'long', 'own short', 'own', ''].map(bubble)}
  </div>`;
}

export function emptyTemplate(strings: Strings): TemplateResult {
  return stateTemplate('empty', handIcon, strings.noMessages, strings.noMessagesHint);
}

export function noRoomTemplate(strings: Strings): TemplateResult {
  return stateTemplate('no-room', chatIcon, strings.noRoomOpen, strings.noRoomOpenHint);
}

function stateTemplate(name: string, icon: unknown, title: string, hint: string): TemplateResult {
  return html`<div class="state" part="state ${name}">
    <slot name=${name}>
      <div class="placeholder">
        <span class="placeholder-icon">${icon}</span>
        <strong>${title}</strong>
        <p>${hint}</p>
      </div>
    </slot>
  </div>`;
}
