import { aTimeout, expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { SelectController } from '../../../src/context/select-controller.ts';
import { request } from '../../../src/context/request.ts';
import type { ChatWidgetProvider } from '../../../src/elements/chat-widget-provider/chat-widget-provider.ts';
import '../../../src/elements/chat-widget-provider/chat-widget-provider.ts';
import type { ChatMessageSendEvent } from '../../../src/events/chat-message-send-event.ts';
import type { ChatProtocolErrorEvent } from '../../../src/events/chat-protocol-error-event.ts';
import type { User } from '../../../src/protocol/model.ts';
import { type Backed, backSession, SERVER_URL } from '../../support/backed-session.ts';
import { ada, grace, linus } from '../../support/fixtures.ts';

class RoomNames extends LitElement {
  readonly rooms = new SelectController(this, (state) => state.rooms);
  override render(): TemplateResult {
    return html`${[...this.rooms.value.byId.values()].map(({ name }) => name).join()}`;
  }
}
customElements.define('test-room-names', RoomNames);

const wire = ({ id, name, email }: User) => ({ user_id: id, email, name });
const wireRoom = (id: string, name: string, users = [ada, grace, linus], isGroup = true) => ({
  room_id: id,
  name,
  is_group: isGroup,
  participants: users.map(wire),
});

describe('chat-widget-provider', () => {
  const backed: Backed[] = [];
  const back = (user: User, serverUrl?: string): Backed => {
    const each = backSession(user, serverUrl);
    backed.push(each);
    return each;
  };
  const mount = async (user: User = ada): Promise<ChatWidgetProvider> =>
    fixture<ChatWidgetProvider>(
      html`<chat-widget-provider
        server-url=${SERVER_URL}
        user-id=${user.id}
        user-name=${user.name}
        user-email=${user.email}
        ><test-room-names></test-room-names
      ></chat-widget-provider>`,
    );
  const online = ({ connection }: Backed, ...rooms: unknown[]): void => {
    connection.connect();
    connection.receive('set_chats', rooms);
  };
  const names = async (provider: Element): Promise<string | null | undefined> => {
    const element = provider.querySelector<RoomNames>('test-room-names')!;
    await element.updateComplete;
    return element.shadowRoot?.textContent;
  };

  afterEach(() => {
    fixtureCleanup();
    for (const { lease, platform } of backed.splice(0)) {
      lease.release({ linger: false });
      platform.clock.pass(400);
    }
  });

  describe('session', () => {
    it('connects by itself once it knows where to and as whom', async () => {
      const { connection } = back(ada);
      const provider = await fixture<ChatWidgetProvider>(html`<chat-widget-provider></chat-widget-provider>`);
      expect(provider.connectionState.status).to.equal('idle');
      provider.serverUrl = SERVER_URL;
      await provider.updateComplete;
      expect(connection.calls).to.deep.equal([]);
      provider.user = ada;
      await provider.updateComplete;
      expect(connection.calls).to.deep.equal(['open']);
    });

    it('waits for connect() where the page wants it so', async () => {
      const { connection } = back(ada);
      const provider = await fixture<ChatWidgetProvider>(
        html`<chat-widget-provider connect="manual" server-url=${SERVER_URL} user-id=${ada.id}></chat-widget-provider>`,
      );
      expect(connection.calls).to.deep.equal([]);
      provider.connect();
      expect(connection.calls).to.deep.equal(['open']);
      provider.disconnect();
      expect(connection.calls).to.deep.equal(['open', 'close']);
    });

    it('gives what the server tells to the elements inside', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'), wireRoom('b', 'Beta'));
      expect(await names(provider)).to.equal('Alpha,Beta');
      expect(provider.rooms.map(({ name }) => name)).to.deep.equal(['Alpha', 'Beta']);
    });

    it('keeps the connection when it is moved', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'));
      const target = document.createElement('section');
      provider.parentElement?.append(target);
      target.append(provider);
      await provider.updateComplete;
      expect(session.connection.calls).to.deep.equal(['open']);
      expect(await names(provider)).to.equal('Alpha');
    });

    it('ends its share when it is removed', async () => {
      const { connection, platform, lease } = back(ada);
      const provider = await mount();
      lease.release({ linger: false });
      provider.remove();
      expect(connection.calls).to.deep.equal(['open']);
      platform.clock.pass(400);
      expect(connection.calls).to.deep.equal(['open', 'close']);
    });

    it('takes no session when it is removed before its first update', async () => {
      const { connection, lease } = back(ada);
      const provider = document.createElement('chat-widget-provider');
      provider.serverUrl = SERVER_URL;
      provider.user = ada;
      document.body.append(provider);
      provider.remove();
      await provider.updateComplete;
      lease.release({ linger: false });
      expect(connection.calls).to.deep.equal(['close']);
    });
  });

  describe('another user', () => {
    it('leaves nothing of the one before on screen, on the wire, or selected', async () => {
      const [first, second] = [back(ada), back(grace)];
      const provider = await mount();
      online(first, wireRoom('a', 'Alpha'));
      provider.selectRoom('a');
      first.lease.release({ linger: false });
      provider.setUser(grace, 'token of grace');
      await provider.updateComplete;
      expect(first.connection.calls.at(-1)).to.equal('close');
      expect(provider.room).to.equal(undefined);
      expect(await names(provider)).to.equal('');
      first.connection.receive('set_chats', [wireRoom('late', 'Late')]);
      expect(await names(provider)).to.equal('');
      online(second, wireRoom('b', 'Beta'));
      expect(await names(provider)).to.equal('Beta');
    });

    it('is nobody after logout()', async () => {
      const { connection, lease } = back(ada);
      const provider = await mount();
      lease.release({ linger: false });
      provider.sendMessage('Not any more', 'a');
      void provider.logout();
      await provider.updateComplete;
      expect(connection.calls.at(-1)).to.equal('close');
      expect(provider.connectionState.status).to.equal('idle');
      expect(provider.user.id).to.equal('');
    });

    it('keeps the room that the markup names for the first user', async () => {
      const session = back(ada);
      const provider = await fixture<ChatWidgetProvider>(
        html`<chat-widget-provider room="a" server-url=${SERVER_URL} user-id=${ada.id}></chat-widget-provider>`,
      );
      online(session, wireRoom('a', 'Alpha'));
      expect(provider.activeRoom?.name).to.equal('Alpha');
    });
  });

  it('opens no room when the attribute goes', async () => {
    const session = back(ada);
    const provider = await mount();
    online(session, wireRoom('a', 'Alpha'));
    provider.setAttribute('room', 'a');
    await provider.updateComplete;
    expect(provider.activeRoom?.id).to.equal('a');
    provider.removeAttribute('room');
    await provider.updateComplete;
    expect(provider.activeRoom).to.equal(undefined);
  });

  describe('methods', () => {
    it('are kept until there is a session', async () => {
      const { connection } = back(ada);
      const provider = await fixture<ChatWidgetProvider>(html`<chat-widget-provider></chat-widget-provider>`);
      provider.sendMessage('Early', 'a');
      provider.serverUrl = SERVER_URL;
      provider.user = ada;
      await provider.updateComplete;
      connection.connect();
      connection.receive('set_chats', [wireRoom('a', 'Alpha')]);
      expect(connection.take('new_message')[0]).to.include({ room: 'a', message_body: 'Early' });
    });

    it('send to the open room unless another one is named', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'), wireRoom('b', 'Beta'));
      provider.selectRoom('a');
      provider.sendMessage('One');
      provider.sendMessage('Two', 'b');
      expect(session.connection.take('new_message').map((sent) => (sent as { room: string }).room)).to.deep.equal([
        'a',
        'b',
      ]);
    });

    it('say what is wrong with a message', async () => {
      back(ada);
      const provider = await mount();
      expect(() => {
        provider.sendMessage('  ', 'a');
      }).to.throw(TypeError, 'blank');
      expect(() => {
        provider.sendMessage('Hi');
      }).to.throw(TypeError, 'no room is open');
    });

    it('create a room and find a conversation that is there', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('direct', '', [ada, grace], false));
      expect(await provider.startConversation(grace)).to.equal('direct');
      expect(provider.room).to.equal('direct');
      const created = provider.startConversation(linus);
      await aTimeout(0);
      session.connection.receive('add_room', wireRoom('new', '', [ada, linus], false));
      expect(await created).to.equal('new');
      expect(provider.room).to.equal('new');
    });

    it('tell when the first list is there, also where it was there before', async () => {
      const session = back(ada);
      const provider = await mount();
      const { ready } = provider;
      online(session, wireRoom('a', 'Alpha'));
      await ready;
      await provider.ready;
      const second = document.createElement('chat-widget-provider');
      second.serverUrl = SERVER_URL;
      second.user = ada;
      setTimeout(() => provider.parentElement?.append(second));
      await oneEvent(second, 'chat-ready');
      expect(second.rooms).to.have.length(1);
    });

    it('change drafts and the read state', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'));
      session.connection.receive('message_broadcast', {
        message_id: 'm',
        room: 'a',
        message_body: 'Hi',
        user: wire(grace),
      });
      await Promise.resolve();
      expect(provider.unreadCount).to.equal(1);
      provider.markRead('a');
      expect(provider.unreadCount).to.equal(0);
      provider.setDraft('Dear', 'a');
      expect(session.lease.session.state.drafts.get('a')).to.equal('Dear');
    });

    it('retry and discard by the id that the events tell', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'));
      setTimeout(() => {
        provider.sendMessage('Hi', 'a');
      });
      const { detail } = await oneEvent<ChatMessageSendEvent>(provider, 'chat-message-send');
      session.platform.clock.pass(10_000);
      session.connection.receive('set_chats', [wireRoom('a', 'Alpha')]);
      session.connection.take('new_message');
      const { clientId = '' } = detail.message;
      provider.retryMessage(clientId, 'a');
      expect(session.connection.take('new_message')).to.have.length(1);
      provider.discardMessage(clientId, 'a');
      expect(session.lease.session.state.messages.get('a')?.order).to.deep.equal([]);
    });

    it('tell facts for a bug report, and no secrets', async () => {
      const session = back(ada);
      const provider = await mount();
      provider.token = 'secret-token';
      online(session, wireRoom('a', 'Alpha'));
      provider.sendMessage('private words', 'a');
      const diagnostics = provider.getDiagnostics();
      expect(diagnostics).to.include({ status: 'online', rooms: 1, messages: 1, unconfirmed: 1 });
      expect(JSON.stringify(diagnostics)).to.not.match(/secret|private|Ada|example|127/);
    });
  });

  describe('events', () => {
    it('announce a choice of room once, from the provider, and can be prevented', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'));
      const seen: EventTarget[] = [];
      let allowed = true;
      provider.parentElement?.addEventListener('chat-room-select', (event) => {
        if (event.target) seen.push(event.target);
        if (!allowed) event.preventDefault();
      });
      provider.selectRoom('a');
      expect(provider.room).to.equal('a');
      allowed = false;
      provider.selectRoom(undefined);
      expect(provider.room).to.equal('a');
      expect(seen).to.deep.equal([provider, provider]);
    });

    it('let the page keep a message from being sent, by whichever way', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session, wireRoom('a', 'Alpha'));
      provider.addEventListener('chat-before-send', (event) => {
        event.preventDefault();
      });
      provider.sendMessage('Hi', 'a');
      const inside = provider.querySelector('test-room-names') ?? provider;
      expect(request(inside, 'send', { roomId: 'a', body: 'Hi' })).to.equal(false);
      expect(session.connection.take('new_message')).to.deep.equal([]);
    });

    it('tell what the server sent that nobody understands', async () => {
      const session = back(ada);
      const provider = await mount();
      online(session);
      setTimeout(() => {
        session.connection.receive('add_room', 7);
      });
      const { detail } = await oneEvent<ChatProtocolErrorEvent>(provider, 'chat-protocol-error');
      expect(detail).to.have.property('event', 'add_room');
    });
  });

  it('shows an address that is none as a failure that says what to do', async () => {
    const provider = await fixture<ChatWidgetProvider>(
      html`<chat-widget-provider server-url="http://" user-id=${ada.id}></chat-widget-provider>`,
    );
    expect(provider.connectionState.error?.code).to.equal('invalid_server_url');
  });

  it('takes new credentials to the session', async () => {
    const session = back(ada);
    const provider = await mount();
    session.connection.refuse({ message: 'Who?' });
    provider.token = 'another';
    await provider.updateComplete;
    expect(session.connection.calls).to.deep.equal(['open', 'retry']);
  });

  it('takes what the page has set before its class was there', async () => {
    // In a document without a window nothing is upgraded.
    const early = document.implementation.createHTMLDocument().createElement('chat-widget-provider');
    early.user = ada;
    early.serverUrl = SERVER_URL;
    back(ada);
    document.body.append(early);
    await early.updateComplete;
    expect(early.userId).to.equal(ada.id);
    expect(early.user).to.deep.equal(ada);
    early.remove();
  });

  it('hands on the contacts of the page', async () => {
    const session = back(ada);
    const provider = await mount();
    provider.contacts = [linus];
    await provider.updateComplete;
    expect(session.lease.session.state.people.get(linus.id)?.name).to.equal(linus.name);
  });
});
