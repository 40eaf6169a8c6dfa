import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { ChatWidget } from '../../../src/elements/chat-widget/chat-widget.ts';
import '../../../src/elements/chat-widget/chat-widget.ts';
import '../../../src/elements/chat-widget/panel.ts';
import { afterPaint } from '../../support/after-paint.ts';
import { type Backed, backSession, SERVER_URL } from '../../support/backed-session.ts';
import { ada, grace } from '../../support/fixtures.ts';

const wire = ({ id, name, email }: typeof ada) => ({ user_id: id, email, name });
const ROOM = { room_id: 'a', name: 'Alpha', is_group: true, participants: [wire(ada), wire(grace)] };
const NEWS = {
  _id: 'm1',
  room: 'a',
  user: wire(grace),
  message_body: 'Hello',
  type: 'USER_TEXT_MESSAGE',
  created_at: '2026-05-04T12:00:00Z',
};

describe('states of chat-widget', () => {
  let backed: Backed;

  async function mountWidget(more: Record<string, string> = {}, content = ''): Promise<ChatWidget> {
    backed = backSession(ada);
    const widget = document.createElement('chat-widget');
    const attributes = { 'server-url': SERVER_URL, 'user-id': ada.id, 'user-name': ada.name, ...more };
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.insertAdjacentHTML('beforeend', content);
    (await fixture(html`<div></div>`)).append(widget);
    await afterPaint(2);
    return widget;
  }

  afterEach(() => {
    fixtureCleanup();
    backed.lease.release({ linger: false });
    backed.platform.clock.pass(400);
  });

  const states = (widget: ChatWidget): string[] =>
    ['open', 'connected', 'unread', 'empty'].filter((name) => widget.matches(`:state(${name})`));

  it('are there for the page to style', async () => {
    const widget = await mountWidget();
    expect(states(widget)).to.deep.equal([]);
    backed.connection.connect();
    backed.connection.receive('set_chats', []);
    await afterPaint(2);
    expect(states(widget)).to.deep.equal(['connected', 'empty']);
    backed.connection.receive('set_chats', [ROOM]);
    backed.connection.receive('message_broadcast', NEWS);
    await afterPaint(2);
    expect(states(widget)).to.deep.equal(['connected', 'unread']);
    widget.show();
    backed.connection.cut();
    await afterPaint(2);
    expect(states(widget)).to.deep.equal(['open', 'unread']);
  });

  it('are open too where the panel cannot be closed', async () => {
    expect(states(await mountWidget({ mode: 'inline' }))).to.deep.equal(['open']);
  });

  describe('consent', () => {
    const CONSENT = '<div slot="consent">May we?</div>';
    const isAsked = (widget: ChatWidget): boolean => widget.querySelector('[slot=consent]')?.checkVisibility() ?? false;
    const hasList = (widget: ChatWidget): boolean => Boolean(widget.shadowRoot?.querySelector('chat-widget-room-list'));

    it('is asked in place of the chat, and nothing is connected, until the page says so', async () => {
      const widget = await mountWidget({ mode: 'inline', connect: 'manual' }, CONSENT);
      expect(isAsked(widget)).to.equal(true);
      expect(hasList(widget)).to.equal(false);
      expect(backed.connection.calls).to.deep.equal([]);
      widget.connect();
      await afterPaint(2);
      expect(isAsked(widget)).to.equal(false);
      expect(hasList(widget)).to.equal(true);
    });

    it('is asked again when the page has disconnected', async () => {
      const widget = await mountWidget({ mode: 'inline', connect: 'manual' }, CONSENT);
      widget.connect();
      await afterPaint(2);
      widget.disconnect();
      await afterPaint(2);
      expect(isAsked(widget)).to.equal(true);
    });

    it('leaves a way to close the panel', async () => {
      const widget = await mountWidget({ open: '', connect: 'manual' }, CONSENT);
      widget.shadowRoot?.querySelector<HTMLElement>('[part=close]')?.click();
      expect(widget.open).to.equal(false);
    });

    it('is not asked where the widget connects by itself, nor without a question', async () => {
      expect(isAsked(await mountWidget({ mode: 'inline' }, CONSENT))).to.equal(false);
      fixtureCleanup();
      expect(hasList(await mountWidget({ mode: 'inline', connect: 'manual' }))).to.equal(true);
    });
  });
});
