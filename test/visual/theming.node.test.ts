import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Gallery } from './gallery.ts';

const root = new URL('../../', import.meta.url);
const docs = readFileSync(new URL('docs/theming.md', root), 'utf8');
const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(`src/${file}`, root), 'utf8'))
  .join('\n');
const widget = readFileSync(new URL('src/elements/chat-widget/chat-widget.ts', root), 'utf8');

/** The text under a heading of the second level. */
function section(heading: string): string {
  return docs.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

describe('the page about theming', () => {
  it('names every property that there is, and no other', () => {
    const used = matches(sources, /var\(\s*(--chat-widget-[a-z-]+)/g);
    assert.deepEqual(matches(docs, /^\| `(--chat-widget-[a-z-]+)`/gm), used);
  });

  it('names the default of every property that has a plain one', () => {
    for (const [, name = '', stated = ''] of docs.matchAll(/^\| `(--chat-widget-[a-z-]+)` \|[^|]*\| `([^|]+)` \|$/gm)) {
      const value = stated.replace(/^([\d.]+)rem$/, 'calc(var(--_cw-rem) * $1)').replace(/^calc\((.*) \* 1\)$/, '$1');
      assert.ok(sources.includes(`var(${name}, ${value})`), `${name} is not ${stated}`);
    }
  });

  it('names every slot of the widget', () => {
    assert.deepEqual(matches(section('Slots'), /`([a-z-]+)`/g), matches(widget, /@slot ([a-z-]+) -/g));
  });

  it('names every state of the widget', () => {
    assert.deepEqual(matches(section('States'), /^\| `([a-z]+)`/gm), matches(widget, /@cssState ([a-z]+) -/g));
  });
});

/** What no state shows: it takes a server with history, a failure to load, a recovery, a while, or a hand on something. */
const RARE = [
  ...['older', 'load-older', 'none', 'show-image', 'image', 'copy', 'code', 'quote', 'gap', 'unread-line'],
  ...['restored', 'reconnecting', 'connecting', 'notice-count', 'composer-problem', 'emoji-picker', 'suggestions'],
  ...[
    'suggestion',
    'active',
    'people-chip',
    'filter',
    'waiting',
    'followed',
    'jump',
    'preview',
    'preview-author',
    'preview-text',
    'preview-dismiss',
  ],
  ...['attach', 'tray', 'attachment', 'uploading', 'ready', 'drop'],
];

describe('parts', () => {
  let gallery: Gallery;

  before(async () => {
    gallery = await Gallery.open();
  });
  after(() => gallery.close());

  it('are all reachable from outside, under the names that are documented', async () => {
    const documented = matches(section('Parts').replace(/^[^|].*$/gm, ''), /`([a-z-]+)`/g);
    const seen = new Set<string>();
    for (const state of await gallery.page.evaluate(() => visual.states)) {
      await gallery.show(state);
      const { names, hidden } = await gallery.page.evaluate(() =>
        visual.exposed(document.querySelector('chat-widget') ?? document.body),
      );
      assert.deepEqual(hidden, [], state);
      for (const name of names) seen.add(name);
    }
    assert.deepEqual(
      [...seen].filter((name) => !documented.includes(name)),
      [],
      'not documented',
    );
    assert.deepEqual(
      documented.filter((name) => !seen.has(name) && !RARE.includes(name)),
      [],
      'not there',
    );
  });
});
