import { html, nothing, type TemplateResult } from 'lit';
import type { MessageRenderer } from '../../context/message-renderer-context.ts';
import { request } from '../../context/request.ts';
import type { Formats } from '../../localization/formats.ts';
import type { Strings } from '../../localization/strings.ts';
import type { MessageEntry } from '../../store/state.ts';
import { alertIcon, checkIcon, clockIcon } from '../../theme/icons.ts';
import '../chat-widget-avatar/chat-widget-avatar.ts';
import { isEmojiOnly } from './is-emoji-only.ts';
import { statusText } from './message-status.ts';
import { messageText } from './message-text.ts';

/** One message and all that decides how it is shown. */
export interface MessageView {
  readonly entry: MessageEntry;
  /** Display name of the sender. */
  readonly author: string;
  readonly own: boolean;
  /** Comes right after one of the same author, in one group with it. */
  readonly continued: boolean;
  /** The next one continues this one's group. */
  readonly followed: boolean;
  /** Pending while there is no connection. */
  readonly waiting: boolean;
  /** In a room of several people, where each group shows who wrote it. */
  readonly group: boolean;
  /** The page's own way to show it. */
  readonly renderer: MessageRenderer | undefined;
  /** The row takes the focus, and what is in it only when the row has it. */
  readonly roving: boolean;
}

export interface Language {
  readonly strings: Strings;
  readonly formats: Formats;
}

/**
 * The row of one message, for `<chat-widget-message>` and for the thread alike: a thread of a hundred thousand messages
 * cannot afford an element with a shadow root for each, and a selection across rows ends at shadow roots.
 * Its styles are `messageStyles`.
 */
export function messageTemplate(view: MessageView, language: Language): TemplateResult {
  const { entry, own, continued, group, roving } = view;
  const tabIndex = roving ? -1 : nothing;
  const names = classNames(view);
  const textId = `text-${entry.key.replace(/\s/g, '_')}`;
  const content = ownContent(view);
  const text = content ?? messageText(entry, language.strings, tabIndex);
  const textClass = content === undefined && isEmojiOnly(entry.body) ? 'text emoji' : 'text';
  return html`<div
    class=${names}
    part=${names}
    role="article"
    tabindex=${tabIndex}
    aria-label=${label(view, language)}
    aria-describedby=${textId}
  >
    ${group && !own && !continued ? authorTemplate(view) : nothing}
    <div class="bubble" part="bubble">
      <div class=${textClass} part="text" dir="auto" id=${textId}>${text}</div>
    </div>
    <div class="meta" part="meta">
      ${timeTemplate(entry, language)}${own ? statusTemplate(view, language.strings) : nothing}
    </div>
    ${entry.status === 'failed' ? failureTemplate(view, language.strings, tabIndex) : nothing}
  </div>`;
}

/** A page that cannot show a message must not cost the others. */
function ownContent({ entry, renderer }: MessageView): unknown {
  try {
    return renderer?.(entry) ?? undefined;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

function classNames({ entry, own, continued, followed, waiting, group }: MessageView): string {
  const flags = { own, continued, followed, waiting, group };
  return ['message', ...Object.entries(flags).flatMap(([name, is]) => (is ? name : [])), entry.status].join(' ');
}

function label({ entry, own, author, waiting }: MessageView, { strings, formats }: Language): string {
  const name = strings.messageBy(own ? strings.you : author, formats.dateAndTime(entry.createdAt));
  return own ? `${name}. ${statusText(entry, waiting, strings)}` : name;
}

function authorTemplate({ entry, author }: MessageView): TemplateResult {
  return html`<chat-widget-avatar
      part="avatar"
      aria-hidden="true"
      user-id=${entry.sender.id}
      name=${author}
    ></chat-widget-avatar>
    <div class="author" part="author" dir="auto">${author}</div>`;
}

function timeTemplate({ createdAt }: MessageEntry, { formats }: Language): TemplateResult {
  return html`<time
    part="time"
    dir="auto"
    datetime=${new Date(createdAt).toISOString()}
    title=${formats.dateAndTime(createdAt)}
    >${formats.time(createdAt)}</time
  >`;
}

/** A failed message says so in a line of its own. */
function statusTemplate({ entry, waiting }: MessageView, strings: Strings): TemplateResult | typeof nothing {
  if (entry.status === 'failed') return nothing;
  const words = statusText(entry, waiting, strings);
  return html`<span class="status" part="status" title=${words}
    >${entry.status === 'pending' ? clockIcon : checkIcon}<span class="words visually-hidden">${words}</span></span
  >`;
}

function failureTemplate(
  { entry, waiting }: MessageView,
  strings: Strings,
  tabIndex: number | typeof nothing,
): TemplateResult {
  const ask = (name: 'retry-message' | 'discard-message') => (event: Event) => {
    if (event.currentTarget) request(event.currentTarget, name, { roomId: entry.roomId, key: entry.key });
  };
  return html`<div class="failure" part="failure">
    <span class="reason">${alertIcon}<span dir="auto">${statusText(entry, waiting, strings)}</span></span>
    <span class="actions">
      <button part="retry" type="button" tabindex=${tabIndex} @click=${ask('retry-message')}>${strings.retry}</button>
      <button part="delete" type="button" tabindex=${tabIndex} @click=${ask('discard-message')}>
        ${strings.delete}
      </button>
    </span>
  </div>`;
}
