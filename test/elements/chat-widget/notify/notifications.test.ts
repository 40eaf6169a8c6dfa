import { expect } from '@open-wc/testing';
import { Notifications } from '../../../../src/elements/chat-widget/notify/notifications.ts';
import type { NotifyView } from '../../../../src/elements/chat-widget/notify/notify-view.ts';
import type { Message } from '../../../../src/protocol/model.ts';
import { FakeDevice } from '../../../support/fake-device.ts';
import { FakePlatform } from '../../../support/fake-platform.ts';
import { FakeSession } from '../../../support/fake-session.ts';
import { message, roomWith } from '../../../support/fixtures.ts';
import { settled } from '../../../support/wired-session.ts';
import { FakeAudio, FakeDesktop } from './fake-browser.ts';

/** A page of Ada, whose rooms are there and read. */
class Tab {
  readonly platform: FakePlatform;
  readonly session = new FakeSession();
  readonly host = document.createElement('div');
  readonly announced: Message[] = [];
  readonly opened: string[] = [];
  ways = new Set<string>();
  isVetoed = false;
  readonly notifications: Notifications;

  constructor(ways: string, device = new FakeDevice(), visible = true) {
    this.ways = new Set(ways.split(' '));
    this.platform = new FakePlatform(device);
    this.platform.page.visible = visible;
    this.host.attachShadow({ mode: 'open' });
    document.body.append(this.host);
    this.session.dispatch({
      type: 'rooms-received',
      rooms: [roomWith([], { isGroup: false, name: '' }), roomWith([], { id: 'room-2', name: 'Moths' })],
    });
    this.notifications = new Notifications(this.#view());
  }

  #view(): NotifyView {
    return {
      host: this.host,
      session: this.session,
      platform: this.platform,
      ways: () => this.ways,
      strings: () => ({ dismiss: 'Weg', unknownMessage: 'Neu' }),
      placement: () => 'start',
      announce: ({ message: news }) => {
        this.announced.push(news);
        return !this.isVetoed;
      },
      open: (roomId) => this.opened.push(roomId),
    };
  }

  receive(changes: Partial<Message> = {}): void {
    const news = message({ body: 'Hello', ...changes });
    this.session.dispatch({ type: 'messages-received', messages: [news] });
    this.notifications.received(news);
  }

  read(roomId = 'room-1'): void {
    this.session.dispatch({ type: 'room-read', roomId });
  }

  async pass(ms: number): Promise<void> {
    this.platform.clock.pass(ms);
    await settled();
  }

  get bubble(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector('div')?.shadowRoot?.querySelector('.bubble');
  }

  get preview(): string | undefined {
    return this.bubble?.querySelector('.open')?.textContent;
  }

  button(name: string): HTMLButtonElement | undefined {
    return this.bubble?.querySelector<HTMLButtonElement>(`button.${name}`) ?? undefined;
  }
}

describe('Notifications', () => {
  const tabs: Tab[] = [];
  const audio = new FakeAudio();
  const desktop = new FakeDesktop();
  const open = (...options: ConstructorParameters<typeof Tab>): Tab => {
    const tab = new Tab(...options);
    tabs.push(tab);
    return tab;
  };
  beforeEach(() => {
    audio.install();
    desktop.install();
  });
  afterEach(async () => {
    for (const { notifications, host } of tabs.splice(0)) {
      notifications.end();
      host.remove();
    }
    await settled();
    audio.restore();
    desktop.restore();
    expect(document.title).not.to.match(/^\(/);
  });

  describe('while the room is being read', () => {
    it('tells nobody, here or in another tab', async () => {
      const device = new FakeDevice();
      const ways = 'preview title desktop sound';
      const [reader, hidden] = [open(ways, device), open(ways, device, false)];
      const news = { id: 'news' };
      for (const tab of [reader, hidden]) tab.receive(news);
      reader.read();
      await settled();
      for (const tab of [reader, hidden]) await tab.pass(700);
      expect(reader.announced).to.deep.equal([]);
      expect(reader.preview).to.equal(undefined);
      expect(audio.played).to.equal(0);
      expect(desktop.shown).to.deep.equal([]);
    });

    it('has no number flash in the title', async () => {
      const tab = open('title');
      const before = document.title;
      tab.receive();
      await tab.pass(100);
      expect(document.title).to.equal(before);
      tab.read();
      await tab.pass(1000);
      expect(document.title).to.equal(before);
    });
  });

  it('asks the page first, once for what comes at once, with the newest', async () => {
    const tab = open('preview');
    for (const body of ['one', 'two', 'three']) tab.receive({ body });
    await tab.pass(300);
    expect(tab.announced.map(({ body }) => body)).to.deep.equal(['three']);
    expect(tab.preview).to.equal('Grace Hopperthree');
  });

  it('leaves it where the page does not want it', async () => {
    const tab = open('preview desktop sound', new FakeDevice(), false);
    tab.isVetoed = true;
    tab.receive();
    await tab.pass(1000);
    expect(tab.announced).to.have.length(1);
    expect(tab.preview).to.equal(undefined);
    expect([audio.played, desktop.shown.length]).to.deep.equal([0, 0]);
  });

  it('knows no room, and tells nothing of it', async () => {
    const tab = open('preview');
    tab.receive({ roomId: 'elsewhere' });
    await tab.pass(300);
    expect(tab.announced).to.deep.equal([]);
  });

  describe('the preview', () => {
    it('names the author and in a group the room, and takes a newer one in its place', async () => {
      const tab = open('preview');
      tab.receive({ roomId: 'room-2', body: '*Hello*\nthere' });
      await tab.pass(300);
      expect(tab.preview).to.equal('Grace Hopper · MothsHello there');
      tab.receive({ body: '  ', type: 'PICTURE' });
      await tab.pass(300);
      expect(tab.preview).to.equal('Grace HopperNeu');
      expect(tab.host.shadowRoot?.querySelectorAll('div')).to.have.length(1);
    });

    it('opens its room when it is pressed, and is gone', async () => {
      const tab = open('preview');
      tab.receive();
      await tab.pass(300);
      tab.button('open')?.click();
      expect(tab.opened).to.deep.equal(['room-1']);
      expect(tab.preview).to.equal(undefined);
    });

    it('is dismissed by its button, which has a name, and by Escape', async () => {
      const tab = open('preview');
      tab.receive();
      await tab.pass(300);
      expect(tab.button('dismiss')?.ariaLabel).to.equal('Weg');
      tab.button('dismiss')?.click();
      expect(tab.preview).to.equal(undefined);
      tab.receive();
      await tab.pass(300);
      tab.button('open')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      expect(tab.preview).to.equal(undefined);
      expect(tab.opened).to.deep.equal([]);
    });

    it('takes no focus, and gives back what it has when it goes', async () => {
      const tab = open('preview');
      tab.host.tabIndex = 0;
      const active = document.activeElement;
      tab.receive();
      await tab.pass(300);
      expect(document.activeElement).to.equal(active);
      tab.button('dismiss')?.focus();
      tab.button('dismiss')?.click();
      expect(tab.host.shadowRoot?.activeElement).to.equal(null);
      expect(document.activeElement).to.equal(tab.host);
    });

    it('goes by itself, but not while somebody is at it or away', async () => {
      const tab = open('preview');
      tab.receive();
      await tab.pass(300);
      tab.button('open')?.focus();
      await tab.pass(8000);
      expect(tab.preview).not.to.equal(undefined);
      tab.button('open')?.blur();
      tab.platform.page.tell('hidden');
      await tab.pass(8000);
      expect(tab.preview).not.to.equal(undefined);
      tab.platform.page.tell('visible');
      await tab.pass(8000);
      expect(tab.preview).to.equal(undefined);
    });

    it('goes when the room is read, and when there is no place for it any more', async () => {
      const tab = open('preview');
      tab.receive();
      await tab.pass(300);
      tab.read('room-2');
      expect(tab.preview).not.to.equal(undefined);
      tab.read();
      expect(tab.preview).to.equal(undefined);
      tab.receive();
      await tab.pass(300);
      tab.ways.delete('preview');
      tab.notifications.renew();
      expect(tab.preview).to.equal(undefined);
    });

    it('is accessible', async () => {
      const tab = open('preview');
      tab.receive();
      await tab.pass(300);
      // It fades in, and its colors are the final ones after that.
      await Promise.all((tab.bubble?.getAnimations({ subtree: true }) ?? []).map(({ finished }) => finished));
      await expect(tab.host).to.be.accessible();
    });
  });

  describe('sound', () => {
    it('is heard once, in however many tabs', async () => {
      const device = new FakeDevice();
      const all = [open('sound', device, false), open('sound', device), open('sound', device, false)];
      for (const tab of all) tab.receive({ id: 'news' });
      for (const ms of [299, 1, 300]) for (const tab of all) await tab.pass(ms);
      expect(audio.played).to.equal(1);
    });

    it('is heard every two seconds at most, and again after that', async () => {
      const tab = open('sound');
      for (let second = 0; second < 3; second += 1) {
        tab.receive();
        tab.receive({ roomId: 'room-2' });
        await tab.pass(1000);
      }
      expect(audio.played).to.equal(2);
    });

    it('is heard in the tab that is left', async () => {
      const device = new FakeDevice();
      const [gone, left] = [open('sound', device), open('sound', device)];
      gone.receive({ id: 'first' });
      await gone.pass(300);
      gone.notifications.end();
      left.receive({ id: 'second' });
      await left.pass(300);
      expect(audio.played).to.equal(2);
    });

    it('is heard where browsers have no locks', async () => {
      const tab = open('sound');
      tab.platform.locks.supported = false;
      tab.receive();
      await tab.pass(300);
      expect(audio.played).to.equal(1);
    });
  });

  describe('desktop notifications', () => {
    const hidden = (device = new FakeDevice()) => open('desktop', device, false);

    it('are shown once by all tabs together, in place of the one before of that room', async () => {
      const device = new FakeDevice();
      const all = [hidden(device), hidden(device)];
      for (const body of ['one', 'two']) {
        for (const tab of all) tab.receive({ id: body, body });
        for (const tab of all) await tab.pass(600);
      }
      expect(desktop.shown.map(({ title, body, tag }) => [title, body, tag])).to.deep.equal([
        ['Grace Hopper', 'one', 'chat-widget room-1'],
        ['Grace Hopper', 'two', 'chat-widget room-1'],
      ]);
    });

    it('are none while a page is visible, whose turn comes first', async () => {
      const device = new FakeDevice();
      const [front, back] = [open('desktop preview', device), hidden(device)];
      for (const tab of [front, back]) tab.receive({ id: 'news' });
      for (const ms of [300, 300]) for (const tab of [front, back]) await tab.pass(ms);
      expect(desktop.shown).to.deep.equal([]);
      expect(front.preview).not.to.equal(undefined);
    });

    it('open the room when they are clicked', async () => {
      const tab = hidden();
      tab.receive();
      await tab.pass(600);
      desktop.shown[0]?.onclick?.();
      expect(tab.opened).to.deep.equal(['room-1']);
      expect(desktop.shown[0]?.isClosed).to.equal(true);
    });

    it('go when the room is read, or the widget', async () => {
      const tab = hidden();
      tab.receive();
      tab.receive({ roomId: 'room-2' });
      await tab.pass(600);
      tab.read();
      expect(desktop.shown.map(({ isClosed }) => isClosed)).to.deep.equal([true, false]);
      tab.notifications.end();
      expect(desktop.shown.map(({ isClosed }) => isClosed)).to.deep.equal([true, true]);
    });

    it('are silent where the page has a sound of its own', async () => {
      const tab = open('desktop sound', new FakeDevice(), false);
      tab.receive();
      await tab.pass(600);
      expect(desktop.shown[0]?.silent).to.equal(true);
      expect(audio.played).to.equal(1);
    });

    for (const permission of ['denied', 'default'] as const) {
      it(`are none while the permission is ${permission}, and nobody is asked`, async () => {
        desktop.permission = permission;
        const tab = hidden();
        tab.receive();
        await tab.pass(600);
        expect(desktop.shown).to.deep.equal([]);
        expect(desktop.asked).to.equal(0);
      });
    }

    it('are none where only service workers may show them', async () => {
      desktop.isForbidden = true;
      const tab = hidden();
      tab.receive();
      await tab.pass(600);
      expect(tab.announced).to.have.length(1);
    });
  });

  it('counts in the title while that is wanted, and leaves nothing behind', async () => {
    document.title = 'Page';
    const before = document.title;
    const tab = open('title');
    tab.receive();
    tab.receive();
    await tab.pass(300);
    expect(document.title).to.equal(`(2) ${before}`);
    tab.ways.delete('title');
    tab.notifications.renew();
    expect(document.title).to.equal(before);
    tab.receive();
    tab.notifications.end();
    expect(tab.platform.clock.waiting).to.equal(0);
    expect(tab.platform.device.held.size).to.equal(0);
  });
});
