import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-notices/chat-widget-notices.ts';
import type { ChatWidgetNotices } from '../../../src/elements/chat-widget-notices/chat-widget-notices.ts';
import { mount, type Mounted, part, textOf } from '../../support/mount.ts';

const notices = html`<chat-widget-notices></chat-widget-notices>`;

async function mountWith(...messages: string[]): Promise<Mounted<ChatWidgetNotices>> {
  const mounted = await mount<ChatWidgetNotices>(notices);
  const { element, session } = mounted;
  for (const [index, message] of messages.entries()) {
    session.dispatch({ type: 'error-received', id: `error-${index}`, error: { message } });
  }
  await element.updateComplete;
  return mounted;
}

const buttons = (element: ChatWidgetNotices): HTMLButtonElement[] => [
  ...(element.shadowRoot?.querySelectorAll('button') ?? []),
];

describe('chat-widget-notices', () => {
  it('shows nothing while there is no error', async () => {
    const { element } = await mountWith();
    expect(textOf(element.shadowRoot)).to.equal('');
    expect(element.getBoundingClientRect().height).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('shows each error, speaks it, and is accessible', async () => {
    const { element } = await mountWith('Room not found', 'You are too fast');
    const alerts = [...(element.shadowRoot?.querySelectorAll('[role=alert]') ?? [])];
    expect(alerts.map(textOf)).to.eql(['Room not found', 'You are too fast']);
    await expect(element).to.be.accessible();
  });

  it('shows what a server says as text', async () => {
    const { element } = await mountWith('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(part(element, 'message'))).to.equal('<img src=x onerror=alert(1)>');
  });

  it('counts the same error instead of speaking it again', async () => {
    const { element } = await mountWith('Room not found', 'Room not found', 'Room not found');
    expect(element.shadowRoot?.querySelectorAll('[part=notice]')).to.have.length(1);
    expect(textOf(part(element, 'count'))).to.equal('3 times');
    expect(textOf(part(element, 'message'))).to.equal('Room not found');
  });

  it('asks to dismiss the one whose button is pressed', async () => {
    const { element, session } = await mountWith('First', 'Second');
    const [, second] = buttons(element);
    expect(second?.getAttribute('aria-label')).to.equal('Dismiss: Second');
    second?.click();
    expect(session.requests).to.eql([{ name: 'dismiss-notice', detail: { id: 'error-1' } }]);
  });

  it('passes the focus on to the next one, so that all can be dismissed by one key', async () => {
    const { element, session } = await mountWith('First', 'Second');
    buttons(element)[0]?.focus();
    buttons(element)[0]?.click();
    session.dispatch({ type: 'notice-dismissed', id: 'error-0' });
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Dismiss: Second');
  });

  it('can be read however long it is', async () => {
    const { element } = await mountWith('x'.repeat(5000));
    element.style.display = 'block';
    element.style.width = '320px';
    expect(part(element, 'notice').scrollWidth).to.be.at.most(320);
    expect(element.getBoundingClientRect().height).to.be.below(250);
  });
});
