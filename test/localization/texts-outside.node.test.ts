import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from '../../src/localization/en.ts';
import { findErrors, findTexts } from './find-texts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a script says that is there before the languages are: word for word what English says. */
const BEFORE_THE_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'src/chat-widget.launcher.ts': [en.openChat, en.chatNotLoaded],
  'src/chat-widget-early-count.ts': [en.openChat],
  'src/elements/chat-widget/notify/preview-bubble.ts': [en.dismiss],
};

const SHOWN = /^src\/(?:(?:elements|context|theme|events)\/.*|[^/]*)\.ts$/;
/** What is made here is shown only by way of `failureReason`, which has words for the codes. */
const BELOW = /^src\/(?:protocol|store|connection|session|platform)\/.*\.ts$/;

const PLANTED: readonly [source: string, ...texts: string[]][] = [
  ['html`<p>Nobody here</p>`', 'Nobody here'],
  ['html`<p title="Who is here">${text}</p>`', 'Who is here'],
  ['html`<button class="close" aria-label=\'Close\'></button>`', 'Close'],
  ['html`<input placeholder=${isOpen ? "Search" : nothing} .value=${"none"}>`', 'Search'],
  ['html`<p class=${name}>${count} new</p>`', 'new'],
  ['html`<p>${count === 1 ? "one" : `${count} pieces`}</p>`', 'one', 'pieces'],
  ['html`<x-y .label=${"People"} ${ref(here)}><b>${"Bold"}</b></x-y>`', 'People', 'Bold'],
  ['button.ariaLabel = "Close"', 'Close'],
  ['notice.textContent = failure ?? "Failed"', 'Failed'],
  ['Object.assign(button, { title: "Close" })', 'Close'],
  ['image.setAttribute("alt", "Picture")', 'Picture'],
  ['list.append("Nothing")', 'Nothing'],
  ['const FAILED = "The chat could not be loaded."; show(FAILED)', 'The chat could not be loaded.'],
];

const INNOCENT = [
  'html`<!-- Nobody here --><p class="message own" part=${"time"} dir="auto">${strings.online}</p>`',
  'html`<p>${kind === "direct" ? one : other}</p>`',
  'html`<p title=${strings.rooms}>${icon}: ${list.join(", ")}</p>`',
  'button.ariaLabel = strings.close; row.className = "row own"',
  'import { something } from "./Some file here."',
  'throw new RangeError("This is for developers.")',
  'new CustomEvent("chat-ready")',
  'css`p::before { content: "Nothing here"; }`',
];

describe('findTexts', () => {
  for (const [source, ...texts] of PLANTED) {
    it(`finds the text in ${source}`, () => {
      assert.deepEqual(findTexts(source), texts);
    });
  }
  for (const source of INNOCENT) {
    it(`finds nothing in ${source}`, () => {
      assert.deepEqual(findTexts(source), []);
    });
  }
});

/** The texts in a source that a person may see, and for which no language has words. */
function withoutWords(source: string): string[] {
  const errors = findErrors(source);
  const isWorded = ({ code = '', isWordless }: (typeof errors)[number]): boolean =>
    isWordless || Object.hasOwn(en.failures, code);
  const worded = errors.filter(isWorded).map(({ message }) => message);
  const others = errors.filter((error) => !isWorded(error)).map(({ message }) => message);
  return [...new Set([...findTexts(source), ...others])].filter((text) => !worded.includes(text));
}

describe('withoutWords', () => {
  const CASES: readonly [source: string, ...texts: string[]][] = [
    ['fail({ code: "no_echo", message: "The server said nothing." })'],
    ['const LOST = { message: `The ${what} was lost.`, code: "connection_lost" }'],
    ['return { isWordless: true, message: "The server reported an error." }'],
    ['throw new Error("This is for developers.")'],
    ['return { message: readSentence(payload), code }'],
    ['fail({ message: "Failed" })', 'Failed'],
    ['fail({ code: "no_such_code", message: "Failed" })', 'Failed'],
    ['fail({ code, message: told ?? "Failed" })', 'told ?? "Failed"'],
    ['const GENERAL = "The server reported an error."', 'The server reported an error.'],
  ];
  for (const [source, ...texts] of CASES) {
    it(`finds ${texts.length > 0 ? 'the text' : 'nothing'} in ${source}`, () => {
      assert.deepEqual(withoutWords(source), texts);
    });
  }
});

/** What is found in the sources of some floors, by file. */
function inSources(floors: RegExp, find: (source: string) => string[]): Record<string, string[]> {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => floors.test(file));
  assert.ok(files.length > 50, 'the sources are where they were');
  return Object.fromEntries(
    files
      .map((file) => [file, find(readFileSync(ROOT + file, 'utf8'))] as const)
      .filter(([, texts]) => texts.length > 0),
  );
}

it('no text that a person sees or hears is outside of the languages', () => {
  assert.deepEqual(inSources(SHOWN, findTexts), BEFORE_THE_LANGUAGES);
});

it('no error is made that a person may see and that the languages have no words for', () => {
  assert.deepEqual(inSources(BELOW, withoutWords), {});
});
