import { expect } from '@open-wc/testing';
import { NotifyController, type NotifyHost } from '../../../../src/elements/chat-widget/notify/notify-controller.ts';
import type { Notifications } from '../../../../src/elements/chat-widget/notify/notifications.ts';
import type { NotifyView } from '../../../../src/elements/chat-widget/notify/notify-view.ts';
import { ChatMessageReceiveEvent } from '../../../../src/events/chat-message-receive-event.ts';
import { ChatUnreadChangeEvent } from '../../../../src/events/chat-unread-change-event.ts';
import type { Session } from '../../../../src/session/session.ts';
import { FakeSession } from '../../../support/fake-session.ts';
import { message, room, roomWith } from '../../../support/fixtures.ts';
import { settled } from '../../../support/wired-session.ts';

/** Stands where the fetched file stands, and notes what becomes of it. */
class FakeNotifications implements Pick<Notifications, 'received' | 'renew' | 'end'> {
  static all: FakeNotifications[] = [];
  readonly received = (): unknown => this.calls.push('received');
  readonly renew = (): unknown => this.calls.push('renew');
  readonly end = (): unknown => this.calls.push('end');
  readonly calls: string[] = [];
  readonly view: NotifyView;

  constructor(view: NotifyView) {
    this.view = view;
    FakeNotifications.all.push(this);
  }
}

function setUp(attributes: Record<string, string> = {}, properties: Partial<NotifyHost> = {}) {
  FakeNotifications.all = [];
  const host: NotifyHost = Object.assign(document.createElement('div'), properties);
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  const own = { session: new FakeSession() as Session | undefined, fails: false, fetched: 0 };
  const load = async (): Promise<{ Notifications: typeof Notifications }> => {
    own.fetched += 1;
    if (own.fails) throw new TypeError('Failed to fetch');
    return Promise.resolve({ Notifications: FakeNotifications as unknown as typeof Notifications });
  };
  const controller = new NotifyController(
    host,
    () => own.session,
    () => ({ dismiss: 'Weg' }),
    load,
  );
  controller.hostConnected();
  controller.hostUpdated();
  const receive = async (): Promise<void> => {
    host.dispatchEvent(new ChatMessageReceiveEvent({ message: message() }));
    await settled();
  };
  return { host, own, controller, receive };
}
const unread = { type: 'rooms-received' as const, rooms: [roomWith([], { unreadCount: 2 })] };

describe('NotifyController', () => {
  const wishes: readonly (readonly [what: string, attributes: Record<string, string>, ways: string[]])[] = [
    ['a preview, by default', {}, ['preview']],
    ['what the attribute names', { notify: ' title  badge' }, ['title', 'badge']],
    ['a sound besides', { sound: '' }, ['preview', 'sound']],
    ['a sound alone', { notify: 'none', sound: '' }, ['none', 'sound']],
  ];
  for (const [what, attributes, ways] of wishes) {
    it(`fetches with the first message, for ${what}`, async () => {
      const { own, receive } = setUp(attributes);
      expect(own.fetched).to.equal(0);
      await receive();
      await receive();
      expect(own.fetched).to.equal(1);
      expect([...(FakeNotifications.all[0]?.view.ways() ?? [])].filter(Boolean)).to.deep.equal(ways);
      expect(FakeNotifications.all[0]?.calls).to.deep.equal(['received', 'received']);
    });
  }

  const idle: readonly (readonly [
    what: string,
    attributes: Record<string, string>,
    properties: Partial<NotifyHost>,
  ])[] = [
    ['nothing is wanted', { notify: 'none' }, {}],
    ['the attribute is empty', { notify: '' }, {}],
    ['a preview has no place', {}, { mode: 'inline' }],
    ['the panel is open', {}, { open: true }],
  ];
  for (const [what, attributes, properties] of idle) {
    it(`fetches nothing where ${what}`, async () => {
      const { own, receive } = setUp(attributes, properties);
      await receive();
      expect(own.fetched).to.equal(0);
    });
  }

  it('believes the property rather than the attribute', async () => {
    const { receive } = setUp({ notify: 'title' }, { notify: 'badge', sound: false });
    await receive();
    expect([...(FakeNotifications.all[0]?.view.ways() ?? [])]).to.deep.equal(['badge']);
  });

  it('fetches for what was unread before, where that is counted', async () => {
    for (const [notify, fetched] of [
      ['title', 1],
      ['badge', 1],
      ['preview desktop', 0],
    ] as const) {
      const { own, controller, host } = setUp({ notify });
      (own.session as FakeSession).dispatch(unread);
      host.dispatchEvent(new ChatUnreadChangeEvent({ unreadCount: 2 }));
      controller.hostUpdated();
      await settled();
      expect(own.fetched, notify).to.equal(fetched);
    }
  });

  it('does not mind what happens to a widget inside', async () => {
    const { host, own } = setUp();
    host.append(document.createElement('p'));
    host.firstChild?.dispatchEvent(new ChatMessageReceiveEvent({ message: message() }));
    await settled();
    expect(own.fetched).to.equal(0);
  });

  it('begins anew with another person, and ends with the widget', async () => {
    const { own, controller, receive } = setUp();
    await receive();
    own.session = new FakeSession();
    controller.hostUpdated();
    await receive();
    const [first, second] = FakeNotifications.all;
    expect(first?.calls).to.deep.equal(['received', 'end']);
    expect(second?.calls).to.deep.equal(['received']);
    controller.hostDisconnected();
    await receive();
    expect(second?.calls.at(-1)).to.equal('end');
    expect(FakeNotifications.all).to.have.length(2);
    controller.hostConnected();
    await receive();
    expect(FakeNotifications.all).to.have.length(3);
  });

  it('tells nobody of what was fetched too late', async () => {
    const { host, controller } = setUp();
    host.dispatchEvent(new ChatMessageReceiveEvent({ message: message() }));
    controller.hostDisconnected();
    await settled();
    expect(FakeNotifications.all).to.have.length(0);
  });

  it('tries again with the next message where nothing could be fetched', async () => {
    const { own, receive } = setUp();
    own.fails = true;
    await receive();
    own.fails = false;
    await receive();
    expect(FakeNotifications.all[0]?.calls).to.deep.equal(['received']);
  });

  it('asks the page by a cancelable event', async () => {
    const { host, receive } = setUp();
    await receive();
    const detail = { message: message(), room: room() };
    expect(FakeNotifications.all[0]?.view.announce(detail)).to.equal(true);
    host.addEventListener('chat-notify', (event) => {
      expect(event.detail).to.equal(detail);
      event.preventDefault();
    });
    expect(FakeNotifications.all[0]?.view.announce(detail)).to.equal(false);
  });

  it('opens a room as a person would', async () => {
    const done: string[] = [];
    const { receive } = setUp(
      {},
      {
        selectRoom: (id) => done.push(id),
        show: () => done.push('show'),
        focus: () => {
          done.push('focus');
        },
      },
    );
    await receive();
    FakeNotifications.all[0]?.view.open('room-1');
    expect(done).to.deep.equal(['room-1', 'show', 'focus']);
  });
});
