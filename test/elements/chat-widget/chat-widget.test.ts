import { expect, fixtureCleanup, html, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ChatWidget } from '../../../src/elements/chat-widget/chat-widget.ts';
import '../../../src/elements/chat-widget-room-dialog/chat-widget-room-dialog.ts';
import '../../../src/elements/chat-widget/chat-widget.ts';
import '../../../src/elements/chat-widget/panel.ts';
import type { User } from '../../../src/protocol/model.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { type Backed, backSession, SERVER_URL } from '../../support/backed-session.ts';
import { ada, grace, linus } from '../../support/fixtures.ts';
import { inner, part, textOf } from '../../support/mount.ts';

const wire = ({ id, name, email }: User) => ({ user_id: id, email, name });
const wireRoom = (id: string, name: string) => ({
  room_id: id,
  name,
  is_group: true,
  participants: [ada, grace, linus].map(wire),
});

type Attributes = Partial<Record<'mode' | 'open' | 'placement' | 'label' | 'room' | 'readonly' | 'theme', string>>;

describe('chat-widget', () => {
  const backed: Backed[] = [];

  /** A widget that is online, with two rooms; nothing in it moves. */
  async function mountWidget(attributes: Attributes = {}, content = '', place?: Element): Promise<ChatWidget> {
    const session = backSession(ada);
    backed.push(session);
    const widget = document.createElement('chat-widget');
    const all = { 'server-url': SERVER_URL, 'user-id': ada.id, 'user-name': ada.name, ...attributes };
    for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
    widget.style.setProperty('--chat-widget-duration', '0ms');
    widget.insertAdjacentHTML('beforeend', content);
    (place ?? (await fixture(html`<div></div>`))).append(widget);
    await widget.updateComplete;
    session.connection.connect();
    session.connection.receive('set_chats', [wireRoom('a', 'Alpha'), wireRoom('b', 'Beta')]);
    await settled(widget);
    return widget;
  }

  afterEach(() => {
    fixtureCleanup();
    for (const { lease, platform } of backed.splice(0)) {
      lease.release({ linger: false });
      platform.clock.pass(400);
    }
  });

  describe('accessibility', () => {
    for (const mode of ['launcher', 'inline', 'fullscreen']) {
      it(`is accessible in mode ${mode}, with the list and with a room, in light and in dark`, async () => {
        const widget = await mountWidget({ mode, open: '', theme: 'light' });
        await expect(widget).to.be.accessible();
        widget.selectRoom('a');
        await settled(widget);
        await expect(widget).to.be.accessible();
        widget.theme = 'dark';
        await settled(widget);
        await expect(widget).to.be.accessible();
      });
    }

    it('is a dialog beside the page in the corner, else a part of the page, by the name that it is given', async () => {
      const widget = await mountWidget({ open: '' });
      expect(part(widget, 'panel').getAttribute('role')).to.equal('dialog');
      expect(part(widget, 'panel').hasAttribute('aria-modal')).to.equal(false);
      expect(part(widget, 'panel').getAttribute('aria-label')).to.equal('Chat');
      widget.mode = 'inline';
      widget.label = 'Support';
      await widget.updateComplete;
      expect(part(widget, 'panel').getAttribute('role')).to.equal('region');
      expect(part(widget, 'panel').getAttribute('aria-label')).to.equal('Support');
    });
  });

  describe('opening and closing', () => {
    it('is closed at first and renders nothing but the button', async () => {
      const widget = await mountWidget();
      expect(widget.open).to.equal(false);
      expect(inner(widget, 'chat-widget-launcher')).to.exist;
      expect(widget.shadowRoot?.querySelector('.panel')).to.equal(null);
    });

    it('opens and closes by its methods and attribute, and reflects', async () => {
      const widget = await mountWidget();
      widget.show();
      await widget.updateComplete;
      expect(widget.hasAttribute('open')).to.equal(true);
      expect(part(widget, 'panel')).to.exist;
      widget.toggle();
      await widget.updateComplete;
      expect(widget.hasAttribute('open')).to.equal(false);
      widget.setAttribute('open', '');
      await widget.updateComplete;
      expect(part(widget, 'panel')).to.exist;
    });

    it('tells before it opens and closes, once, and does neither when the page prevents it', async () => {
      const widget = await mountWidget();
      const heard: string[] = [];
      let veto = false;
      const hear = (event: Event): void => {
        heard.push(event.type);
        if (veto) event.preventDefault();
      };
      widget.addEventListener('chat-show', hear);
      widget.addEventListener('chat-hide', hear);
      widget.show();
      widget.show();
      expect(heard).to.eql(['chat-show']);
      veto = true;
      widget.hide();
      expect(heard).to.eql(['chat-show', 'chat-hide']);
      expect(widget.open).to.equal(true);
      veto = false;
      widget.hide();
      veto = true;
      widget.show();
      expect(widget.open).to.equal(false);
    });

    it('moves the focus in when the person opens it, and back to the button when they close it', async () => {
      const widget = await mountWidget();
      const launcher = inner(widget, 'chat-widget-launcher');
      launcher.focus();
      await sendKeys({ press: 'Enter' });
      await settled(widget);
      expect(widget.open).to.equal(true);
      expect(widget.shadowRoot?.activeElement).to.equal(part(widget, 'panel'));
      await sendKeys({ press: 'Escape' });
      await settled(widget);
      expect(widget.open).to.equal(false);
      expect(widget.shadowRoot?.activeElement).to.equal(launcher);
    });

    it('leaves the focus alone when the page opens and closes it', async () => {
      const widget = await mountWidget();
      const field = document.createElement('input');
      widget.before(field);
      field.focus();
      widget.show();
      await settled(widget);
      expect(document.activeElement).to.equal(field);
      widget.hide();
      await settled(widget);
      expect(document.activeElement).to.equal(field);
    });

    it('closes by its own button', async () => {
      const widget = await mountWidget({ open: '', room: 'a' });
      const close = [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[part=close]') ?? [])].at(-1);
      expect(close?.getAttribute('aria-label')).to.equal('Close chat');
      close?.focus();
      close?.click();
      await settled(widget);
      expect(widget.open).to.equal(false);
      expect(widget.shadowRoot?.activeElement).to.equal(inner(widget, 'chat-widget-launcher'));
    });

    for (const mode of ['inline', 'fullscreen']) {
      it(`is always there in mode ${mode}, without a button to open or close it`, async () => {
        const widget = await mountWidget({ mode });
        expect(part(widget, 'panel')).to.exist;
        expect(widget.shadowRoot?.querySelector('chat-widget-launcher, [part=close]')).to.equal(null);
        part(widget, 'panel').focus();
        const heard = oneEvent(document, 'keydown');
        await sendKeys({ press: 'Escape' });
        await heard;
        expect(part(widget, 'panel')).to.exist;
      });
    }

    it('closes an inner dialog by Escape first', async () => {
      const widget = await mountWidget({ open: '' });
      const list = inner(widget, 'chat-widget-room-list');
      part(list, 'new-room').click();
      await settled(widget);
      const dialog = list.shadowRoot?.querySelector('chat-widget-room-dialog');
      await dialog?.updateComplete;
      await afterPaint();
      expect(dialog?.open).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await afterPaint();
      expect(dialog?.open).to.equal(false);
      expect(widget.open).to.equal(true);
    });
  });

  describe('layout', () => {
    const isSeen = (widget: ChatWidget, tag: 'chat-widget-room-list' | 'chat-widget-thread'): boolean =>
      inner(widget, tag).checkVisibility({ visibilityProperty: true });
    const seen = (widget: ChatWidget): readonly boolean[] => [
      isSeen(widget, 'chat-widget-room-list'),
      isSeen(widget, 'chat-widget-thread'),
    ];

    it('shows the list or the room while it is narrow, whatever the width of the window', async () => {
      const widget = await mountWidget({ open: '' });
      expect(seen(widget)).to.eql([true, false]);
      widget.selectRoom('a');
      await settled(widget);
      expect(seen(widget)).to.eql([false, true]);
      part(widget, 'back').click();
      await settled(widget);
      expect(widget.room).to.equal(undefined);
      expect(seen(widget)).to.eql([true, false]);
    });

    it('shows both when it is wide, and follows its own width', async () => {
      const widget = await mountWidget({ mode: 'inline' });
      widget.style.width = '700px';
      await afterPaint();
      expect(seen(widget)).to.eql([true, true]);
      const list = inner(widget, 'chat-widget-room-list').getBoundingClientRect();
      const thread = inner(widget, 'chat-widget-thread').getBoundingClientRect();
      expect(thread.left).to.be.at.least(list.right - 1);
      expect(part(widget, 'back').checkVisibility()).to.equal(false);
      widget.style.width = '639px';
      await afterPaint();
      expect(seen(widget)).to.eql([true, false]);
    });

    it('takes the focus along when the list gives way to a room, and back', async () => {
      const widget = await mountWidget({ open: '' });
      const list = inner(widget, 'chat-widget-room-list');
      list.focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await settled(widget);
      expect(widget.room).to.equal('b');
      expect(widget.shadowRoot?.activeElement?.localName).to.equal('chat-widget-room-header');
      part(widget, 'back').focus();
      await sendKeys({ press: 'Enter' });
      await settled(widget);
      expect(widget.shadowRoot?.activeElement).to.equal(list);
      expect((list.shadowRoot?.activeElement as HTMLElementTagNameMap['chat-widget-room']).roomId).to.equal('b');
    });

    it('goes to where one writes when both are side by side', async () => {
      const widget = await mountWidget({ mode: 'fullscreen' });
      const list = inner(widget, 'chat-widget-room-list');
      list.focus();
      await sendKeys({ press: 'Enter' });
      await settled(widget);
      expect(widget.room).to.equal('a');
      expect(widget.shadowRoot?.activeElement).to.equal(inner(widget, 'chat-widget-composer'));
    });

    it('fills its own box inline, and the whole page in fullscreen', async () => {
      const widget = await mountWidget({ mode: 'inline' });
      widget.style.height = '333px';
      expect(part(widget, 'panel').getBoundingClientRect().height).to.equal(333);
      widget.mode = 'fullscreen';
      await widget.updateComplete;
      const { x, y, width, height } = part(widget, 'panel').getBoundingClientRect();
      expect([x, y, width, height]).to.eql([0, 0, window.innerWidth, window.innerHeight]);
    });

    const corners: readonly (readonly [placement: string, dir: string, side: 'left' | 'right'])[] = [
      ['end', 'ltr', 'right'],
      ['start', 'ltr', 'left'],
      ['end', 'rtl', 'left'],
      ['start', 'rtl', 'right'],
    ];
    for (const [placement, dir, side] of corners) {
      it(`stands in the ${side} corner for ${placement} in ${dir}`, async () => {
        const place = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
        const widget = await mountWidget({ open: '', placement }, '', place);
        for (const box of [part(widget, 'panel'), inner(widget, 'chat-widget-launcher')]) {
          const { left, right } = box.getBoundingClientRect();
          const distance = side === 'left' ? left : document.documentElement.clientWidth - right;
          expect(distance).to.be.closeTo(20, 1);
        }
      });
    }

    describe('on a phone', () => {
      before(() => setViewport({ width: 390, height: 700 }));
      after(() => setViewport({ width: 800, height: 600 }));

      it('covers the screen, without the button in the corner', async () => {
        const widget = await mountWidget({ open: '' });
        const { x, y, width, height } = part(widget, 'panel').getBoundingClientRect();
        expect([x, y, width, height]).to.eql([0, 0, 390, 700]);
        expect(inner(widget, 'chat-widget-launcher').checkVisibility()).to.equal(false);
        widget.hide();
        await settled(widget);
        expect(inner(widget, 'chat-widget-launcher').checkVisibility()).to.equal(true);
      });

      it('fits 320 pixels without scrolling sideways', async () => {
        await setViewport({ width: 320, height: 500 });
        const widget = await mountWidget({ open: '', room: 'a' });
        expect(part(widget, 'panel').scrollWidth).to.equal(320);
        widget.selectRoom(undefined);
        await settled(widget);
        expect(part(widget, 'panel').scrollWidth).to.equal(320);
      });
    });
  });

  describe('slots', () => {
    const slots = [
      'launcher-icon',
      'room-list-header',
      'header-start',
      'header-actions',
      'thread-empty',
      'composer-start',
      'composer-end',
      'footer',
    ];

    it('shows what the page puts in, where it belongs', async () => {
      const content = slots.map((name) => `<i slot="${name}">${name}</i>`).join('');
      const widget = await mountWidget({ open: '', room: 'a' }, content);
      for (const name of slots) {
        expect(widget.querySelector(`[slot=${name}]`)?.assignedSlot?.name, name).to.equal(name);
      }
      expect(widget.querySelector('[slot=thread-empty]')?.checkVisibility()).to.equal(true);
    });

    it('shows its own content where the page put nothing, and gives way when something comes later', async () => {
      const widget = await mountWidget({ open: '', room: 'a' });
      const thread = inner(widget, 'chat-widget-thread');
      expect(textOf(thread.shadowRoot)).to.contain('No messages yet.');
      expect(thread.childElementCount).to.equal(0);
      const own = document.createElement('p');
      own.slot = 'thread-empty';
      widget.append(own);
      await afterPaint();
      expect(own.checkVisibility()).to.equal(true);
      own.remove();
      await afterPaint();
      expect(thread.childElementCount).to.equal(0);
    });

    it('has its parts, also those of the inner elements, where a page can style them', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        chat-widget::part(room) { --seen: room; }
        chat-widget::part(room current) { --seen-current: yes; }
        chat-widget::part(room-title) { --seen: room-title; }
        chat-widget::part(textarea) { --seen: textarea; }
        chat-widget::part(launcher) { --seen: launcher; }
        chat-widget::part(header-title) { --seen: header-title; }
      `);
      document.adoptedStyleSheets.push(sheet);
      const widget = await mountWidget({ open: '', room: 'a' });
      const list = inner(widget, 'chat-widget-room-list');
      const row = list.shadowRoot?.querySelector('chat-widget-room') as Element;
      const value = (element: Element, name = '--seen'): string => getComputedStyle(element).getPropertyValue(name);
      expect(value(part(row, 'room'))).to.equal('room');
      expect(value(part(row, 'room'), '--seen-current')).to.equal('yes');
      expect(value(part(row, 'title'))).to.equal('room-title');
      expect(value(part(inner(widget, 'chat-widget-composer'), 'textarea'))).to.equal('textarea');
      expect(value(part(inner(widget, 'chat-widget-launcher'), 'launcher'))).to.equal('launcher');
      expect(value(part(inner(widget, 'chat-widget-room-header'), 'title'))).to.equal('header-title');
      document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
    });
  });

  describe('hostile pages', () => {
    const INHERITED = [
      'color',
      'cursor',
      'font-family',
      'font-size',
      'font-style',
      'font-variant',
      'font-weight',
      'hyphens',
      'letter-spacing',
      'line-height',
      'list-style',
      'text-align',
      'text-indent',
      'text-shadow',
      'text-transform',
      'visibility',
      'white-space',
      'word-break',
      'word-spacing',
      '-webkit-text-fill-color',
    ];
    const look = (widget: ChatWidget): Record<string, string> => {
      const list = inner(widget, 'chat-widget-room-list');
      const row = list.shadowRoot?.querySelector('chat-widget-room') as Element;
      const elements = {
        panel: part(widget, 'panel'),
        heading: part(list, 'header').querySelector('h2') as Element,
        title: part(row, 'title'),
        write: part(list, 'new-room'),
        launcher: part(inner(widget, 'chat-widget-launcher'), 'launcher'),
      };
      return Object.fromEntries(
        Object.entries(elements).flatMap(([name, element]) => {
          const style = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const size: [string, string] = [`${name} size`, `${width} × ${height}`];
          return [
            size,
            ...INHERITED.map((each): [string, string] => [`${name} ${each}`, style.getPropertyValue(each)]),
          ];
        }),
      );
    };
    const hostile: readonly (readonly [string, string])[] = [
      [
        'hands down every inherited property',
        `body { color: red; cursor: wait; font: italic small-caps 900 40px/3 monospace; letter-spacing: 9px;
          text-align: right; text-indent: 3em; text-shadow: 0 0 9px red; text-transform: uppercase; white-space: pre;
          word-break: break-all; word-spacing: 1em; hyphens: auto; list-style: square; visibility: hidden;
          -webkit-text-fill-color: lime; }`,
      ],
      ['resets everything', '*, ::before, ::after { all: unset; } head, head * { display: none; }'],
      ['styles every element', '* { font-size: 33px; letter-spacing: 4px; color: red; line-height: 4; padding: 9px; }'],
      ['hides and floats elements by name', 'section, button, ul, h2, p { display: none !important; float: left; }'],
      ['makes a rem ten pixels', 'html { font-size: 62.5%; }'],
      ['makes a rem huge', 'html { font-size: 40px; }'],
    ];
    for (const [what, css] of hostile) {
      it(`looks the same on a page that ${what}`, async () => {
        const clean = await mountWidget({ open: '', theme: 'light' }, '', document.body);
        await afterPaint();
        const expected = look(clean);
        clean.remove();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
        const widget = await mountWidget({ open: '', theme: 'light' }, '', document.body);
        await afterPaint();
        try {
          expect(look(widget)).to.eql(expected);
        } finally {
          widget.remove();
          document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
        }
      });
    }

    it('keeps the direction of the page', async () => {
      const place = await fixture<HTMLElement>(html`<div dir="rtl"></div>`);
      const widget = await mountWidget({ open: '' }, '', place);
      expect(getComputedStyle(part(widget, 'panel')).direction).to.equal('rtl');
    });
  });

  describe('texts', () => {
    it("speaks the page's words everywhere", async () => {
      const widget = await mountWidget({ open: '' });
      widget.strings = { closeChat: 'Schließen', rooms: 'Gespräche' };
      await settled(widget);
      expect(part(widget, 'close').getAttribute('aria-label')).to.equal('Schließen');
      expect(textOf(part(inner(widget, 'chat-widget-room-list'), 'header'))).to.equal('Gespräche');
    });
  });

  describe('what it hands on', () => {
    it('hands the limits of the composer on', async () => {
      const widget = await mountWidget({ open: '', room: 'a' });
      widget.maxLength = 20;
      widget.sendKey = 'mod-enter';
      await settled(widget);
      const composer = inner(widget, 'chat-widget-composer');
      expect([composer.maxLength, composer.sendKey, composer.readonly]).to.eql([20, 'mod-enter', false]);
      widget.readonly = true;
      await settled(widget);
      expect(composer.readonly).to.equal(true);
    });

    it('focuses where one writes, the list, or the button', async () => {
      const widget = await mountWidget();
      const focus = async (): Promise<string | undefined> => {
        widget.focus();
        await afterPaint();
        return widget.shadowRoot?.activeElement?.localName;
      };
      expect(await focus()).to.equal('chat-widget-launcher');
      widget.show();
      expect(await focus()).to.equal('chat-widget-room-list');
      widget.selectRoom('a');
      expect(await focus()).to.equal('chat-widget-composer');
    });

    it('puts the focus on the panel when the last notice is dismissed', async () => {
      const widget = await mountWidget({ open: '' });
      backed[0]?.connection.receive('error', 'Room not found');
      await settled(widget);
      const notices = inner(widget, 'chat-widget-notices');
      await notices.updateComplete;
      part(notices, 'dismiss').focus();
      await sendKeys({ press: 'Enter' });
      await settled(widget);
      expect(() => part(notices, 'notice')).to.throw();
      expect(widget.shadowRoot?.activeElement).to.equal(part(widget, 'panel'));
    });
  });

  it('shows nothing of the user before', async () => {
    const widget = await mountWidget({ open: '' });
    const list = inner(widget, 'chat-widget-room-list');
    expect(list.shadowRoot?.querySelectorAll('chat-widget-room')).to.have.length(2);
    backed.push(backSession(grace));
    widget.setUser(grace);
    await settled(widget);
    expect(inner(widget, 'chat-widget-room-list')).not.to.equal(list);
    expect(widget.shadowRoot?.querySelectorAll('chat-widget-room')).to.have.length(0);
  });

  it('leaves nothing on the page when it is removed', async () => {
    const before = document.body.innerHTML;
    const sheets = document.adoptedStyleSheets.length;
    for (let round = 0; round < 3; round += 1) {
      const widget = await mountWidget({ open: '', room: 'a' }, '', document.body);
      widget.remove();
    }
    expect(document.body.innerHTML).to.equal(before);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });
});

/** All that follows from a change, down to the rows, is on the page. */
async function settled(widget: ChatWidget): Promise<void> {
  await widget.updateComplete;
  await afterPaint(2);
}
