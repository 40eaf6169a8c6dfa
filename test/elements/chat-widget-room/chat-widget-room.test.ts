import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../src/elements/chat-widget-room/chat-widget-room.ts';
import type { ChatWidgetRoom } from '../../../src/elements/chat-widget-room/chat-widget-room.ts';
import type { Message, Room } from '../../../src/protocol/model.ts';
import { ada, grace, linus, message, NOON, roomWith } from '../../support/fixtures.ts';
import { inner, mount, type Mounted, part, textOf } from '../../support/mount.ts';
import { fakeSystemClock } from '../../support/system-clock.ts';

const row = html`<chat-widget-room lang="en-GB" room-id="room-1"></chat-widget-room>`;
const direct: Partial<Room> = { isGroup: false, name: '', participants: [ada, grace] };

const mountWith = (messages: readonly Message[], changes: Partial<Room> = {}): Promise<Mounted<ChatWidgetRoom>> =>
  mount<ChatWidgetRoom>(row, ({ session }) => {
    session.dispatch({ type: 'rooms-received', rooms: [roomWith(messages, changes)] });
  });

const preview = (element: ChatWidgetRoom): string => textOf(part(element, 'preview'));

describe('chat-widget-room', () => {
  fakeSystemClock();

  it('shows nothing for a room that is not known', async () => {
    const { element } = await mount<ChatWidgetRoom>(row);
    expect(textOf(element.shadowRoot)).to.equal('');
  });

  it('is accessible, with everything on it', async () => {
    const { element, session } = await mountWith([message({ body: 'Hello', createdAt: NOON })], {
      ...direct,
      unreadCount: 3,
    });
    session.dispatch({ type: 'presence-received', users: [grace] });
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('previews in the direction of what was said, whatever the name before it', async () => {
    const layla = { ...grace, name: 'ليلى حداد' };
    const directionOf = async (body: string): Promise<string> => {
      const { element } = await mountWith([message({ body, sender: layla })], { participants: [ada, layla] });
      return getComputedStyle(part(element, 'preview')).direction;
    };
    expect(await directionOf('On the blue shelf.')).to.equal('ltr');
    expect(await directionOf('على الرف الأزرق.')).to.equal('rtl');
  });

  it('is called by the other person, or by the name of the group', async () => {
    const { element } = await mountWith([], direct);
    expect(textOf(part(element, 'title'))).to.equal('Grace Hopper');
    const group = await mountWith([]);
    expect(textOf(part(group.element, 'title'))).to.equal('Analytical engine');
  });

  it('names those in a group without a name as the language lists people', async () => {
    const { element } = await mountWith([], { name: '', isGroup: true });
    expect(textOf(part(element, 'title'))).to.equal('Grace Hopper, Linus Pauling');
    element.lang = 'de';
    await waitUntil(() => textOf(part(element, 'title')) === 'Grace Hopper und Linus Pauling');
  });

  it('has a presence badge only in a direct room', async () => {
    const { element } = await mountWith([], direct);
    expect(element.shadowRoot?.querySelector('chat-widget-presence-badge')?.userId).to.equal(grace.id);
    const group = await mountWith([]);
    expect(group.element.shadowRoot?.querySelector('chat-widget-presence-badge')).to.equal(null);
  });

  const previews: readonly (readonly [string, Partial<Message>, Partial<Room>, string])[] = [
    ["another's text in a direct room", { body: 'Hello' }, direct, 'Hello'],
    ["another's text in a group, by name", { body: 'Hello' }, {}, 'Grace Hopper: Hello'],
    ['an own text', { body: 'Hello', sender: ada }, direct, 'You: Hello'],
    ['a text of many lines as one', { body: '\n One\n\n two ' }, direct, 'One two'],
    [
      'a long bold text without its marks',
      { body: `*${'long '.repeat(60)}one*` },
      direct,
      `${'long '.repeat(40).trim()}…`,
    ],
    ['a text of an unknown type', { body: 'cat.png', type: 'USER_IMAGE_MESSAGE' }, direct, 'cat.png'],
    ['an unknown type without a text', { body: '', type: 'USER_IMAGE_MESSAGE' }, direct, 'New kind of message'],
    ['a notice of nobody', { body: 'Grace left', sender: { id: '', name: '', email: '' } }, {}, 'Grace left'],
    ['somebody without a name', { body: 'Hi', sender: { id: 'x7', name: '', email: '' } }, {}, 'x7: Hi'],
  ];
  for (const [what, change, changes, expected] of previews) {
    it(`previews ${what}`, async () => {
      const { element } = await mountWith([message(change)], changes);
      expect(preview(element)).to.equal(expected);
    });
  }

  it('puts no more of a long text on the page than fits', async () => {
    const { element } = await mountWith([message({ body: 'long '.repeat(20_000) })], direct);
    expect(preview(element).length).to.be.below(300);
    element.style.width = '280px';
    expect(element.scrollWidth).to.be.at.most(280);
  });

  it('says that a room is empty', async () => {
    const { element } = await mountWith([]);
    expect(preview(element)).to.equal('No messages yet.');
  });

  it('shows an own text that was not sent', async () => {
    const { element, session } = await mountWith([], direct);
    session.dispatch(
      { type: 'message-queued', message: { ...message({ sender: ada, body: 'Hello' }), clientId: 'own' } },
      { type: 'message-failed', roomId: 'room-1', key: 'own', failure: { message: 'Too long' } },
    );
    await element.updateComplete;
    expect(preview(element)).to.equal('Not sent You: Hello');
  });

  it('shows an own text that is on its way, or that waits for a connection', async () => {
    const { element, session } = await mountWith([], direct);
    session.dispatch({
      type: 'message-queued',
      message: { ...message({ sender: ada, body: 'Hello' }), clientId: 'own' },
    });
    await element.updateComplete;
    expect(preview(element)).to.equal('Will be sent once connected You: Hello');
    session.connect();
    await element.updateComplete;
    expect(preview(element)).to.equal('Sending… You: Hello');
    expect(part(element, 'preview').querySelector('svg')).to.exist;
    session.dispatch({
      type: 'messages-received',
      messages: [message({ sender: ada, body: 'Hello', clientId: 'own' })],
    });
    await element.updateComplete;
    expect(preview(element)).to.equal('You: Hello');
  });

  it('shows who types in place of the last message', async () => {
    const { element, session } = await mountWith([message({ body: 'Hello' })]);
    const type = async (...users: (typeof grace)[]): Promise<string> => {
      for (const user of users) session.dispatch({ type: 'typing-started', user, roomId: 'room-1' });
      await element.updateComplete;
      return preview(element);
    };
    expect(await type(grace)).to.equal('Grace Hopper is typing…');
    expect(await type(linus)).to.equal('Grace Hopper and Linus Pauling are typing…');
    expect(await type({ id: 'm', name: 'Mary', email: '' })).to.equal('Several people are typing…');
    expect(part(element, 'room').part.contains('typing')).to.equal(true);
    for (const user of [grace, linus, { id: 'm', name: '', email: '' }]) {
      session.dispatch({ type: 'typing-ended', user, roomId: 'room-1' });
    }
    await element.updateComplete;
    expect(preview(element)).to.equal('Grace Hopper: Hello');
  });

  it('shows when it was active, and nothing when that is not known', async () => {
    const { element } = await mountWith([message({ createdAt: NOON - 86_400_000 })]);
    const time = inner(element, 'chat-widget-timestamp');
    await time.updateComplete;
    expect(textOf(time.shadowRoot)).to.equal('yesterday');
    const silent = await mountWith([]);
    expect(() => part(silent.element, 'time')).to.throw();
  });

  const counts: readonly (readonly [number, string, string])[] = [
    [1, '1', '1 unread message'],
    [120, '99+', '120 unread messages'],
  ];
  for (const [unreadCount, shown, spoken] of counts) {
    it(`shows ${shown} for ${unreadCount} unread, and speaks the number`, async () => {
      const { element } = await mountWith([], { unreadCount });
      expect(textOf(part(element, 'unread-count'))).to.equal(shown);
      expect(part(element, 'unread-count').getAttribute('aria-hidden')).to.equal('true');
      expect(textOf(part(element, 'room'))).to.contain(spoken);
      expect(part(element, 'room').part.contains('unread')).to.equal(true);
    });
  }

  it('marks the open room', async () => {
    const { element } = await mountWith([]);
    expect(part(element, 'room').hasAttribute('aria-current')).to.equal(false);
    element.current = true;
    await element.updateComplete;
    expect(part(element, 'room').getAttribute('aria-current')).to.equal('true');
    expect(part(element, 'room').part.contains('current')).to.equal(true);
  });

  it('tells that it was chosen, by an event that reaches the page and may be prevented', async () => {
    const { element, provider } = await mountWith([]);
    const chosen = oneEvent(document, 'chat-room-select');
    part(element, 'room').click();
    const event = await chosen;
    expect(event.detail).to.eql({ roomId: 'room-1' });
    expect(event.cancelable).to.equal(true);
    expect(provider.activeRoomId).to.equal('room-1');
  });

  it('is no stop of the Tab key where its list says so', async () => {
    const { element } = await mountWith([]);
    expect(part(element, 'room').tabIndex).to.equal(0);
    element.tabStop = false;
    await element.updateComplete;
    expect(part(element, 'room').tabIndex).to.equal(-1);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'room'));
  });

  it('is as high without a message as with one, for its list counts on it', async () => {
    const { element } = await mountWith([]);
    const full = await mountWith([message({ body: 'Hello' })], { unreadCount: 120 });
    expect(element.offsetHeight).to.equal(full.element.offsetHeight);
  });
});
