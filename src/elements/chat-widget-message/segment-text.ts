/** A piece of a message's text: plain, or leading somewhere. All pieces together are the text. */
export interface Segment {
  readonly text: string;
  /** Absolute URL with one of the schemes `http`, `https` and `mailto`. */
  readonly href?: string;
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

/** Where a link may begin, or what is in the middle of an address. */
const SIGN = /https?:\/\/|www\.|@/giu;
/** A host or the domain of an address; letters of any script, for names are international. */
const HOST = /[\p{L}\p{N}\p{M}_-][\p{L}\p{N}\p{M}_.-]*|\[[\da-f:.]+\]/iuy;
const PORT = /:\d{1,5}/y;
/** What looks like a host in front of an `@` is a name to log in with: the classic disguise. */
const LOGIN = /[^/?#@\s]*@/uy;
/**
 * Ends a link: spaces and what stands for them in scripts that have none, quotes, and invisible characters, which
 * could hide where it leads.
 */
const STOP = /[\s<>"`，。、；！？\p{Cc}\p{Cf}\p{Cs}]/gu;
/** More often the sentence's than the link's. */
const SENTENCE_END = new Set(".,;:!?'*_~…：”’»›");
const OPENING_OF = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['）', '（'],
  ['】', '【'],
  ['」', '「'],
  ['』', '『'],
  ['》', '《'],
]);
const LOCAL_PART = /[\p{L}\p{N}._+-]/u;
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Finds web and mail addresses. Each character is looked at a bounded number of times, so the time is linear in the
 * text's length, whoever wrote it.
 */
export function segmentText(text: string): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    // Within a link, or within a host that was looked at in vain.
    if (index < done) continue;
    const link = sign === '@' ? mailLink(text, index, done) : webLink(text, index, sign);
    if (!link) continue;
    if (link.from > done) segments.push({ text: text.slice(done, link.from) });
    segments.push({ text: text.slice(link.from, link.to), href: link.href });
    done = link.to;
  }
  if (done < text.length) segments.push({ text: text.slice(done) });
  return segments;
}

function webLink(text: string, from: number, sign: string): Link | undefined {
  const isBare = sign.endsWith('.');
  if (isBare && /[\w.@/-]/.test(text.charAt(from - 1))) return undefined;
  const host = matchAt(HOST, text, isBare ? from : from + sign.length);
  if (!host || (isBare && !/^www\.[^.]+\.[^.]/iu.test(host.text))) return undefined;
  const end = matchAt(PORT, text, host.to)?.to ?? host.to;
  const scheme = isBare ? 'https://' : '';
  // Refused before the path is read: a text full of false starts must not be read once for each.
  if (matchAt(LOGIN, text, end) || safeHref(scheme + text.slice(from, end)) === undefined) return undefined;
  const hasPath = /[/?#]/.test(text.charAt(end));
  const to = trimmedEnd(text, host.from, hasPath ? indexOfStop(text, end) : end);
  const href = safeHref(scheme + text.slice(from, to));
  return href === undefined ? undefined : { from, to, href };
}

function mailLink(text: string, at: number, done: number): Link | undefined {
  let from = at;
  while (from > done && LOCAL_PART.test(text.charAt(from - 1))) from -= 1;
  while (text.charAt(from) === '.') from += 1;
  const domain = from < at && matchAt(HOST, text, at + 1);
  if (!domain) return undefined;
  const to = trimmedEnd(text, domain.from, domain.to);
  if (!isDomain(text.slice(domain.from, to))) return undefined;
  const href = safeHref(`mailto:${text.slice(from, to)}`);
  const isNamed = text.slice(Math.max(done, from - 7), from).toLowerCase() === 'mailto:';
  return href === undefined ? undefined : { from: isNamed ? from - 7 : from, to, href };
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length > 1 && !labels.includes('') && /^\p{L}{2}/u.test(labels.at(-1) ?? '');
}

function matchAt(pattern: RegExp, text: string, from: number): { text: string; from: number; to: number } | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[0];
  return found === undefined ? undefined : { text: found, from, to: from + found.length };
}

function indexOfStop(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.exec(text)?.index ?? text.length;
}

/** Without the punctuation of the sentence around it, and without brackets that were opened outside. */
function trimmedEnd(text: string, from: number, end: number): number {
  const count = new Map<string, number>();
  for (let index = from; index < end; index += 1) {
    const character = text.charAt(index);
    count.set(character, (count.get(character) ?? 0) + 1);
  }
  let to = end;
  for (; to > from; to -= 1) {
    const last = text.charAt(to - 1);
    const opening = OPENING_OF.get(last);
    const isUnbalanced = opening !== undefined && (count.get(last) ?? 0) > (count.get(opening) ?? 0);
    if (!isUnbalanced && !SENTENCE_END.has(last)) break;
    count.set(last, (count.get(last) ?? 0) - 1);
  }
  return to;
}

function safeHref(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url && SAFE_SCHEMES.has(url.protocol) ? url.href : undefined;
}
