import { cpus } from 'node:os';
import { median } from './measures.mjs';

/**
 * @typedef {Map<string, number[] | string>} Row by system: the figures of all rounds, or why there are none
 * @typedef {{ title: string, unit: string, digits?: number, isRatio?: boolean, row: Row }} Figure
 */

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`, which fetches what it compares with into \`test/bench\` and runs everything on this machine; \`npm run bench -- --quick\` takes a few minutes. Medians, with the least and the most
in brackets; the systems take turns within a round. Read the ratios: they are to the floor, a page that appends a \`<div\` + \`>\` a message. "stopped": it took longer than a minute, or failed. "–": not measured, because it has no such thing, or would take minutes.

All systems are told the same by the same Socket.IO server. Ours speaks to it by itself. For the others, the page has the Socket.IO client and some lines of code, which count as theirs. Ours is the classic
script, with all its elements; "closed" is the staged script before anybody comes near, until its button is on screen, with the connection that follows. The floor and the last 120 rows in plain DOM show less than a chat does: no times, no groups, no status, no keys.
`;

/**
 * @param {{ figures: readonly { title: string, systems: readonly import('./systems.mjs').System[], figures: readonly Figure[] }[], versions: readonly string[], browser: string, rounds: number }} results
 */
export function report({ figures, versions, browser, rounds }) {
  const machine = `${rounds} rounds on ${cpus().length} cores, Chromium ${browser}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}. ${versions.join(' · ')}.`;
  const tables = figures.map(({ title, systems, figures: each }) => {
    const head = ['', ...each.map((figure) => `${figure.title}${figure.unit && ` (${figure.unit})`}`)];
    const lines = systems.map((system) => [system.title, ...each.map((figure) => cell(figure, system.name))]);
    const rows = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
    return `## ${title[0]?.toUpperCase()}${title.slice(1)}\n\n${rows.join('\n')}\n`;
  });
  return `${INTRODUCTION.replaceAll('`<div` + `>`', '`<div>`')}\n${machine}\n\n${tables.join('\n')}`;
}

/** @param {Figure} figure @param {string} system */
function cell({ row, digits = 0, isRatio }, system) {
  const values = row.get(system);
  if (values === undefined) return '–';
  if (typeof values === 'string') return values;
  const show = (/** @type {number} */ value) =>
    Number.isFinite(value)
      ? value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
      : 'gone';
  const middle = median(values);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = show(least) === show(most) ? '' : ` (${show(least)}–${show(most)})`;
  const floor = row.get('plain');
  const ratio = isRatio && Array.isArray(floor) ? ` **${(middle / median(floor)).toFixed(2)}×**` : '';
  return `${show(middle)}${spread}${ratio}`;
}
