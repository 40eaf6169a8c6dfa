/**
 * Writes `emoji-list.ts`: the emoji of each group with their short codes and keywords, of emojibase-data. `--check` writes
 * nothing, and fails where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';

/** Newer ones are boxes on devices that are a few years old. */
const NEWEST = 15;
/** By the number of the group; 2 is for the parts of others, such as skin tones. */
const GROUPS = new Map([
  [0, 'smileys'],
  [1, 'people'],
  [3, 'nature'],
  [4, 'food'],
  [5, 'travel'],
  [6, 'activities'],
  [7, 'objects'],
  [8, 'symbols'],
  [9, 'flags'],
]);

/**
 * @typedef {{ hexcode: string, emoji: string, version: number, order?: number, group?: number, subgroup?: number, tags?: string[] }} Emoji
 * @typedef {Record<string, string | string[] | undefined>} Codes
 */

const source = import.meta.resolve('emojibase-data/package.json');
const target = new URL('src/elements/chat-widget-emoji-picker/emoji-list.ts', root);

/** @param {string} path */
const readText = (path) => readFileSync(new URL(path, source), 'utf8');
const { version } = /** @type {{ version: string }} */ (JSON.parse(readText('package.json')));
const copyright = /Copyright.*/.exec(readText('LICENSE'))?.[0] ?? '';
const all = /** @type {Emoji[]} */ (JSON.parse(readText('en/data.json')));
const codes = /** @type {Codes[]} */ (
  ['github', 'emojibase'].map((set) => /** @type {unknown} */ (JSON.parse(readText(`en/shortcodes/${set}.json`))))
);

/** The first set has the first say: what it calls one emoji, the others call no other. */
const owners = new Map(
  codes
    .toReversed()
    .flatMap((set) =>
      Object.entries(set).flatMap(([hexcode, names]) =>
        [names ?? []].flat().map((name) => /** @type {const} */ ([name, hexcode])),
      ),
    ),
);

/** `😄 smile grinning_face_with_closed_eyes|eye happy laugh` @param {Emoji} emoji */
function describe({ emoji, hexcode, tags = [] }) {
  const names = new Set(codes.flatMap((set) => set[hexcode] ?? []).filter((name) => owners.get(name) === hexcode));
  const said = new Set([...names].flatMap((name) => name.split('_')));
  const words = new Set(tags.flatMap((tag) => tag.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  const more = [...words].filter((word) => word && !said.has(word));
  return `${emoji} ${[...names].join(' ')}${more.length > 0 ? `|${more.join(' ')}` : ''}`;
}

/** One line a subgroup, so that a diff can be read. @param {number} group */
function linesOf(group) {
  const emoji = all
    .filter((each) => each.group === group && each.version <= NEWEST)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const subgroups = new Set(emoji.map(({ subgroup }) => subgroup));
  return [...subgroups].map((wanted) =>
    emoji
      .filter(({ subgroup }) => subgroup === wanted)
      .map(describe)
      .join(';'),
  );
}

const text = `/*! @license emojibase-data ${version}, MIT. ${copyright} */
/** Written by scripts/emoji-list.mjs: an emoji, its short codes, and after the bar what else it is found by. */
export const EMOJI_LIST = {
${[...GROUPS].map(([group, name]) => `  ${name}: \`\n${linesOf(group).join(';\n')}\`,\n`).join('')}} as const;
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/elements/chat-widget-emoji-picker/emoji-list.ts is old: npm run emoji');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
