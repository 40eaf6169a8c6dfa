import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../src/elements/chat-widget-message/chat-widget-message.ts';
import type { ChatWidgetMessage } from '../../../src/elements/chat-widget-message/chat-widget-message.ts';
import type { ChatLinkClickEvent } from '../../../src/events/chat-link-click-event.ts';
import { en } from '../../../src/localization/en.ts';
import { Formats } from '../../../src/localization/formats.ts';
import type { MessageEntry } from '../../../src/store/state.ts';
import { endAnimations } from '../../support/end-animations.ts';
import { ada, grace, message } from '../../support/fixtures.ts';
import { mount, part, textOf, type Mounted } from '../../support/mount.ts';
import { backdrop, contrast, painted } from '../../support/painted-colors.ts';
import { reportedErrors } from '../../support/reported-errors.ts';

function entry(changes: Partial<MessageEntry> = {}): MessageEntry {
  const made = message(changes);
  return { ...made, key: made.id, status: 'sent', ...changes };
}

function show(changes: Partial<MessageEntry> = {}): Promise<Mounted<ChatWidgetMessage>> {
  return mount<ChatWidgetMessage>(
    html`<chat-widget-message lang="en-GB" .entry=${entry(changes)}></chat-widget-message>`,
    ({ session }) => {
      session.setContacts([grace]);
    },
  );
}

const row = (element: ChatWidgetMessage): HTMLElement => part(element, 'message');
const has = (element: ChatWidgetMessage, name: string): boolean =>
  element.shadowRoot?.querySelector(`[part~="${name}"]`) !== null;

const FAILED: Partial<MessageEntry> = { sender: ada, status: 'failed', failure: { message: 'too long' } };

describe('chat-widget-message', () => {
  describe('accessibility', () => {
    const states: readonly [what: string, changes: Partial<MessageEntry>][] = [
      ['of somebody else', {}],
      ['of the person', { sender: ada }],
      ['on its way', { sender: ada, status: 'pending' }],
      ['that failed', FAILED],
      ['of an unknown type', { type: 'POLL' }],
      ['with links', { body: 'https://example.org and ada@example.org' }],
      ['with links of the person', { sender: ada, body: 'https://example.org' }],
    ];
    for (const theme of ['light', 'dark']) {
      for (const [what, changes] of states) {
        it(`is accessible with a message ${what}, ${theme}`, async () => {
          const { element, provider } = await show(changes);
          element.group = true;
          provider.setAttribute('theme', theme);
          provider.style.background = theme === 'dark' ? '#16181d' : '#fff';
          await element.updateComplete;
          await expect(element).to.be.accessible();
        });
      }
    }

    it('names each message by author and time, and describes it by its text', async () => {
      const { element } = await show({ body: 'Hello' });
      const time = Formats.for('en-GB').dateAndTime(element.entry?.createdAt ?? 0);
      expect(row(element).getAttribute('role')).to.equal('article');
      expect(row(element).getAttribute('aria-label')).to.equal(`Grace Hopper, ${time}`);
      const description = element.shadowRoot?.getElementById(row(element).getAttribute('aria-describedby') ?? '');
      expect(description?.textContent).to.equal('Hello');
    });

    it('calls the person "you", and says what has become of their message', async () => {
      const { element } = await show(FAILED);
      expect(row(element).getAttribute('aria-label')).to.match(/^You, .* Not sent: too long$/);
    });

    it('has a text beside the sign for pending and sent', async () => {
      const { element, session } = await show({ sender: ada, status: 'pending' });
      session.connect();
      await element.updateComplete;
      expect(textOf(part(element, 'status'))).to.equal(en.messagePending);
      expect(part(element, 'status').title).to.equal(en.messagePending);
      element.entry = entry({ sender: ada });
      await element.updateComplete;
      expect(textOf(part(element, 'status'))).to.equal(en.messageSent);
      expect(part(element, 'status').querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    });

    it('says with words that everybody sees that it waits for a connection, once below a group', async () => {
      const { element, session } = await show({ sender: ada, status: 'pending' });
      const widthOfWords = (): number => part(element, 'status').querySelector('.words')?.clientWidth ?? 0;
      expect(row(element).getAttribute('part')).to.equal('message own waiting pending');
      expect(row(element).getAttribute('aria-label')).to.contain(en.messageWaiting);
      expect(textOf(part(element, 'status'))).to.equal(en.messageWaiting);
      expect(widthOfWords()).to.be.greaterThan(50);
      element.followed = true;
      await element.updateComplete;
      expect(widthOfWords()).to.be.at.most(1);
      element.followed = false;
      session.connect();
      await element.updateComplete;
      expect(widthOfWords()).to.be.at.most(1);
    });
  });

  describe('text', () => {
    const HOSTILE = [
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
      '${alert(1)} {{alert(1)}} <!-- -->',
      '"><svg/onload=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '&lt;b&gt; &amp; \u0000',
    ];
    for (const body of HOSTILE) {
      it(`shows ${JSON.stringify(body)} as text`, async () => {
        const { element } = await show({ body });
        expect(part(element, 'text').textContent).to.equal(body);
        expect(part(element, 'text').children).to.have.length(0);
      });
    }

    it('shows what people mark up as elements that say so', async () => {
      const { element } = await show({ body: '*a* _b_ ~c~ `d`\n> e\n- f\n2. g\n```\nh  h\n```\nhttps://example.org' });
      const text = part(element, 'text');
      const names = ['strong', 'em', 's', 'p code', 'blockquote', 'ul li', 'ol li', 'pre', 'a'];
      expect(names.map((name) => text.querySelector(name)?.textContent)).to.deep.equal([
        'a',
        'b',
        'c',
        'd',
        'e',
        'f',
        'g',
        'h  h',
        'https://example.org',
      ]);
      expect(text.querySelector<HTMLLIElement>('ol li')?.value).to.equal(2);
      await expect(element).to.be.accessible();
    });

    it('keeps long code within the bubble', async () => {
      const { element } = await show({ body: `\`\`\`\n${'x'.repeat(500)}\n\`\`\`` });
      element.style.width = '300px';
      expect(element.scrollWidth).to.be.at.most(300);
      const pre = part(element, 'code');
      expect(pre.scrollWidth).to.be.greaterThan(pre.clientWidth);
    });

    it('fetches an image that a link leads to only when it is asked to', async () => {
      const href = `${location.origin}/__none.png`;
      const { element } = await show({ body: href });
      const text = part(element, 'text');
      expect(text.querySelector('img')).to.equal(null);
      expect(part(element, 'show-image').clientHeight, 'one line').to.be.below(40);
      row(element).tabIndex = -1;
      part(element, 'show-image').focus();
      part(element, 'show-image').click();
      const image = text.querySelector('img');
      expect(image?.src).to.equal(href);
      expect(image?.referrerPolicy).to.equal('no-referrer');
      expect(element.shadowRoot?.activeElement).to.equal(row(element));
      await waitUntil(() => text.querySelector('[role=alert]'));
      expect(text.querySelector('[role=alert]')?.textContent).to.equal(en.imageNotLoaded);
    });

    it('offers images below what links to them, so that sentences stay whole', async () => {
      const [cat, dog, fox] = ['cat', 'dog', 'fox'].map((name) => `${location.origin}/__${name}.png`);
      const { element } = await show({ body: `Look: ${cat} and *${dog}*, or ${cat} again.` });
      const links = [...part(element, 'text').querySelectorAll('a')];
      const lowest = Math.max(...links.map((link) => link.getBoundingClientRect().bottom));
      const buttons = [...part(element, 'text').querySelectorAll('button')];
      expect(buttons).to.have.length(2);
      for (const button of buttons) expect(button.getBoundingClientRect().top).to.be.at.least(lowest);
      element.entry = entry({ id: 'b', body: `One ${cat} here\n- ${dog}\n- ${fox}\nThree` });
      await element.updateComplete;
      const blocks = [...part(element, 'text').children].map(
        (block) => `${block.localName} ${block.querySelectorAll('button').length}`,
      );
      expect(blocks).to.deep.equal(['p 0', 'div 1', 'ul 0', 'div 2', 'p 0']);
    });

    it('is selected without what offers an image', async () => {
      const { element } = await show({ body: `Look: ${location.origin}/__none.png here` });
      getSelection()?.selectAllChildren(part(element, 'text'));
      expect(getSelection()?.toString()).to.equal(`Look: ${location.origin}/__none.png here`);
    });

    it('forgets the image when it shows another message', async () => {
      const { element } = await show({ id: 'a', body: `${location.origin}/__none.png` });
      part(element, 'show-image').click();
      element.entry = entry({ id: 'b', body: `${location.origin}/__other.png` });
      await element.updateComplete;
      expect(part(element, 'text').querySelector('img')).to.equal(null);
      expect(part(element, 'show-image')).to.exist;
    });

    for (const accent of ['#3b5bdb', '#767676', '#00808a', '#ffd43b', '#e64980', '#000']) {
      it(`keeps quotes and code readable on a bubble of ${accent}`, async () => {
        const body = 'a `code`\n> quote\n```\nblock\n```';
        const { element, provider } = await show({ sender: ada, body });
        provider.style.setProperty('--chat-widget-accent', accent);
        for (const shown of part(element, 'text').querySelectorAll('p code, pre, blockquote')) {
          const { color, opacity } = getComputedStyle(shown);
          const behind = backdrop(shown);
          expect(contrast(painted(...behind, color), painted(...behind)), shown.localName).to.be.at.least(4.5);
          expect(opacity).to.equal('1');
        }
      });
    }

    describe('as the page shows it', () => {
      it('is not enlarged with the emoji that it replaces', async () => {
        const { element, provider } = await show({ body: '🎉' });
        provider.messageRenderer = () => 'Party';
        await element.updateComplete;
        expect(part(element, 'text').matches('.emoji')).to.equal(false);
        provider.messageRenderer = () => null;
        await element.updateComplete;
        expect(part(element, 'text').matches('.emoji')).to.equal(true);
      });

      it('takes a template, a text or a node in place of the text', async () => {
        const { element, provider } = await show({ type: 'POLL', body: 'Tea?' });
        provider.messageRenderer = ({ type, body }) => (type === 'POLL' ? html`<button>${body}</button>` : undefined);
        await element.updateComplete;
        expect(part(element, 'text').querySelector('button')?.textContent).to.equal('Tea?');
        expect(has(element, 'unknown')).to.equal(false);
        element.entry = entry({ body: 'Hello' });
        await element.updateComplete;
        expect(part(element, 'text').textContent).to.equal('Hello');
      });

      it('survives a page that cannot', async () => {
        const { element, provider } = await show({ body: 'Hello' });
        const errors = await reportedErrors(async () => {
          provider.messageRenderer = () => {
            throw new Error('no poll');
          };
          await element.updateComplete;
        });
        expect(part(element, 'text').textContent).to.equal('Hello');
        expect(errors).to.deep.equal(['Uncaught Error: no poll']);
      });
    });

    it('shows a few emoji large, and no more', async () => {
      const { element } = await show({ body: '🎉' });
      const size = (): number => Number.parseFloat(getComputedStyle(part(element, 'text')).fontSize);
      const large = size();
      element.entry = entry({ body: 'Yes 🎉' });
      await element.updateComplete;
      expect(large).to.be.greaterThan(size() * 2);
    });

    it('draws no bubble around large emoji, own ones neither', async () => {
      const { element } = await show({ sender: ada, body: '🎉' });
      const { backgroundColor, borderColor } = getComputedStyle(part(element, 'bubble'));
      expect([backgroundColor, borderColor]).to.deep.equal(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    });

    it('keeps spaces and lines as they were written', async () => {
      const { element } = await show({ body: '  one\n\n\ttwo  ' });
      expect(part(element, 'text').textContent).to.equal('  one\n\n\ttwo  ');
      expect(getComputedStyle(part(element, 'text')).whiteSpace).to.equal('pre-wrap');
    });

    it('finds the direction by the text itself', async () => {
      const { element } = await show({ body: 'שלום' });
      expect(getComputedStyle(part(element, 'text')).direction).to.equal('rtl');
    });

    it('is in its own direction under a label in another', async () => {
      const { element } = await show({ type: 'שאלה', body: 'When?' });
      element.dir = 'rtl';
      expect(getComputedStyle(part(element, 'unknown')).direction).to.equal('ltr');
      expect(getComputedStyle(part(element, 'text')).direction).to.equal('ltr');
    });

    it('begins each line at the side of its own direction', async () => {
      const { element } = await show({ body: `${'wide '.repeat(20)}\nשלום` });
      const range = document.createRange();
      range.selectNodeContents(part(element, 'text'));
      const lastLine = [...range.getClientRects()].at(-1);
      const box = part(element, 'text').getBoundingClientRect();
      expect(lastLine?.right).to.be.closeTo(box.right, 2);
    });

    it('keeps the signs of a list within the bubble, whatever the direction', async () => {
      const { element } = await show({ body: 'Hello\n- אחת\n- two' });
      const [first, second] = part(element, 'text').querySelectorAll('li');
      const list = part(element, 'list');
      expect(getComputedStyle(list).direction).to.equal('rtl');
      for (const item of [first, second]) {
        expect(list.getBoundingClientRect().right - (item?.getBoundingClientRect().right ?? 0)).to.be.greaterThan(10);
        expect(item && getComputedStyle(item).textAlign).to.equal('right');
      }
    });

    it('breaks words that are longer than the line', async () => {
      const { element } = await show({ body: 'x'.repeat(3000) });
      element.style.width = '200px';
      expect(element.scrollWidth).to.be.at.most(200);
    });

    it('shows nothing without a message', async () => {
      const { element } = await mount<ChatWidgetMessage>(html`<chat-widget-message></chat-widget-message>`);
      expect(element.shadowRoot?.children).to.have.length(0);
    });

    it('names a type that it does not know, and shows the text all the same', async () => {
      const { element } = await show({ type: `<b>${'X'.repeat(500)}`, body: 'see https://example.org' });
      expect(textOf(part(element, 'unknown'))).to.match(/^This message \(<b>X{57}\) cannot be shown here$/);
      expect(textOf(part(element, 'text'))).to.contain('see https://example.org');
    });
  });

  describe('links', () => {
    it('lead out without telling where they come from', async () => {
      const { element } = await show({ body: 'see https://example.org/a.' });
      const link = part(element, 'link') as HTMLAnchorElement;
      expect(link.textContent).to.equal('https://example.org/a');
      expect(link.href).to.equal('https://example.org/a');
      expect(link.target).to.equal('_blank');
      expect([...link.relList].sort()).to.deep.equal(['nofollow', 'noopener', 'noreferrer', 'ugc']);
    });

    it('open a mail program in place', async () => {
      const { element } = await show({ body: 'ada@example.org' });
      const link = part(element, 'link') as HTMLAnchorElement;
      expect(link.href).to.equal('mailto:ada@example.org');
      expect(link.target).to.equal('_self');
    });

    for (const [type, button] of [
      ['click', 0],
      ['auxclick', 1],
    ] as const) {
      it(`tell the page of a ${type}, which may prevent it`, async () => {
        const { element } = await show({ body: 'https://example.org' });
        element.addEventListener('chat-link-click', (event) => {
          event.preventDefault();
        });
        const told = oneEvent<ChatLinkClickEvent>(document, 'chat-link-click');
        const click = new MouseEvent(type, { button, bubbles: true, composed: true, cancelable: true });
        part(element, 'link').dispatchEvent(click);
        expect((await told).detail).to.deep.equal({ href: 'https://example.org/', message: element.entry });
        expect(click.defaultPrevented).to.equal(true);
      });
    }

    it('leave the menu of the other button alone', async () => {
      const { element } = await show({ body: 'https://example.org' });
      let told = false;
      element.addEventListener('chat-link-click', () => {
        told = true;
      });
      part(element, 'link').dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }));
      expect(told).to.equal(false);
    });
  });

  describe('a failed message', () => {
    it('says why, and keeps its text', async () => {
      const { element } = await show({ ...FAILED, body: 'Dear all' });
      expect(textOf(part(element, 'failure'))).to.contain('Not sent: too long');
      expect(part(element, 'text').textContent).to.equal('Dear all');
    });

    it('words the reason in the language of the page where its code is known', async () => {
      const { element } = await show({ ...FAILED, failure: { code: 'no_echo', message: 'E_NO_ECHO' } });
      expect(textOf(part(element, 'failure'))).to.contain(`Not sent: ${en.failures.no_echo}`);
    });

    it('says that it failed where no reason is known', async () => {
      const { element } = await show({ sender: ada, status: 'failed' });
      expect(textOf(part(element, 'failure'))).to.contain(en.messageFailed);
    });

    for (const [name, asked] of [
      ['retry', 'retry-message'],
      ['delete', 'discard-message'],
    ] as const) {
      it(`asks for ${asked} by its button`, async () => {
        const { element, session } = await show(FAILED);
        part(element, name).click();
        const key = element.entry?.key;
        expect(session.requests).to.deep.equal([{ name: asked, detail: { roomId: 'room-1', key } }]);
      });

      it(`has a button for ${asked} that a finger hits, however short its label and small the letters`, async () => {
        const { element, provider } = await show(FAILED);
        provider.strings = { retry: '삭제', delete: '삭제' };
        provider.style.setProperty('--_cw-rem', '10px');
        provider.style.fontSize = '9px';
        await element.updateComplete;
        const { width, height } = part(element, name).getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(24);
      });
    }
  });

  describe('author and time', () => {
    it('shows name and picture in a group, once a group and never for the person', async () => {
      const { element } = await show();
      expect(has(element, 'author')).to.equal(false);
      element.group = true;
      await element.updateComplete;
      expect(textOf(part(element, 'author'))).to.equal('Grace Hopper');
      expect(part(element, 'avatar').getAttribute('user-id')).to.equal(grace.id);
      element.continued = true;
      await element.updateComplete;
      expect(has(element, 'author')).to.equal(false);
      element.continued = false;
      element.entry = entry({ sender: ada });
      await element.updateComplete;
      expect(has(element, 'author')).to.equal(false);
    });

    it('takes the name from what is known of the person where the message has none', async () => {
      const { element } = await show({ sender: { ...grace, name: '' } });
      element.group = true;
      await element.updateComplete;
      expect(textOf(part(element, 'author'))).to.equal('Grace Hopper');
    });

    it('shows the time in the language of the page, the whole date as a tooltip', async () => {
      const { element } = await show({ createdAt: new Date(2026, 4, 4, 15, 7).getTime() });
      const time = part(element, 'time') as HTMLTimeElement;
      expect(textOf(time)).to.equal('15:07');
      expect(time.title).to.contain('4 May 2026');
      expect(new Date(time.dateTime).getTime()).to.equal(element.entry?.createdAt);
    });

    it('shows the time of a message within a group only to those who look for it', async () => {
      const { element } = await show();
      expect(getComputedStyle(part(element, 'meta')).opacity).to.equal('1');
      element.followed = true;
      await element.updateComplete;
      endAnimations(element);
      expect(getComputedStyle(part(element, 'meta')).opacity).to.equal('0');
    });
  });

  it('tells its state by the tokens of its part', async () => {
    const { element, session } = await show({ sender: ada, status: 'pending' });
    session.connect();
    await element.updateComplete;
    expect(row(element).getAttribute('part')).to.equal('message own pending');
    element.continued = element.followed = element.group = true;
    element.entry = entry();
    await element.updateComplete;
    expect(row(element).getAttribute('part')).to.equal('message continued followed group sent');
  });

  it('shows a name of the other direction above the beginning of the bubble', async () => {
    const { element, provider } = await show({ body: 'a text that is longer than the name of its author by far' });
    provider.dir = 'rtl';
    element.group = true;
    await element.updateComplete;
    const [author, bubble] = ['author', 'bubble'].map((name) => part(element, name).getBoundingClientRect());
    expect(author?.right).to.be.closeTo(bubble?.right ?? NaN, 1);
    expect(author?.width).to.be.below((bubble?.width ?? 0) - 40);
  });

  it('stands on the side of its author in either direction', async () => {
    const { element, provider } = await show({ sender: ada, body: 'Hi' });
    const gapAtRight = (): number =>
      element.getBoundingClientRect().right - part(element, 'bubble').getBoundingClientRect().right;
    expect(gapAtRight()).to.be.below(40);
    provider.dir = 'rtl';
    expect(gapAtRight()).to.be.above(40);
  });
});
