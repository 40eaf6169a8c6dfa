import { expect, html } from '@open-wc/testing';
import '../../../src/elements/chat-widget-room-header/chat-widget-room-header.ts';
import type { ChatWidgetRoomHeader } from '../../../src/elements/chat-widget-room-header/chat-widget-room-header.ts';
import type { Room } from '../../../src/protocol/model.ts';
import { ada, grace, linus, roomWith } from '../../support/fixtures.ts';
import { mount, type Mounted, part, textOf } from '../../support/mount.ts';

const header = html`<chat-widget-room-header></chat-widget-room-header>`;

const mountWith = (changes: Partial<Room>, online = [grace]): Promise<Mounted<ChatWidgetRoomHeader>> =>
  mount<ChatWidgetRoomHeader>(header, (provider) => {
    provider.activeRoomId = 'room-1';
    provider.session.connect();
    provider.session.dispatch({ type: 'rooms-received', rooms: [roomWith([], changes)] });
    if (online.length > 0) provider.session.dispatch({ type: 'presence-received', users: online });
  });

describe('chat-widget-room-header', () => {
  it('shows nothing while no room is open, or one that is not known', async () => {
    const { element, provider } = await mount<ChatWidgetRoomHeader>(header);
    expect(textOf(element.shadowRoot)).to.equal('');
    provider.activeRoomId = 'nowhere';
    await element.updateComplete;
    expect(textOf(element.shadowRoot)).to.equal('');
  });

  it('names a group and counts who is there', async () => {
    const { element } = await mountWith({}, [grace, ada]);
    expect(textOf(part(element, 'title'))).to.equal('Analytical engine');
    expect(textOf(part(element, 'status'))).to.equal('3 people, 2 online');
    await expect(element).to.be.accessible();
  });

  it('counts only the people while it is not known who is there', async () => {
    const { element } = await mountWith({}, []);
    expect(textOf(part(element, 'status'))).to.equal('3 people');
  });

  it('names the other person of a direct room, and follows their presence', async () => {
    const { element, session } = await mountWith({ isGroup: false, participants: [ada, grace] });
    expect(textOf(part(element, 'title'))).to.equal('Grace Hopper');
    expect(textOf(part(element, 'status'))).to.equal('Online');
    session.dispatch({ type: 'presence-received', users: [linus] });
    await element.updateComplete;
    expect(textOf(part(element, 'status'))).to.equal('Offline');
    session.disconnect();
    await element.updateComplete;
    expect(textOf(part(element, 'status'))).to.equal('');
  });

  it('says when the other person was last seen, and keeps up with it', async () => {
    const now = Date.now();
    const { element, session } = await mountWith({ isGroup: false, participants: [ada, grace] });
    session.dispatch({ type: 'presence-received', users: [linus], at: now - 5 * 60_000 });
    await element.updateComplete;
    expect(textOf(part(element, 'status'))).to.equal('Last seen 5 minutes ago');
    session.dispatch({ type: 'presence-received', users: [grace], at: now });
    await element.updateComplete;
    expect(textOf(part(element, 'status'))).to.equal('Online');
  });

  it('does not jump when it becomes known who is there', async () => {
    const { element, session } = await mountWith({ isGroup: false, participants: [ada, grace] });
    const before = element.offsetHeight;
    session.disconnect();
    await element.updateComplete;
    expect(textOf(part(element, 'status'))).to.equal('');
    expect(element.offsetHeight).to.equal(before);
  });

  it('follows the open room', async () => {
    const { element, provider, session } = await mountWith({});
    session.dispatch({ type: 'room-added', room: roomWith([], { id: 'room-2', name: 'Second' }) });
    provider.activeRoomId = 'room-2';
    await element.updateComplete;
    expect(textOf(part(element, 'title'))).to.equal('Second');
  });

  it('takes the focus to its heading', async () => {
    const { element } = await mountWith({});
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('cuts a long title instead of growing', async () => {
    const { element } = await mountWith({ name: 'A very long name indeed '.repeat(20) });
    element.style.width = '300px';
    expect(element.scrollWidth).to.be.at.most(300);
  });
});
