import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/chat-widget-launcher/chat-widget-launcher.ts';
import type { ChatWidgetLauncher } from '../../../src/elements/chat-widget-launcher/chat-widget-launcher.ts';
import { message, roomWith } from '../../support/fixtures.ts';
import { mount, type Mounted, part, textOf } from '../../support/mount.ts';

const launcher = html`<chat-widget-launcher></chat-widget-launcher>`;

const mountWith = (unreadCount: number): Promise<Mounted<ChatWidgetLauncher>> =>
  mount<ChatWidgetLauncher>(launcher, ({ session }) => {
    session.dispatch({ type: 'rooms-received', rooms: [roomWith([], { unreadCount })] });
  });

const name = (element: ChatWidgetLauncher): string | null => part(element, 'launcher').getAttribute('aria-label');

describe('chat-widget-launcher', () => {
  it('is accessible, closed and open', async () => {
    const { element } = await mountWith(3);
    await expect(element).to.be.accessible();
    element.open = true;
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('says what it does and whether it did', async () => {
    const { element } = await mount<ChatWidgetLauncher>(launcher);
    expect(name(element)).to.equal('Open chat');
    expect(part(element, 'launcher').getAttribute('aria-expanded')).to.equal('false');
    element.open = true;
    await element.updateComplete;
    expect(name(element)).to.equal('Close chat');
    expect(part(element, 'launcher').getAttribute('aria-expanded')).to.equal('true');
  });

  it('has no number while nothing is unread', async () => {
    const { element } = await mountWith(0);
    expect(() => part(element, 'unread-count')).to.throw();
  });

  const counts: readonly (readonly [unread: number, shown: string, spoken: string])[] = [
    [1, '1', 'Open chat, 1 unread message'],
    [99, '99', 'Open chat, 99 unread messages'],
    [100, '99+', 'Open chat, 100 unread messages'],
  ];
  for (const [unread, shown, spoken] of counts) {
    it(`shows ${shown} for ${unread} unread, and speaks the whole number`, async () => {
      const { element } = await mountWith(unread);
      expect(textOf(part(element, 'unread-count'))).to.equal(shown);
      expect(name(element)).to.equal(spoken);
    });
  }

  it('follows the number, and shows none while it is open', async () => {
    const { element, session } = await mountWith(1);
    session.dispatch({ type: 'messages-received', messages: [message()] });
    await element.updateComplete;
    expect(textOf(part(element, 'unread-count'))).to.equal('2');
    element.open = true;
    await element.updateComplete;
    expect(() => part(element, 'unread-count')).to.throw();
  });

  it('lets its click be heard, and opens nothing by itself', async () => {
    const { element } = await mount<ChatWidgetLauncher>(launcher);
    const click = oneEvent(element, 'click');
    part(element, 'launcher').click();
    await click;
    expect(element.open).to.equal(false);
  });

  it("shows the page's own picture", async () => {
    const { element } = await mount<ChatWidgetLauncher>(
      html`<chat-widget-launcher><b slot="icon">?</b></chat-widget-launcher>`,
    );
    const slot = element.shadowRoot?.querySelector('slot');
    expect(slot?.assignedElements()).to.eql([element.querySelector('b')]);
  });

  it('takes the focus', async () => {
    const { element } = await mount<ChatWidgetLauncher>(launcher);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'launcher'));
  });
});
