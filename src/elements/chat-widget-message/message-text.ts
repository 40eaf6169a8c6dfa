import { html, type nothing, type TemplateResult } from 'lit';
import { ChatLinkClickEvent } from '../../events/chat-link-click-event.ts';
import type { Strings } from '../../localization/strings.ts';
import { TEXT_MESSAGE, type Message } from '../../protocol/model.ts';
import { segmentText } from './segment-text.ts';

/** A type is the sender's own word; longer ones are no names. */
const LONGEST_TYPE = 60;

/** What a message says: its text with links, under a label where its type is one that we do not know. */
export function messageText(message: Message, strings: Strings, tabIndex: number | typeof nothing): unknown {
  const text = segmentText(message.body).map(({ text, href }) => (href ? link(text, href, message, tabIndex) : text));
  if (message.type === TEXT_MESSAGE) return text;
  const label = strings.unknownMessageType(message.type.slice(0, LONGEST_TYPE));
  return html`<em class="unknown" part="unknown">${label}</em>${text}`;
}

/** A page on the web opens beside the chat and learns nothing of it; an address opens the mail program. */
function link(text: string, href: string, message: Message, tabIndex: number | typeof nothing): TemplateResult {
  const announce = (event: MouseEvent): void => {
    const isPrimaryOrMiddle = event.button < 2;
    const link = event.currentTarget as HTMLElement;
    if (isPrimaryOrMiddle && !link.dispatchEvent(new ChatLinkClickEvent({ href, message }))) event.preventDefault();
  };
  return html`<a
    part="link"
    href=${href}
    target=${href.startsWith('mailto:') ? '_self' : '_blank'}
    tabindex=${tabIndex}
    rel="noopener noreferrer nofollow ugc"
    @click=${announce}
    @auxclick=${announce}
    >${text}</a
  >`;
}
