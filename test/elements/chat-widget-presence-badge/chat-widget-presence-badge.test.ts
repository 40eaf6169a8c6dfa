import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-presence-badge/chat-widget-presence-badge.ts';
import type { ChatWidgetPresenceBadge } from '../../../src/elements/chat-widget-presence-badge/chat-widget-presence-badge.ts';
import { grace, linus } from '../../support/fixtures.ts';
import { mount, part, textOf } from '../../support/mount.ts';

const badge = html`<chat-widget-presence-badge user-id=${grace.id}></chat-widget-presence-badge>`;

describe('chat-widget-presence-badge', () => {
  it('shows nothing while it is not known who is online', async () => {
    const { element } = await mount<ChatWidgetPresenceBadge>(badge);
    expect(textOf(element.shadowRoot)).to.equal('');
    expect(element.shadowRoot?.childElementCount).to.equal(0);
  });

  it('shows a dot, and says what it means, for somebody who is online', async () => {
    const { element, session } = await mount<ChatWidgetPresenceBadge>(badge);
    session.dispatch({ type: 'presence-received', users: [grace] });
    await element.updateComplete;
    expect(part(element, 'dot')).to.exist;
    expect(textOf(element.shadowRoot)).to.equal('Online');
    await expect(element).to.be.accessible();
  });

  it('goes when the person does, and when the connection does', async () => {
    const { element, session } = await mount<ChatWidgetPresenceBadge>(badge);
    const isShown = async (): Promise<boolean> => {
      await element.updateComplete;
      return element.shadowRoot?.childElementCount !== 0;
    };
    session.connect();
    session.dispatch({ type: 'presence-received', users: [grace] });
    expect(await isShown()).to.equal(true);
    session.dispatch({ type: 'presence-received', users: [linus] });
    expect(await isShown()).to.equal(false);
    session.dispatch({ type: 'presence-received', users: [grace] });
    expect(await isShown()).to.equal(true);
    session.disconnect();
    expect(await isShown()).to.equal(false);
  });

  it('follows its user', async () => {
    const { element, session } = await mount<ChatWidgetPresenceBadge>(badge);
    session.dispatch({ type: 'presence-received', users: [linus] });
    element.userId = linus.id;
    await element.updateComplete;
    expect(part(element, 'dot')).to.exist;
  });

  it("speaks the page's words", async () => {
    const { element } = await mount<ChatWidgetPresenceBadge>(badge, (provider) => {
      provider.strings = { online: 'En ligne' };
      provider.session.dispatch({ type: 'presence-received', users: [grace] });
    });
    expect(textOf(element.shadowRoot)).to.equal('En ligne');
  });
});
