import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from '../../src/localization/en.ts';
import { findTexts } from './find-texts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a script says that is there before the languages are: word for word what English says. */
const BEFORE_THE_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'src/chat-widget.launcher.ts': [en.openChat, en.chatNotLoaded],
  'src/chat-widget-early-count.ts': [en.openChat],
  'src/elements/chat-widget/notify/preview-bubble.ts': [en.dismiss],
};

/** Below these floors a text is a code's explanation for developers; `failureReason` words the code. */
const SHOWN = /^src\/(?:(?:elements|context|theme|events)\/.*|[^/]*)\.ts$/;

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

it('no text that a person sees or hears is outside of the languages', () => {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => SHOWN.test(file));
  assert.ok(files.length > 100, 'the sources are where they were');
  const outside = Object.fromEntries(
    files
      .map((file) => [file, findTexts(readFileSync(ROOT + file, 'utf8'))] as const)
      .filter(([, texts]) => texts.length > 0),
  );
  assert.deepEqual(outside, BEFORE_THE_LANGUAGES);
});
