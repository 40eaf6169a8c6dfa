import MagicString from 'magic-string';
import { parseSync, type Plugin, Visitor } from 'vite';

/**
 * Takes from `css` and `html` templates what only people read. It changes whitespace and comments, nothing else: what
 * rewrites rules breaks some of the newest ones, and a template's expressions may stand anywhere in them.
 */
export function collapseTemplates(): Plugin {
  return {
    name: 'collapse-templates',
    apply: 'build',
    transform: {
      // After the types are gone.
      order: 'post',
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code, id) {
        const edited = new MagicString(code);
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const collapse = tag.type === 'Identifier' ? COLLAPSE[tag.name] : undefined;
            if (!collapse) return;
            for (const { value, start, end } of quasi.quasis) {
              const collapsed = collapse(value.raw);
              if (collapsed !== value.raw) edited.overwrite(start, end, collapsed);
            }
          },
        }).visit(parseSync(id, code, { lang: 'js' }).program);
        return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
      },
    },
  };
}

const COLLAPSE: Readonly<Record<string, (text: string) => string>> = { css: collapseCss, html: collapseHtml };

const COMMENT = String.raw`\/\*(?:[^*]|\*(?!\/))*\*\/`;
const STRING = String.raw`"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'`;
const GAP = String.raw`(?:\s|${COMMENT})*`;
/** Strings; `{};,` and the colon before a value, which separate by themselves; gaps; comments that stand in no gap. */
const CSS = new RegExp(
  String.raw`(${STRING})|${GAP}([{};,]|:(?=\s))${GAP}|((?:${COMMENT})*\s${GAP})|(?:${COMMENT})+`,
  'g',
);

export function collapseCss(text: string): string {
  return text.replace(CSS, (_all, string?: string, separator?: string, gap?: string) => {
    // A comment separates two words, and yet is no space.
    return string ?? separator ?? (gap === undefined ? '/**/' : ' ');
  });
}

/** What a break of lines is part of may be seen as a space, and as no more. */
export function collapseHtml(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
