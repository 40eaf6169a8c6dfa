import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { ChatWidget } from '../../src/elements/chat-widget/chat-widget.ts';
import '../../src/elements/chat-widget/chat-widget.ts';
import '../../src/elements/chat-widget/panel.ts';
import { afterPaint } from '../support/after-paint.ts';
import { type Backed, backSession, SERVER_URL } from '../support/backed-session.ts';
import { ada, grace, linus } from '../support/fixtures.ts';
import { backdrop, contrast, nameOf, painted, texts } from '../support/painted-colors.ts';

const wire = ({ id, name, email }: typeof ada) => ({ user_id: id, email, name });
const wireMessage = (id: string, user: typeof ada, body: string) => ({
  _id: id,
  room: 'a',
  user: wire(user),
  message_body: body,
  type: 'USER_TEXT_MESSAGE',
  created_at: '2026-05-04T12:00:00Z',
});
const wireRoom = (id: string, name: string, messages: unknown[] = []) => ({
  room_id: id,
  name,
  is_group: true,
  participants: [ada, grace, linus].map(wire),
  messages,
});

const hex = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;
const anyColor = fc.integer({ min: 0, max: 0xffffff }).map(hex);

/** The corners of the cube, and greys around the luminance at which black and white are equally readable. */
const EXTREMES = [
  ...['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff'],
  ...['#757575', '#767676', '#777777', '#808080', '#010101', '#fefefe', '#3b5bdb'],
];

interface Pair {
  readonly name: string;
  readonly least: number;
  readonly colors: () => readonly [string[], string[]];
}

describe('contrast', () => {
  let backed: Backed;
  let widget: ChatWidget;
  let pairs: Pair[];

  beforeEach(async () => {
    backed = backSession(ada);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.width = '900px';
    widget = document.createElement('chat-widget');
    const attributes = { 'server-url': SERVER_URL, 'user-id': ada.id, 'user-name': ada.name, mode: 'inline' };
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.style.setProperty('--chat-widget-duration', '0ms');
    place.append(widget);
    await widget.updateComplete;
    await fillWith(widget, backed);
    pairs = [...textPairs(widget), ...shapePairs(widget)];
  });

  afterEach(() => {
    fixtureCleanup();
    backed.lease.release({ linger: false });
    backed.platform.clock.pass(400);
  });

  function expectContrast(what: string): void {
    for (const { name, least, colors } of pairs) {
      const [front, back] = colors();
      const ratio = contrast(painted(...front), painted(...back));
      if (ratio < least) {
        expect.fail(
          `${name} has ${ratio.toFixed(2)}:1 with ${what}: ${String(front.at(-1))} on ${String(back.at(-1))}`,
        );
      }
    }
  }

  it('looks at all kinds of texts and shapes', () => {
    const names = pairs.map(({ name }) => name).join('\n');
    for (const expected of [
      'h2',
      'title',
      'preview',
      'unread-count',
      'text',
      'a',
      'unknown',
      'author',
      'counter',
      'detail',
      'avatar',
    ]) {
      expect(names).to.include(expected);
    }
    expect(new Set(pairs.map(({ name }) => name)).size).to.be.greaterThan(20);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is enough with any accent, ${theme}`, function () {
      this.timeout(30_000);
      widget.theme = theme;
      fc.assert(
        fc.property(anyColor, (accent) => {
          widget.style.setProperty('--chat-widget-accent', accent);
          expectContrast(`the accent ${accent}`);
        }),
        { seed: 2026, numRuns: 500, examples: EXTREMES.map((color) => [color]) },
      );
    });

    it(`is enough with any accent on any surface on which black or white is well readable, ${theme}`, function () {
      this.timeout(30_000);
      widget.theme = theme;
      const clearSurface = anyColor.filter((color) => {
        const best = Math.max(contrast(painted(color), [0, 0, 0]), contrast(painted(color), [255, 255, 255]));
        return best >= 7;
      });
      fc.assert(
        fc.property(anyColor, clearSurface, (accent, surface) => {
          widget.style.setProperty('--chat-widget-accent', accent);
          widget.style.setProperty('--chat-widget-surface', surface);
          expectContrast(`the accent ${accent} on the surface ${surface}`);
        }),
        { seed: 2026, numRuns: 150 },
      );
    });
  }

  it('is enough within bubbles of any color', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(anyColor, anyColor, anyColor, (accent, own, other) => {
        widget.style.setProperty('--chat-widget-accent', accent);
        widget.style.setProperty('--chat-widget-own-bubble', own);
        widget.style.setProperty('--chat-widget-bubble', other);
        expectContrast(`bubbles ${own} and ${other}, and the accent ${accent}`);
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  it('follows the surface and the text that a page sets', () => {
    widget.theme = 'light';
    for (const [surface, text] of [
      ['#fdf6e3', '#073642'],
      ['#002b36', '#eee8d5'],
      ['#000000', '#ffffff'],
      ['#1e1e2e', '#cdd6f4'],
      ['#f0e0ff', '#300050'],
    ] as const) {
      widget.style.setProperty('--chat-widget-surface', surface);
      widget.style.setProperty('--chat-widget-text', text);
      expectContrast(`text ${text} on the surface ${surface}`);
    }
  });

  it('leaves an accent as it is where it stands out already', () => {
    widget.theme = 'light';
    widget.style.setProperty('--chat-widget-accent', '#0b5d1e');
    const link = pairs.find(({ name }) => name.endsWith(' a'));
    expect(painted(...(link?.colors()[0] ?? []))).to.deep.equal([11, 93, 30]);
  });
});

/** Brings the widget to where as much as possible of it is to be seen at once. */
async function fillWith(widget: ChatWidget, { connection, platform }: Backed): Promise<void> {
  connection.connect();
  connection.receive('set_chats', [
    wireRoom('a', 'Alpha', [
      wireMessage('1', grace, 'See https://example.org'),
      wireMessage('2', ada, 'I saw https://example.org'),
      { ...wireMessage('3', grace, 'A poll'), type: 'POLL' },
    ]),
    wireRoom('b', 'Beta'),
  ]);
  widget.selectRoom('a');
  connection.receive('message_broadcast', { ...wireMessage('4', linus, 'Unread'), room: 'b' });
  connection.receive('error', 'Something went wrong');
  widget.maxLength = 40;
  await afterPaint(2);
  widget.sendMessage('Too long'.repeat(9));
  widget.setDraft('x'.repeat(45));
  connection.receive('show_start_typing', { room: 'a', user: wire(grace) });
  connection.refuse({ message: 'Your sign-in has ended' });
  platform.clock.pass(5000);
  await afterPaint(3);
}

function textPairs(widget: ChatWidget): Pair[] {
  return texts(widget).map((element) => ({
    name: nameOf(element),
    least: 4.5,
    colors: () => {
      const back = backdrop(element);
      return [[...back, getComputedStyle(element).color], back];
    },
  }));
}

/** What has to be seen to be used, and what is around it. */
function shapePairs(widget: ChatWidget): Pair[] {
  const surface = (): string => getComputedStyle(panel).backgroundColor;
  const panel = widget.shadowRoot?.querySelector('[part="panel"]') ?? widget;
  const within = (tag: string, selector: string): Element => {
    const found = widget.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`${tag} has no ${selector}`);
    return found;
  };
  const shapes: readonly [
    Element,
    'borderTopColor' | 'color' | '--_cw-focus' | '--_cw-online' | '--_cw-accent-edge',
  ][] = [
    [within('chat-widget-composer', '.composer'), 'borderTopColor'],
    [within('chat-widget-connection-status', '.button'), 'borderTopColor'],
    [panel, '--_cw-focus'],
    [panel, '--_cw-online'],
    [panel, '--_cw-accent-edge'],
  ];
  return shapes.map(([element, property]) => ({
    name: `${nameOf(element)} ${property}`,
    least: 3,
    colors: () => {
      const style = getComputedStyle(element);
      const color = property.startsWith('--') ? style.getPropertyValue(property) : style[property as 'color'];
      return [[surface(), color], [surface()]];
    },
  }));
}
