/**
 * The inside of the panel: everything that a page need not load before somebody wants to read or write. Importing it
 * defines the elements, and from then on panels open with it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { backIcon } from '../../theme/icons.ts';
import '../chat-widget-composer/chat-widget-composer.ts';
import '../chat-widget-connection-status/chat-widget-connection-status.ts';
import '../chat-widget-notices/chat-widget-notices.ts';
import '../chat-widget-room-header/chat-widget-room-header.ts';
import '../chat-widget-room-list/chat-widget-room-list.ts';
import '../chat-widget-thread/chat-widget-thread.ts';
import '../chat-widget-typing-indicator/chat-widget-typing-indicator.ts';
import { type PanelView, providePanelContent } from './panel-content.ts';
import { styles } from './panel.styles.ts';
import { PARTS } from './parts.ts';
import { swipeBack } from './swipe-back.ts';

function render(view: PanelView): TemplateResult {
  return html`${keyed(
    view.identity,
    html`${barsTemplate(view)}
      <div
        class="layout ${view.room ? 'has-room' : ''}"
        @pointerdown=${(event: PointerEvent) => {
          swipeBack(event, view.onBack);
        }}
      >
        ${roomsTemplate(view)} ${roomTemplate(view)}
      </div>`,
  )}`;
}

function barsTemplate({ handOn, onDismissNotice }: PanelView): TemplateResult {
  return html`<chat-widget-notices
      exportparts=${PARTS.notices}
      @chat-dismiss-notice-request=${onDismissNotice}
    ></chat-widget-notices>
    <chat-widget-connection-status exportparts=${PARTS.connectionStatus}>
      ${handOn('offline', 'offline')}
    </chat-widget-connection-status>`;
}

function roomsTemplate({ label, handOn, close }: PanelView): TemplateResult {
  return html`<chat-widget-room-list class="rooms" exportparts=${PARTS.roomList} label=${label}>
    ${handOn('room-list-header', 'header')} ${handOn('room-list-empty', 'empty')} ${close('actions')}
  </chat-widget-room-list>`;
}

function roomTemplate(view: PanelView): TemplateResult {
  const { room, strings, handOn, close, onBack } = view;
  return html`<div class="room">
    <div class=${room ? 'bar lined' : 'bar'} part="header">
      <button class="icon-button back" part="back" type="button" aria-label=${strings.back} @click=${onBack}>
        ${backIcon}
      </button>
      <slot name="header-start"></slot>
      <chat-widget-room-header exportparts=${PARTS.roomHeader}></chat-widget-room-header>
      <slot name="header-actions"></slot>
      ${close()}
    </div>
    <chat-widget-thread exportparts=${PARTS.thread}>
      ${handOn('no-room', 'no-room')} ${handOn('thread-empty', 'empty')}
    </chat-widget-thread>
    ${room ? writingTemplate(view) : nothing}
  </div>`;
}

function writingTemplate({ readonly, maxLength, sendKey }: PanelView): TemplateResult {
  return html`<chat-widget-typing-indicator exportparts=${PARTS.typingIndicator}></chat-widget-typing-indicator>
    <chat-widget-composer
      exportparts=${PARTS.composer}
      ?readonly=${readonly}
      .maxLength=${maxLength}
      .sendKey=${sendKey}
      ><slot name="composer-start" slot="composer-start"></slot><slot name="composer-end" slot="composer-end"></slot
    ></chat-widget-composer>`;
}

providePanelContent({ styles, render });
