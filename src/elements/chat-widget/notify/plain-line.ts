/** Code units that are read, marks and all, and that are left. */
const READ = 1000;
const LONGEST = 300;

/** What stands around words on one line, as `parseText` knows it, but not within words, paths and runs of signs. */
const around = (sign: string, mark: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}/${sign}])(${mark})(?![\\s${sign}])([^\\n]*?[^\\s${sign}])\\1(?![\\p{L}\\p{N}${sign}])`,
    'gu',
  );

const MARKS: readonly (readonly [mark: RegExp, inside: string])[] = [
  [/```(?:[\w+#-]*\n)?/g, ''],
  [/^> ?/gm, ''],
  [around('*', '\\*\\*?'), '$2'],
  [around('_', '_'), '$2'],
  [around('~', '~~?'), '$2'],
  [/`([^`\n]+)`/g, '$1'],
];

/**
 * What a text says, without its marks, where there is room for a line. The reader of messages is not at hand: a notification
 * is fetched alone, and often before the rest of the chat.
 */
export function plainLine(text: string): string {
  const read = text.trimStart().slice(0, READ);
  const line = MARKS.reduce((marked, [mark, inside]) => marked.replace(mark, inside), read)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST) return line;
  const end = new Intl.Segmenter().segment(line).containing(LONGEST)?.index;
  return `${line.slice(0, end).trimEnd()}…`;
}
