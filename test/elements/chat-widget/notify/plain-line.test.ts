import { expect } from '@open-wc/testing';
import { plainLine } from '../../../../src/elements/chat-widget/notify/plain-line.ts';
import { plainText } from '../../../../src/elements/chat-widget-message/parse-text.ts';

/** A message shows them in the thread in the same words. */
const LIKE_THE_MESSAGE = [
  '',
  'Hello there',
  '*Hello* there, _dear_ ~old~ **friend**, ~~no~~',
  '*_both_* and (*this*)!',
  '2 * 3 * 4, snake_case_name, a*b*c, __init__',
  '*not closed, nor * this*',
  '`code` and `*`',
  '```\nconst a = 1;\n```',
  '```js\nconst a = 1;\n```',
  '> what you said',
  'https://example.org/_a_/*b*',
];

describe('plainLine', () => {
  for (const text of LIKE_THE_MESSAGE) {
    it(`says ${JSON.stringify(text)} as the message does`, () => {
      expect(plainLine(text)).to.equal(plainText(text).trim());
    });
  }

  it('puts several lines into one', () => {
    expect(plainLine(' Hello\n\n*there*\n')).to.equal('Hello there');
  });

  it('cuts a long text between two characters', () => {
    const family = '👨‍👩‍👧‍👦';
    const line = plainLine(`a${family.repeat(10_000)}`);
    expect(line.length).to.be.below(400);
    expect(line.replace(/^a/, '').replaceAll(family, '')).to.equal('…');
  });

  it('has no mark of what it cuts', () => {
    expect(plainLine(`*${'long '.repeat(90)}end*`)).to.match(/^long long .*long…$/);
  });

  it('reads no more of a book than it shows', () => {
    for (const piece of ['*', '*a ', '_*a', '`', '> '])
      expect(plainLine(piece.repeat(100_000)).length).to.be.below(400);
  });
});
