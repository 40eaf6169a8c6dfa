import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { RequestController } from '../../src/context/request-controller.ts';
import { request } from '../../src/context/request.ts';
import { REQUEST_NAMES, type RequestName, type Requests } from '../../src/session/requests.ts';
import { FakeSession } from '../support/fake-session.ts';
import { grace, roomWith } from '../support/fixtures.ts';

class Asker extends LitElement {
  session: FakeSession | undefined = new FakeSession();
  readonly requests = new RequestController(this, () => this.session);
}
customElements.define('test-asker', Asker);

const setUp = async () => {
  const host = await fixture<Asker>(html`<test-asker><button></button></test-asker>`);
  const session = new FakeSession();
  host.session = session;
  const inner = host.querySelector('button') ?? host;
  return { host, session, inner };
};

const DETAILS: Requests = {
  send: { roomId: 'room-1', body: 'Hello' },
  'retry-message': { roomId: 'room-1', key: 'a' },
  'discard-message': { roomId: 'room-1', key: 'a' },
  'create-room': { id: 'wish', name: 'Plans', participants: [grace], isGroup: true },
  'forget-room-creation': { id: 'wish' },
  'load-older': { roomId: 'room-1' },
  'read-room': { roomId: 'room-1' },
  'change-draft': { roomId: 'room-1', text: 'Hel' },
  'signal-typing': { roomId: 'room-1', moment: 'focus' },
  'dismiss-notice': { id: 'notice' },
  reconnect: {},
};

describe('RequestController', () => {
  for (const name of REQUEST_NAMES as RequestName[]) {
    it(`takes the event chat-${name}-request to the session and no further`, async () => {
      const { host, session, inner } = await setUp();
      let leaked = 0;
      host.parentElement?.addEventListener(`chat-${name}-request`, () => (leaked += 1));
      expect(request(inner, name, DETAILS[name])).to.equal(true);
      expect(session.requests).to.deep.equal([{ name, detail: DETAILS[name] }]);
      expect(leaked).to.equal(0);
    });

    it(`lets the page veto chat-${name}-request on its way`, async () => {
      const { session, inner } = await setUp();
      inner.addEventListener(`chat-${name}-request`, (event) => {
        event.preventDefault();
      });
      expect(request(inner, name, DETAILS[name])).to.equal(false);
      expect(session.requests).to.deep.equal([]);
    });
  }

  for (const [name, before] of [
    ['send', 'chat-before-send'],
    ['create-room', 'chat-room-create'],
  ] as const) {
    it(`announces ${before}, and a veto holds for elements and methods alike`, async () => {
      const { host, session, inner } = await setUp();
      const vetoes: Event[] = [];
      host.addEventListener(before, (event) => {
        vetoes.push(event);
        event.preventDefault();
      });
      expect(request(inner, name, DETAILS[name])).to.equal(false);
      expect(host.requests.ask(name, DETAILS[name])).to.equal(false);
      expect(session.requests).to.deep.equal([]);
      expect(vetoes).to.have.length(2);
    });
  }

  it('keeps what was asked before there is a session, in order', async () => {
    const { host, session } = await setUp();
    host.session = undefined;
    host.requests.ask('read-room', { roomId: 'a' });
    host.requests.ask('read-room', { roomId: 'b' });
    host.session = session;
    host.requests.flush();
    expect(session.requests.map(({ detail }) => detail)).to.deep.equal([{ roomId: 'a' }, { roomId: 'b' }]);
  });

  it('forgets what waits when the user goes', async () => {
    const { host, session } = await setUp();
    host.session = undefined;
    host.requests.ask('send', DETAILS.send);
    host.requests.clear();
    host.session = session;
    host.requests.flush();
    expect(session.requests).to.deep.equal([]);
  });

  describe('createRoom', () => {
    const wish = DETAILS['create-room'];
    const started = { type: 'room-creation-started', ...wish } as const;

    it("resolves with the server's room and forgets the wish", async () => {
      const { host, session } = await setUp();
      const created = host.requests.createRoom(wish);
      session.dispatch(started, {
        type: 'room-added',
        room: roomWith([], { id: 'new', name: 'Plans', participants: [session.state.self, grace] }),
      });
      expect(await created).to.equal('new');
      expect(session.requests.at(-1)).to.deep.equal({ name: 'forget-room-creation', detail: { id: 'wish' } });
    });

    it("rejects with the server's reason", async () => {
      const { host, session } = await setUp();
      const reason = host.requests.createRoom(wish).catch((error: unknown) => error);
      session.dispatch(started, { type: 'room-creation-failed', id: 'wish', failure: { message: 'Too many rooms.' } });
      expect(await reason)
        .to.be.instanceOf(Error)
        .with.property('message', 'Too many rooms.');
    });

    it('rejects when the page prevented it', async () => {
      const { host } = await setUp();
      host.addEventListener('chat-room-create', (event) => {
        event.preventDefault();
      });
      expect(await host.requests.createRoom(wish).catch((error: unknown) => error)).to.be.instanceOf(Error);
    });
  });
});
