import { segmentText, type Segment } from './segment-text.ts';

/** A piece of a line. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: Emphasis; readonly spans: readonly Span[] };

export type Emphasis = 'bold' | 'italic' | 'strike';

export interface ListItem {
  /** As it was written; absent where the list is not numbered. */
  readonly number?: number;
  readonly spans: readonly Span[];
}

/** What a message is made of, from top to bottom. */
export type Block =
  | { readonly kind: 'lines' | 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

/** Marks as people write them in chats, and some doubled as in Markdown; `__name__` is what programs are full of. */
const EMPHASIS: ReadonlyMap<string, Emphasis> = new Map([
  ['*', 'bold'],
  ['**', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
  ['~~', 'strike'],
]);

const FENCE = '```';
const INLINE_CODE = /`([^`\n]+)`/g;
const RUN = /([*_~])\1*|\n/g;
const QUOTE = /^>(?: (.*))?$/;
const ITEM = /^\s{0,8}(?:[-*•]|(\d{1,3})[.)]) +(\S.*)$/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Reads the marks that people know from other chats: `*bold*`, `_italic_`, `~strike~`, `` `code` ``, fenced code, quotes and
 * lists. What is not closed, or stands within a word, stays as it was written. The time is linear in the text's length.
 */
export function parseText(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf(FENCE, from);
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length);
    if (close < 0) break;
    const code = text
      .slice(open + FENCE.length, close)
      .replace(/^[\w+#-]*\n|^\n/, '')
      .replace(/\n$/, '');
    if (code.trim()) {
      blocks.push(...parseLines(text.slice(from, open).replace(/\n$/, '')), { kind: 'code', text: code });
    } else blocks.push(...parseLines(text.slice(from, close + FENCE.length)));
    from = close + FENCE.length;
    if (code.trim() && text.charAt(from) === '\n') from += 1;
  }
  return [...blocks, ...parseLines(text.slice(from))];
}

/** What a text says without its marks. */
export function plainText(text: string): string {
  return parseText(text)
    .map((block) => {
      if (block.kind === 'code') return block.text;
      if (block.kind === 'list') return block.items.map(plainItem).join('\n');
      return plainSpans(block.spans);
    })
    .join('\n');
}

function plainItem({ number, spans }: ListItem): string {
  return `${number === undefined ? '•' : `${number}.`} ${plainSpans(spans)}`;
}

function plainSpans(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? plainSpans(span.spans) : span.text)).join('');
}

/** Neighbouring lines of a kind are one block. */
function parseLines(text: string): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  let kind: 'lines' | 'quote' | 'dots' | 'numbers' | undefined;
  let lines: string[] = [];
  let items: ListItem[] = [];
  const end = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    else if (lines.join('').trim()) {
      blocks.push({ kind: kind === 'quote' ? kind : 'lines', spans: parseSpans(lines.join('\n')) });
    }
    lines = [];
    items = [];
  };
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line);
    const quote = item ? null : QUOTE.exec(line);
    const next = item ? (item[1] ? 'numbers' : 'dots') : quote ? 'quote' : 'lines';
    if (next !== kind) end();
    kind = next;
    if (item) items.push({ ...(item[1] && { number: Number(item[1]) }), spans: parseSpans(item[2] ?? '') });
    else lines.push(quote ? (quote[1] ?? '') : line);
  }
  end();
  return blocks;
}

function parseSpans(text: string): Span[] {
  const builder = new SpanBuilder();
  let from = 0;
  for (const { 0: whole, 1: code = '', index } of text.matchAll(INLINE_CODE)) {
    if (!code.trim()) continue;
    addText(builder, text.slice(from, index));
    builder.add({ kind: 'code', text: code });
    from = index + whole.length;
  }
  addText(builder, text.slice(from));
  return builder.end();
}

function addText(builder: SpanBuilder, text: string): void {
  const segments = segmentText(text);
  segments.forEach((segment, index) => {
    if (segment.href !== undefined) builder.add({ kind: 'link', text: segment.text, href: segment.href });
    else addMarked(builder, segment.text, segments[index - 1], segments[index + 1]);
  });
}

/** A link beside a mark counts as a word of its own: `*https://example.org*` is bold. */
function addMarked(builder: SpanBuilder, text: string, before?: Segment, after?: Segment): void {
  let from = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const to = index + run.length;
    const previous = index > 0 ? text.charAt(index - 1) : before ? '/' : ' ';
    const next = to < text.length ? text.charAt(to) : after ? '/' : ' ';
    builder.add({ kind: 'text', text: text.slice(from, index) });
    from = to;
    const emphasis = EMPHASIS.get(run);
    const canClose = /\S/.test(previous) && !WORD.test(next);
    const canOpen = /\S/.test(next) && !WORD.test(previous);
    if (run === '\n') builder.endLine(run);
    else if (emphasis && canClose && builder.close(run)) continue;
    else if (emphasis && canOpen) builder.open(run, emphasis);
    else builder.add({ kind: 'text', text: run });
  }
  builder.add({ kind: 'text', text: text.slice(from) });
}

interface Frame {
  readonly mark: string;
  readonly emphasis: Emphasis;
  readonly spans: Span[];
}

/** As deep as there are different marks: an opening mark gives up an earlier one of its kind that was not closed. */
class SpanBuilder {
  readonly #spans: Span[] = [];
  readonly #frames: Frame[] = [];

  add(span: Span): void {
    const spans = this.#frames.at(-1)?.spans ?? this.#spans;
    const last = spans.at(-1);
    if (span.kind === 'text' && last?.kind === 'text') {
      spans[spans.length - 1] = { kind: 'text', text: last.text + span.text };
    } else if (span.kind !== 'text' || span.text) spans.push(span);
  }

  open(mark: string, emphasis: Emphasis): void {
    const earlier = this.#frames.findIndex((frame) => frame.mark === mark);
    if (earlier >= 0) this.#giveUp(earlier);
    this.#frames.push({ mark, emphasis, spans: [] });
  }

  /** @returns whether there was something to close */
  close(mark: string): boolean {
    const at = this.#frames.findIndex((frame) => frame.mark === mark);
    if (at < 0) return false;
    this.#giveUp(at + 1);
    const frame = this.#frames.pop();
    if (frame) this.add({ kind: frame.emphasis, spans: frame.spans });
    return true;
  }

  /** Emphasis ends with the line. */
  endLine(lineBreak: string): void {
    this.#giveUp(0);
    this.add({ kind: 'text', text: lineBreak });
  }

  end(): Span[] {
    this.#giveUp(0);
    return this.#spans;
  }

  /** Marks that were not closed are text. */
  #giveUp(from: number): void {
    while (this.#frames.length > from) {
      const frame = this.#frames.pop();
      if (!frame) return;
      this.add({ kind: 'text', text: frame.mark });
      for (const span of frame.spans) this.add(span);
    }
  }
}
