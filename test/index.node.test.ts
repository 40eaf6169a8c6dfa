import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as index from '../src/index.ts';

const src = new URL('../src/', import.meta.url);

/** Named after their files, with these exceptions. */
const NAMES: Readonly<Record<string, string>> = { 'request-event': 'ChatRequestEvent' };
const INTERNAL = new Set(['chat-event']);
/** Comes with the emoji, when they are first asked for. */
const ON_DEMAND = new Set(['chat-widget-emoji-picker']);

const className = (file: string): string =>
  NAMES[file] ?? file.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());

describe('the entry for npm', () => {
  for (const tag of readdirSync(new URL('elements', src))) {
    if (ON_DEMAND.has(tag)) continue;
    it(`exports <${tag}> and defines it`, () => {
      assert.equal((index as Record<string, unknown>)[className(tag)], customElements.get(tag));
      assert.ok(customElements.get(tag));
    });
  }

  for (const file of readdirSync(new URL('events', src)).map((name) => name.replace('.ts', ''))) {
    if (INTERNAL.has(file)) continue;
    it(`exports ${className(file)}`, () => {
      assert.equal(typeof (index as Record<string, unknown>)[className(file)], 'function');
    });
  }
});
