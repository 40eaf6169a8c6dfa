import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseText, plainText, type Block, type Span } from '../../../src/elements/chat-widget-message/parse-text.ts';

/** A short way to write what is expected: `<b>bold</b>`, as the elements that will show it. */
function shown(text: string): string {
  return parseText(text).map(showBlock).join('|');
}

const TAGS = { bold: 'b', italic: 'i', strike: 's' };

function showBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return `<pre>${block.text}</pre>`;
    case 'list':
      return block.items.map(({ number, spans }) => `<li${number ?? ''}>${showSpans(spans)}</li>`).join('');
    case 'quote':
      return `<q>${showSpans(block.spans)}</q>`;
    case 'lines':
      return showSpans(block.spans);
  }
}

function showSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === 'text') return span.text;
      if (span.kind === 'link') return `<a>${span.text}</a>`;
      if (span.kind === 'code') return `<c>${span.text}</c>`;
      return `<${TAGS[span.kind]}>${showSpans(span.spans)}</${TAGS[span.kind]}>`;
    })
    .join('');
}

describe('parse-text', () => {
  const cases: Readonly<Record<string, readonly (readonly [text: string, shown: string])[]>> = {
    emphasis: [
      ['*bold* and _italic_ and ~gone~', '<b>bold</b> and <i>italic</i> and <s>gone</s>'],
      ['**bold** ~~gone~~', '<b>bold</b> <s>gone</s>'],
      ['*_both_*', '<b><i>both</i></b>'],
      ['_a *b* c_', '<i>a <b>b</b> c</i>'],
      ['(*bold*), "_so_"!', '(<b>bold</b>), "<i>so</i>"!'],
      ['*многа букв* _强调_', '<b>многа букв</b> <i>强调</i>'],
      ['5 *times and *bold* words', '5 *times and <b>bold</b> words'],
      ['*see https://example.org*', '<b>see <a>https://example.org</a></b>'],
      ['*use `x*y` here*', '<b>use <c>x*y</c> here</b>'],
      ['*a _b* c_', '<b>a _b</b> c_'],
    ],
    'no emphasis': [
      ['snake_case_name __init__', 'snake_case_name __init__'],
      ['2*3*4 = 24', '2*3*4 = 24'],
      ['* not bold *', '<li>not bold *</li>'],
      ['a * b * c', 'a * b * c'],
      ['*open', '*open'],
      ['close*', 'close*'],
      ['** ** ~~~~ ____', '** ** ~~~~ ____'],
      ['***three***', '***three***'],
      ['*over\nlines*', '*over\nlines*'],
      ['https://example.org/a_b_c_d', '<a>https://example.org/a_b_c_d</a>'],
      ['~5 ~6', '~5 ~6'],
    ],
    code: [
      ['say `x_y_z` now', 'say <c>x_y_z</c> now'],
      ['`not\nover lines`', '`not\nover lines`'],
      ['`` ` ``', '`` ` ``'],
      ['```\nconst a = *b*;\n```', '<pre>const a = *b*;</pre>'],
      ['look:\n```ts\n  a\n\n  b\n```\ndone', 'look:|<pre>  a\n\n  b</pre>|done'],
      ['```inline```', '<pre>inline</pre>'],
      ['```never closed', '```never closed'],
      ['```   ```', '```   ```'],
      ['`https://example.org`', '<c>https://example.org</c>'],
    ],
    lists: [
      ['- a\n- *b*\n* c', '<li>a</li><li><b>b</b></li><li>c</li>'],
      ['Buy:\n1. milk\n2) bread\n10. tea', 'Buy:|<li1>milk</li><li2>bread</li><li10>tea</li>'],
      ['- a\n1. b', '<li>a</li>|<li1>b</li>'],
      ['-no list', '-no list'],
      ['2024. was a year', '2024. was a year'],
      ['- ', '- '],
    ],
    quotes: [
      ['> what you said\n> and more\nno', '<q>what you said\nand more</q>|no'],
      ['>:(', '>:('],
      ['a > b', 'a > b'],
    ],
    'plain text': [
      ['', ''],
      ['Hello\n\nthere ', 'Hello\n\nthere '],
    ],
  };
  for (const [what, texts] of Object.entries(cases)) {
    describe(what, () => {
      for (const [text, expected] of texts) {
        it(JSON.stringify(text), () => {
          expect(shown(text)).to.equal(expected);
        });
      }
    });
  }

  const marked = fc
    .array(
      fc.constantFrom('*', '**', '_', '~', '`', '```', '\n', '> ', '- ', '1. ', ' ', 'a', 'é', '.', 'https://a.org'),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(''));

  it('loses no letter, and adds none', () => {
    const letters = (text: string): string => text.replace(/[^a-zé]/g, '');
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ maxLength: 200 })), (text) => {
        expect(letters(plainText(text))).to.equal(letters(text));
      }),
    );
  });

  it('gives no empty pieces', () => {
    const check = (span: Span): void => {
      if ('spans' in span) span.spans.forEach(check);
      else expect(span.text).not.to.equal('');
    };
    fc.assert(
      fc.property(marked, (text) => {
        for (const block of parseText(text)) if ('spans' in block) block.spans.forEach(check);
      }),
    );
  });

  for (const piece of ['*', '*a ', '*a_b~', '`', '`a', '```', '> ', '- a\n', '_*a', '*a* ', '*\n', '@a*'] as const) {
    it(`reads a book of ${JSON.stringify(piece)} in no time that anybody notices`, () => {
      const text = piece.repeat(100_000 / piece.length);
      expect(plainText(text)).to.be.a('string');
    });
  }

  it('says it in one go where there is no room for marks', () => {
    expect(plainText('*Hi* `there`\n> so\n- a\n1. b\n```\nc\n```')).to.equal('Hi there\nso\n• a\n1. b\nc');
  });
});
