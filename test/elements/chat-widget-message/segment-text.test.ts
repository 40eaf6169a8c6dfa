import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { segmentText } from '../../../src/elements/chat-widget-message/segment-text.ts';

/** The links of a text: what is shown → where it leads. */
function links(text: string): Record<string, string> {
  return Object.fromEntries(segmentText(text).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : [])));
}

const FOUND: readonly [text: string, links: Record<string, string>][] = [
  ['see https://example.org', { 'https://example.org': 'https://example.org/' }],
  ['HTTP://Example.ORG/A', { 'HTTP://Example.ORG/A': 'http://example.org/A' }],
  ['http://localhost:5050/x?y=1#z', { 'http://localhost:5050/x?y=1#z': 'http://localhost:5050/x?y=1#z' }],
  ['http://[::1]:80/', { 'http://[::1]:80/': 'http://[::1]/' }],
  ['www.example.org/a', { 'www.example.org/a': 'https://www.example.org/a' }],
  ['请看https://example.org/中文。谢谢', { 'https://example.org/中文': 'https://example.org/%E4%B8%AD%E6%96%87' }],
  ['请看 https://example.org/中文。', { 'https://example.org/中文': 'https://example.org/%E4%B8%AD%E6%96%87' }],
  ['https://例え.jp', { 'https://例え.jp': 'https://xn--r8jz45g.jp/' }],
  ['end. https://example.org.', { 'https://example.org': 'https://example.org/' }],
  ['https://example.org/a.b, then', { 'https://example.org/a.b': 'https://example.org/a.b' }],
  ['really https://example.org?!', { 'https://example.org': 'https://example.org/' }],
  ['(https://example.org/a)', { 'https://example.org/a': 'https://example.org/a' }],
  [
    'https://en.wikipedia.org/wiki/Ada_(name)',
    { 'https://en.wikipedia.org/wiki/Ada_(name)': 'https://en.wikipedia.org/wiki/Ada_(name)' },
  ],
  [
    '(see https://en.wikipedia.org/wiki/Ada_(name)).',
    { 'https://en.wikipedia.org/wiki/Ada_(name)': 'https://en.wikipedia.org/wiki/Ada_(name)' },
  ],
  ['<https://example.org/a>', { 'https://example.org/a': 'https://example.org/a' }],
  ['"https://example.org/a"', { 'https://example.org/a': 'https://example.org/a' }],
  ['*https://example.org/a*', { 'https://example.org/a': 'https://example.org/a' }],
  ['https://a.org,https://b.org', { 'https://a.org': 'https://a.org/', 'https://b.org': 'https://b.org/' }],
  ['https://a.org\nhttps://b.org', { 'https://a.org': 'https://a.org/', 'https://b.org': 'https://b.org/' }],
  ['https://example.org/@ada', { 'https://example.org/@ada': 'https://example.org/@ada' }],
  ['https://example.org: look', { 'https://example.org': 'https://example.org/' }],
  ['ada@example.org', { 'ada@example.org': 'mailto:ada@example.org' }],
  ['mail ada.l+x@mail.example.org.', { 'ada.l+x@mail.example.org': 'mailto:ada.l+x@mail.example.org' }],
  ['mailto:ada@example.org', { 'mailto:ada@example.org': 'mailto:ada@example.org' }],
  [
    '<ada@example.org>, (bob@example.org)',
    { 'ada@example.org': 'mailto:ada@example.org', 'bob@example.org': 'mailto:bob@example.org' },
  ],
];

const PLAIN: readonly [why: string, text: string][] = [
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,<script>alert(1)</script>'],
  ['another scheme', 'file:///etc/passwd vbscript:x ftp://example.org blob:x'],
  ['markup', '<a href="javascript:alert(1)">x</a>'],
  ['a login that looks like a host', 'https://paypal.com@evil/login'],
  ['a login with a password', 'https://paypal.com:80@evil/login'],
  ['a scheme alone', 'http:// https://'],
  ['no host', 'http:///path'],
  ['a host that cannot be', 'http://1.2.3.999/'],
  ['www alone', 'www. www.example'],
  ['www within a word', 'awww.example.org'],
  ['an @ alone', '@ada 5 @ 3 a@ @b a@b'],
  ['an address without a domain', 'ada@localhost ada@1.2 ada@example..org'],
  ['a sentence', 'One. Two: three; e.g. 3.14, and/or (four).'],
];

describe('segmentText', () => {
  for (const [text, expected] of FOUND) {
    it(`finds the links of ${JSON.stringify(text)}`, () => {
      expect(links(text)).to.deep.equal(expected);
    });
  }

  for (const [why, text] of PLAIN) {
    it(`leaves ${why} as text`, () => {
      expect(segmentText(text)).to.deep.equal([{ text }]);
    });
  }

  it('ends a link at a character that could turn its direction', () => {
    expect(links('https://example.org/\u202Egpj.exe')).to.deep.equal({
      'https://example.org/': 'https://example.org/',
    });
  });

  it('has no piece for an empty text', () => {
    expect(segmentText('')).to.deep.equal([]);
  });

  it('keeps every character, and leads only to safe schemes, whatever the text', () => {
    const word = fc.oneof(
      fc.constantFrom('http://', 'HTTPS://', 'www.', 'mailto:', '@', '.', ':', '/', '?', '#', '(', ')', ']', '[', ' '),
      fc.constantFrom('javascript:', 'data:', 'a.org', 'xn--', '例え.jp', '\u202E', '\u0000', '\uD800', '999.999', '%'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('');
        const segments = segmentText(text);
        expect(segments.map((segment) => segment.text).join('')).to.equal(text);
        for (const { text: shown, href } of segments) {
          expect(shown).not.to.equal('');
          if (href !== undefined) expect(new URL(href).protocol).to.be.oneOf(['http:', 'https:', 'mailto:']);
        }
      }),
      { numRuns: 2000 },
    );
  });

  /** Each is a try to make a text cost more than its length: false starts, endless runs, brackets, dots. */
  const HOSTILE = [
    'http://', 'http://a@', 'http://a:1@', 'https://1.2.3.999/', 'http://(', 'www.', 'www.a.xn--/', '@', 'a@', 'a@b.', '.', ')', '(',
    'http://a/)', 'http://xn--', 'mailto:', 'a.', 'http://a:99999/', 'http://[', ' @.', 'a',
  ]; // prettier-ignore
  for (const unit of HOSTILE) {
    it(`takes time in proportion to the length of ${JSON.stringify(unit)} repeated`, () => {
      // Quadratic work on this length would take minutes; the bound only has to tell that apart from milliseconds.
      const text = unit.repeat(Math.ceil(300_000 / unit.length));
      const start = performance.now();
      segmentText(`https://a.org/${text}`);
      segmentText(text);
      segmentText(`${text} ada@example.org`);
      expect(performance.now() - start).to.be.below(2000);
    });
  }
});
