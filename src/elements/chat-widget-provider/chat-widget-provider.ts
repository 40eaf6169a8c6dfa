import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { activeRoomContext } from '../../context/active-room-context.ts';
import type { RoomWish } from '../../context/create-room.ts';
import { diagnose, type Diagnostics } from '../../context/diagnose.ts';
import type { MessageRenderer } from '../../context/message-renderer-context.ts';
import { PageValuesController } from '../../context/page-values-controller.ts';
import { publicEvents, roomsInOrder } from '../../context/public-events.ts';
import { RequestController } from '../../context/request-controller.ts';
import { SessionController } from '../../context/session-controller.ts';
import type { Uploader } from '../../context/uploader-context.ts';
import { ChatProtocolErrorEvent } from '../../events/chat-protocol-error-event.ts';
import { ChatReadyEvent } from '../../events/chat-ready-event.ts';
import { ChatRoomSelectEvent } from '../../events/chat-room-select-event.ts';
import type { Strings } from '../../localization/strings.ts';
import type { ConnectionState } from '../../protocol/connection-state.ts';
import type { Capability } from '../../protocol/extensions.ts';
import type { Room, RoomId, User } from '../../protocol/model.ts';
import type { ProtocolOptions } from '../../protocol/protocol-options.ts';
import { createId } from '../../platform/ids.ts';
import type { StorageMode } from '../../platform/storage.ts';
import type { Session } from '../../session/session.ts';
import { totalUnread } from '../../store/selectors.ts';
import { initialState, type State } from '../../store/state.ts';
import { tokens } from '../../theme/tokens.styles.ts';
import { ConnectMomentController, type ConnectMode } from './connect-moment-controller.ts';
import { credentials, sessionOptions } from './session-options.ts';
import { upgradeProperty } from './upgrade-property.ts';

const WITHOUT_SESSION = initialState();

/**
 * @summary Connects to a Socket.IO chat server and gives the conversation to the chat elements inside.
 *
 * Use it for a layout of your own; `<chat-widget>` is the same with a layout inside. Elements on one page that
 * name the same server and user share one socket.
 *
 * @slot - The chat elements, in any layout.
 *
 * @attr server-url - URL of the Socket.IO server; relative ones are taken from the page.
 * @attr socket-path - Socket.IO path. Default `/socket.io`.
 * @attr namespace - Socket.IO namespace. Default `/`.
 * @attr user-id - Who the person is, by the backend's own id.
 * @attr user-name - The person's display name.
 * @attr user-email - The person's e-mail address.
 * @attr token - Proof of identity, sent with `connected`. For tokens that expire, set the `getToken` property.
 * @attr room - Id of the open room.
 * @attr connect - When to connect: `auto` (default) at once, `visible` when it first comes into the window, `intent` when
 *   somebody first comes near or opens it, `manual` by `connect()` only.
 * @attr theme - `auto` (default) follows the person's system, `light` and `dark` insist.
 * @attr storage - Where unsent messages and drafts are kept: `local` (default) on the device until they are sent, `session`
 *   as long as the tab, `none` nowhere; then the browser asks before a page with unsent messages is left.
 * @attr presence-interval - Seconds between two questions for who is online; 0 asks only on connecting. Default 30.
 *
 * @fires chat-ready - The first list of rooms has arrived.
 * @fires chat-connection-change - The connection has another status.
 * @fires chat-room-select - A room is to be opened, or none. Cancelable.
 * @fires chat-room-create - A room is about to be asked for. Cancelable.
 * @fires chat-room-add - The server added or changed a room.
 * @fires chat-rooms-change - The list of rooms is another one.
 * @fires chat-before-send - A message is about to be sent. Cancelable.
 * @fires chat-message-send - A message of this person was queued.
 * @fires chat-message-receive - A message of somebody else arrived.
 * @fires chat-message-status - An own message became sent or failed, or pending again.
 * @fires chat-typing-change - Others began or stopped typing.
 * @fires chat-presence-change - Who is online changed.
 * @fires chat-unread-change - The number of unread messages changed.
 * @fires chat-error - The server reported an error that answers nothing asked, or the connection failed.
 * @fires chat-protocol-error - Something from the server could not be understood.
 */
export class ChatWidgetProvider extends LitElement {
  static override styles = [tokens];

  static override properties: PropertyDeclarations = {
    serverUrl: { attribute: 'server-url' },
    socketPath: { attribute: 'socket-path' },
    namespace: {},
    userId: { attribute: 'user-id' },
    userName: { attribute: 'user-name' },
    userEmail: { attribute: 'user-email' },
    token: {},
    room: {},
    connectMode: { attribute: 'connect' },
    theme: { reflect: true },
    storage: {},
    presenceInterval: { attribute: 'presence-interval', type: Number },
    getToken: { attribute: false },
    socketOptions: { attribute: false },
    protocol: { attribute: false },
    contacts: { attribute: false },
    strings: { attribute: false },
    messageRenderer: { attribute: false },
    uploader: { attribute: false },
  };

  declare serverUrl: string;
  declare socketPath: string;
  declare namespace: string;
  declare userId: string;
  declare userName: string;
  declare userEmail: string;
  declare token: string | undefined;
  /** Id of the open room; undefined shows the list. Set by the person's choice too. */
  declare room: RoomId | undefined;
  /** The `connect` attribute; the property of that name is the method. */
  declare connectMode: ConnectMode;
  declare theme: 'auto' | 'light' | 'dark';
  /** Read when the session begins. */
  declare storage: StorageMode;
  declare presenceInterval: number;
  /** Gives a fresh token for each attempt to connect. Wins over `token`. */
  declare getToken: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Options for socket.io-client, such as `transports` or `extraHeaders`. Read when the session begins. */
  declare socketOptions: Readonly<Record<string, unknown>> | undefined;
  /** For a backend that differs from the documented protocol. Read when the session begins. */
  declare protocol: ProtocolOptions | undefined;
  /** People whom the page knows; they are offered when a room is created. */
  declare contacts: readonly User[];
  /** The page's own wording for any text. */
  declare strings: Partial<Strings> | undefined;
  /** The page's own way to show messages, of types of its own for one. */
  declare messageRenderer: MessageRenderer | undefined;
  /** Where files go that a person attaches; without it none can be. */
  declare uploader: Uploader | undefined;

  readonly #moment = new ConnectMomentController(this, () => this.connectMode);
  readonly #session = new SessionController(
    this,
    () => {
      const options = sessionOptions(this);
      return options && this.#moment.hasCome ? options : undefined;
    },
    {
      acted: (action, state, previous) => {
        for (const event of publicEvents(action, state, previous)) this.dispatchEvent(event);
      },
      protocolProblem: (problem) => this.dispatchEvent(new ChatProtocolErrorEvent(problem)),
    },
    (session) => {
      this.#sessionChanged(session);
    },
  );
  readonly #requests = new RequestController(this, () => this.#session.session);
  readonly #activeRoom = new ContextProvider<typeof activeRoomContext>(this, { context: activeRoomContext });
  readonly #pageValues = new PageValuesController(this);

  #hadSession = false;

  constructor() {
    super();
    this.serverUrl = '';
    this.socketPath = '';
    this.namespace = '';
    this.userId = '';
    this.userName = '';
    this.userEmail = '';
    this.connectMode = 'auto';
    this.theme = 'auto';
    this.storage = 'local';
    this.presenceInterval = 30;
    this.contacts = [];
    upgradeProperty(this, 'user');
    this.addEventListener('chat-room-select', this.#onRoomSelect);
  }

  // Not `willUpdate`: that runs before the session controller, which may close the room of the user before.
  protected override update(changed: PropertyValues<this>): void {
    const { session } = this.#session;
    // A removed attribute gives null.
    if (changed.has('room')) this.#activeRoom.setValue(this.room || undefined);
    this.#pageValues.update(this);
    if (changed.has('contacts')) session?.setContacts(this.contacts);
    if (changed.has('token') || changed.has('getToken')) session?.setCredentials(credentials(this));
    super.update(changed);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** The person, as one value instead of three attributes. */
  get user(): User {
    return { id: this.userId, name: this.userName, email: this.userEmail };
  }

  set user({ id, name, email }: Partial<User>) {
    this.userId = id ?? '';
    this.userName = name ?? '';
    this.userEmail = email ?? '';
  }

  /** The rooms, most recently active first. */
  get rooms(): readonly Room[] {
    return roomsInOrder(this.#state);
  }

  /** The open room, once the server has told it. */
  get activeRoom(): Room | undefined {
    return this.room ? this.#state.rooms.byId.get(this.room) : undefined;
  }

  get connectionState(): ConnectionState {
    return this.#state.connection;
  }

  /** Unread messages over all rooms. */
  get unreadCount(): number {
    return totalUnread(this.#state);
  }

  /** What the server offers beyond the documented protocol. */
  get capabilities(): ReadonlySet<Capability> {
    return this.#state.capabilities;
  }

  /** Resolves when the first list of rooms of the present user has arrived. */
  get ready(): Promise<void> {
    return this.#whenReady();
  }

  /** Connects, or tries again at once after a failure. */
  connect(): void {
    // What begins now connects by itself.
    if (this.#moment.come()) return;
    this.#requests.whenSession((session) => {
      session.connect();
    });
  }

  /** Ends the connection for every element that shares it, until `connect()`. */
  disconnect(): void {
    this.#session.session?.disconnect();
  }

  /** Goes on as somebody else: nothing of the user before stays on screen, in memory or on the wire. */
  setUser(user: User, token?: string): void {
    this.user = user;
    this.token = token;
  }

  /**
   * Forgets the user: ends their session, and removes from the device what was kept for them, unsent messages too.
   * Resolves when that is done.
   */
  async logout(): Promise<void> {
    this.#requests.clear();
    this.user = {};
    this.token = undefined;
    this.getToken = undefined;
    await this.#session.forget();
  }

  /** Opens a room; undefined goes back to the list. */
  selectRoom(roomId: RoomId | undefined): void {
    if (roomId === this.room) return;
    if (this.dispatchEvent(new ChatRoomSelectEvent({ roomId }))) this.room = roomId;
  }

  /** @returns the new room's id; rejects with the server's reason */
  createRoom({ name = '', participants, isGroup = name !== '' || participants.length > 1 }: RoomWish): Promise<RoomId> {
    return this.#requests.createRoom({ id: createId(), name, participants, isGroup });
  }

  /** Opens the direct room with this person, and creates it where there is none. */
  async startConversation(person: User): Promise<RoomId> {
    await this.ready;
    const existing = this.rooms.find((room) => !room.isGroup && room.participants.some(({ id }) => id === person.id));
    const roomId = existing?.id ?? (await this.createRoom({ participants: [person], isGroup: false }));
    this.selectRoom(roomId);
    return roomId;
  }

  /**
   * Sends a text to a room, the open one by default.
   * @throws TypeError when the text is blank or no room is named and none is open
   */
  sendMessage(body: string, roomId = this.room): void {
    if (!body.trim()) throw new TypeError('sendMessage: the text is blank.');
    if (!roomId) throw new TypeError('sendMessage: no room is open; pass a room id as the second argument.');
    this.#requests.ask('send', { roomId, body });
  }

  /** Puts a text into the composer of a room, the open one by default. */
  setDraft(text: string, roomId = this.room): void {
    if (roomId) this.#requests.ask('change-draft', { roomId, text });
  }

  /** Sends a failed message again, named by the `clientId` that the message events tell. */
  retryMessage(clientId: string, roomId = this.room): void {
    if (roomId) this.#requests.ask('retry-message', { roomId, key: clientId });
  }

  /** Gives up a message that was not sent. */
  discardMessage(clientId: string, roomId = this.room): void {
    if (roomId) this.#requests.ask('discard-message', { roomId, key: clientId });
  }

  markRead(roomId = this.room): void {
    if (roomId) this.#requests.ask('read-room', { roomId });
  }

  /** Facts for a bug report: no text, name, token or address in them. */
  getDiagnostics(): Diagnostics {
    return diagnose(this.#state);
  }

  /** For the layouts that are providers themselves. */
  protected get session(): Session | undefined {
    return this.#session.session;
  }

  get #state(): State {
    return this.#session.session?.state ?? WITHOUT_SESSION;
  }

  async #whenReady(): Promise<void> {
    await this.updateComplete;
    if (this.#state.rooms.loaded) return;
    await new Promise((resolve) => {
      this.addEventListener('chat-ready', resolve, { once: true });
    });
  }

  #sessionChanged(session: Session | undefined): void {
    // An open room of the user before is none of this one's business; the first user's may come with the markup.
    if (this.#hadSession) this.room = undefined;
    this.#hadSession ||= session !== undefined;
    if (!session) return;
    session.setContacts(this.contacts);
    // Shared with an element that came before: its rooms are there already.
    if (session.state.rooms.loaded) this.dispatchEvent(new ChatReadyEvent({ rooms: this.rooms }));
    if (this.connectMode !== 'manual') session.connect();
    this.#requests.flush();
  }

  readonly #onRoomSelect = (event: Event): void => {
    // Our own announcement goes on to the page; an element's wish ends here and is announced by us.
    if (event.composedPath()[0] === this || !(event instanceof ChatRoomSelectEvent)) return;
    event.stopPropagation();
    if (!event.defaultPrevented) this.selectRoom(event.detail.roomId);
  };
}

if (!customElements.get('chat-widget-provider')) customElements.define('chat-widget-provider', ChatWidgetProvider);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-provider': ChatWidgetProvider;
  }
}
