/**
 * Writes what the panel of emoji knows: `emoji-list.ts`, the emoji of each group with their English words, of emojibase-data,
 * and for each other language a file of `names`, in the same order, of the Unicode CLDR; and beside itself the licenses of
 * these. It installs them in its own folder. `--check` writes nothing, and fails where a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { npm, run } from '../processes.mjs';
import { root } from '../root.mjs';

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
/** By their names in the CLDR. */
const LANGUAGES = 'ar de es fr he hi it ja ko nl pl pt ru tr zh zh-Hant'.split(' ');
/** With fewer, "thanks" would not find the folded hands in each language; with all of them Arabic would weigh a tenth more. */
const MOST_WORDS = 8;
/** A word of more emoji than that leads to none of them. */
const MOST_OF_A_WORD = 80;
/** Browsers know the name of each region in each language. */
const REGION_FLAG = /^\p{Regional_Indicator}{2}$/u;
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * @typedef {{ emoji: string, tone?: number | number[] }} Skin
 * @typedef {{ hexcode: string, emoji: string, version: number, order?: number, group?: number, subgroup?: number, tags?: string[], skins?: Skin[] }} Emoji
 * @typedef {Record<string, string | string[] | undefined>} Codes
 * @typedef {{ default?: string[], tts?: string[] }} Annotation
 * @typedef {Record<string, Annotation | undefined>} Annotations
 */

const HERE = new URL('.', import.meta.url);
const [command, args, options] = npm('ci', '--no-audit', '--no-fund', '--silent');
const failure = await run(command, args, { ...options, cwd: HERE });
if (failure !== 0) process.exit(failure);

const EMOJIBASE = import.meta.resolve('emojibase-data/package.json');
const CLDR = import.meta.resolve('cldr-annotations-full/package.json');
/** What the CLDR has made of the names of parts: families, keys, flags. */
const CLDR_DERIVED = import.meta.resolve('cldr-annotations-derived-full/package.json');

/** @param {string} path @param {string} source */
const readText = (path, source) => readFileSync(new URL(path, source), 'utf8');
/** @param {string} path @param {string} source @returns {unknown} */
const readJson = (path, source) => JSON.parse(readText(path, source));

const all = /** @type {Emoji[]} */ (readJson('en/data.json', EMOJIBASE))
  .filter(({ group, version }) => group !== undefined && GROUPS.has(group) && version <= NEWEST)
  .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
const codes = ['github', 'emojibase'].map(
  (set) => /** @type {Codes} */ (readJson(`en/shortcodes/${set}.json`, EMOJIBASE)),
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

/** Without what only says how it looks: the CLDR does not have it. @param {string} emoji */
const bare = (emoji) => emoji.replaceAll('\u{FE0F}', '');

/** @param {string} language @returns {(emoji: Emoji) => { name: string, words: string[], parts: string[] }} parts: the words of longer terms */
function annotationsOf(language) {
  const own = /** @type {{ annotations: { annotations: Annotations } }} */ (
    readJson(`annotations/${language}/annotations.json`, CLDR)
  );
  const derived = /** @type {{ annotationsDerived: { annotations: Annotations } }} */ (
    readJson(`annotationsDerived/${language}/annotations.json`, CLDR_DERIVED)
  );
  const known = { ...derived.annotationsDerived.annotations, ...own.annotations.annotations };
  return ({ emoji }) => {
    const { tts: [name] = [], default: words = [] } = known[bare(emoji)] ?? {};
    if (!name || /[;|`$\\]/.test(name))
      throw new Error(`${emoji} has no name in ${language}, or one that cannot be written.`);
    const terms = words.map((term) => term.toLowerCase().split(NO_WORD));
    return {
      name,
      words: terms.filter(({ length }) => length === 1).flat(),
      parts: terms.filter(({ length }) => length > 1).flat(),
    };
  };
}

/** Whether one modifier behind its first character gives it each tone. @param {Emoji} emoji */
function hasTones({ emoji, skins = [] }) {
  const [first = '', ...others] = emoji;
  const behind = others.join('').replace(/^\u{FE0F}/u, '');
  const made = [1, 2, 3, 4, 5].map((tone) => first + String.fromCodePoint(0x1f3fa + tone) + behind);
  return made.every((toned, index) => skins.some((skin) => skin.tone === index + 1 && skin.emoji === toned));
}

const english = annotationsOf('en');

/** `👋* wave waving_hand|bye goodbye hello|waving hand` @param {Emoji} emoji */
function describe(emoji) {
  const { hexcode, tags = [] } = emoji;
  const names = new Set(codes.flatMap((set) => set[hexcode] ?? []).filter((name) => owners.get(name) === hexcode));
  const { name } = english(emoji);
  const said = new Set([...names, name.toLowerCase()].flatMap((each) => each.split(/[_ ]/)));
  const words = new Set(tags.flatMap((tag) => tag.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  const more = [...words].filter((word) => word && !said.has(word));
  const parts = [[...names].join(' '), more.join(' ')];
  if (!REGION_FLAG.test(emoji.emoji) && name !== [...names].at(-1)?.replaceAll('_', ' ')) parts.push(name);
  return `${emoji.emoji}${hasTones(emoji) ? '*' : ''} ${parts.join('|').replace(/\|$/, '')}`;
}

/** How many emoji each word is for. @param {ReturnType<typeof annotationsOf>} annotations */
function countWords(annotations) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const emoji of all) {
    const { words, parts } = annotations(emoji);
    for (const word of [...words, ...parts]) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** `grinsendes Gesicht|lol lustig` @param {ReturnType<typeof annotationsOf>} annotations @returns {(emoji: Emoji) => string} */
function nameWith(annotations) {
  const counts = countWords(annotations);
  /** @param {string} word */
  const countOf = (word) => counts.get(word) ?? 0;
  return (emoji) => {
    const { name, words, parts } = annotations(emoji);
    const said = name.toLowerCase();
    const known = [...words, ...parts];
    /** What a longer one begins with is found by that one. @type {(word: string) => boolean} */
    const isBeginning = (word) => known.some((other) => other !== word && other.startsWith(word));
    /** @type {(a: string, b: string) => number} */
    const byCount = (a, b) => countOf(b) - countOf(a);
    const more = [...new Set([...words.sort(byCount), ...parts.sort(byCount)])]
      .filter((word) => !said.includes(word) && !isBeginning(word) && countOf(word) <= MOST_OF_A_WORD)
      .slice(0, MOST_WORDS);
    return more.length > 0 ? `${name}|${more.join(' ')}` : name;
  };
}

/** One line a subgroup, so that a diff can be read. @param {readonly Emoji[]} emoji @param {(emoji: Emoji) => string} write */
function linesOf(emoji, write) {
  const subgroups = new Set(emoji.map(({ subgroup }) => subgroup));
  return [...subgroups].map((wanted) =>
    emoji
      .filter(({ subgroup }) => subgroup === wanted)
      .map(write)
      .join(';'),
  );
}

/** What the names of all flags of regions begin with: `Flagge: `. @param {ReturnType<typeof annotationsOf>} annotations */
function flagPrefix(annotations) {
  const [first = '', ...names] = all
    .filter(({ emoji }) => REGION_FLAG.test(emoji))
    .map((emoji) => annotations(emoji).name);
  let length = first.length;
  while (names.some((name) => !name.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}

/** @param {string} source @param {string} license */
function noticeOf(source, license) {
  const { name, version } = /** @type {{ name: string, version: string }} */ (readJson('package.json', source));
  return `${name} ${version}, ${license}. ${/Copyright.*/.exec(readText('LICENSE', source))?.[0] ?? ''}`;
}

function writeList() {
  const groups = [...GROUPS].map(([group, name]) => {
    const emoji = all.filter((each) => each.group === group);
    return `  ${name}: \`\n${linesOf(emoji, describe).join(';\n')}\`,\n`;
  });
  return `/*! @license ${noticeOf(EMOJIBASE, 'MIT')}; names: ${noticeOf(CLDR, 'Unicode-3.0')} */
/**
 * Written by \`npm run emoji\`: an emoji, with a star if it has skin tones; its short codes; after the first bar what
 * else it is found by; after the second its name, where that is not the last code.
 */
export const EMOJI_LIST = {
${groups.join('')}} as const;
`;
}

/** @param {string} language */
function writeNames(language) {
  const annotations = annotationsOf(language);
  const named = all.filter(({ emoji }) => !REGION_FLAG.test(emoji));
  const lines = linesOf(named, nameWith(annotations));
  return `/*! @license ${noticeOf(CLDR, 'Unicode-3.0')} */
/** Written by \`npm run emoji\`, in the order of the list: a name, and after the bar what else it is found by. */
export const NAMES = \`
${lines.join(';\n')}\`;
/** What the name of a region's flag begins with. */
export const FLAG = '${flagPrefix(annotations)}';
`;
}

/** For the built scripts: what is made of data, a bundler cannot know of. */
function writeLicenses() {
  const sources = /** @type {const} */ ([
    [EMOJIBASE, 'emojibase-data (MIT)'],
    [CLDR, 'cldr-annotations-full (Unicode-3.0)'],
  ]);
  return sources.map(([source, name]) => `\n## ${name}\n\n${readText('LICENSE', source)}`).join('');
}

const FOLDER = 'src/elements/chat-widget-emoji-picker';
const files = new Map([
  ['scripts/emoji/licenses.txt', writeLicenses()],
  [`${FOLDER}/emoji-list.ts`, writeList()],
  ...LANGUAGES.map(
    (language) => /** @type {const} */ ([`${FOLDER}/names/emoji-${language.toLowerCase()}.ts`, writeNames(language)]),
  ),
]);

mkdirSync(new URL(`${FOLDER}/names/`, root), { recursive: true });
for (const [path, text] of files) {
  const file = new URL(path, root);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} is old: npm run emoji`);
    process.exitCode = 1;
  }
}
