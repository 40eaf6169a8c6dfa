import { html, nothing, type TemplateResult } from 'lit';
import { ChatLinkClickEvent } from '../../events/chat-link-click-event.ts';
import type { Strings } from '../../localization/strings.ts';
import { TEXT_MESSAGE, type Message } from '../../protocol/model.ts';
import { imagePreviewsTemplate } from './image-preview.ts';
import { type Block, type ListItem, parseText, type Span } from './parse-text.ts';

/** A type is the sender's own word; longer ones are no names. */
const LONGEST_TYPE = 60;
/** Without one of these a text has no mark and no link; see `parse-text.ts` and `segment-text.ts`. */
const SPECIAL = /[*_~`>@•:-]|www\.|^\s*\d+[.)] /im;

interface Shown {
  readonly message: Message;
  readonly strings: Strings;
  readonly tabIndex: number | typeof nothing;
}

/** How each kind of emphasis, and code, is marked up for those who do not see it. */
const ELEMENTS = {
  bold: (inner: unknown) => html`<strong>${inner}</strong>`,
  italic: (inner: unknown) => html`<em>${inner}</em>`,
  strike: (inner: unknown) => html`<s>${inner}</s>`,
  code: (inner: unknown) => html`<code>${inner}</code>`,
};

/** What a message says: its formatted text, under a label where its type is one that we do not know. */
export function messageText(message: Message, strings: Strings, tabIndex: number | typeof nothing): unknown {
  const text = bodyTemplate({ message, strings, tabIndex });
  if (message.type === TEXT_MESSAGE) return text;
  const label = strings.unknownMessageType(message.type.slice(0, LONGEST_TYPE));
  return html`<em class="unknown" part="unknown" dir="auto">${label}</em>${text}`;
}

function bodyTemplate(shown: Shown): unknown {
  const { body } = shown.message;
  // Most messages are a plain sentence, and a burst of them must not cost more than that.
  if (!SPECIAL.test(body)) return body;
  const spans = (each: readonly Span[]): unknown[] => each.map((span) => spanTemplate(span, shown));
  const blocks = parseText(body);
  const [first] = blocks;
  const images = (block: Block): TemplateResult[] =>
    imagePreviewsTemplate(linksIn(block), shown.strings, shown.tabIndex);
  if (blocks.length === 1 && first?.kind === 'lines') return [...spans(first.spans), ...images(first)];
  return blocks.flatMap((block) => [blockTemplate(block, spans, shown.tabIndex), ...images(block)]);
}

/** Addresses that a block leads to. */
function linksIn(block: Block): string[] {
  if (block.kind === 'code') return [];
  return block.kind === 'list' ? block.items.flatMap(({ spans }) => linksOf(spans)) : linksOf(block.spans);
}

function linksOf(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => {
    if ('spans' in span) return linksOf(span.spans);
    return span.kind === 'link' ? span.href : [];
  });
}

function blockTemplate(
  block: Block,
  spans: (spans: readonly Span[]) => unknown,
  tabIndex: Shown['tabIndex'],
): TemplateResult {
  switch (block.kind) {
    case 'code':
      // Long lines scroll, so it can be reached; without a number of its own it would be a stop in each message.
      return html`<pre
        part="code"
        dir="ltr"
        tabindex=${tabIndex === nothing ? 0 : tabIndex}
      ><code>${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote part="quote" dir="auto">${spans(block.spans)}</blockquote>`;
    case 'list':
      return listTemplate(block.items, spans);
    case 'lines':
      return html`<p dir="auto">${spans(block.spans)}</p>`;
  }
}

function listTemplate(items: readonly ListItem[], spans: (spans: readonly Span[]) => unknown): TemplateResult {
  const rows = items.map(({ number, spans: each }) => html`<li value=${number ?? nothing}>${spans(each)}</li>`);
  return items[0]?.number === undefined
    ? html`<ul part="list" dir="auto">
        ${rows}
      </ul>`
    : html`<ol part="list" dir="auto">
        ${rows}
      </ol>`;
}

function spanTemplate(span: Span, shown: Shown): unknown {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'link':
      return linkTemplate(span.text, span.href, shown);
    case 'code':
      return ELEMENTS.code(span.text);
    default:
      return ELEMENTS[span.kind](span.spans.map((each) => spanTemplate(each, shown)));
  }
}

/** A page on the web opens beside the chat and learns nothing of it; an address opens the mail program. */
function linkTemplate(text: string, href: string, { message, tabIndex }: Shown): TemplateResult {
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
