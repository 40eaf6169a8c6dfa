import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { messageRendererContext } from '../../context/message-renderer-context.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { ShowRoomController } from '../../context/show-room-controller.ts';
import { TEXT_MESSAGE, type RoomId, type UserId } from '../../protocol/model.ts';
import { displayName, isSameRoom, roomTitle } from '../../store/selectors.ts';
import type { MessageEntry, RoomEntry, RoomMessages } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { placeholder } from '../../theme/placeholder.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { messageStyles } from '../chat-widget-message/chat-widget-message.styles.ts';
import { shortText } from '../chat-widget-message/short-text.ts';
import { statusText } from '../chat-widget-message/message-status.ts';
import { AnchoredWindowController } from './anchored-window-controller.ts';
import { AnnouncerController } from './announcer-controller.ts';
import { arrivals, type Arrivals } from './arrivals.ts';
import { styles } from './chat-widget-thread.styles.ts';
import { CopyController } from './copy-controller.ts';
import { FrameController } from './frame-controller.ts';
import { OlderMessagesController, type OlderMessages } from './older-messages-controller.ts';
import { notLoadedTemplate, olderTemplate } from './older-templates.ts';
import { ReadingController } from './reading-controller.ts';
import { RovingController } from './roving-controller.ts';
import { ALL_READ, threadRows, unreadStart, withOlderUnread, type ThreadRow } from './thread-rows.ts';
import { emptyTemplate, jumpTemplate, loadingTemplate, noRoomTemplate, rowTemplate } from './thread-templates.ts';

const NO_KEYS: readonly string[] = [];
const NO_ARRIVALS: Arrivals = { received: [], sent: [], failed: [], olderCount: 0 };
/** A longer text is cut when it is spoken; the whole stands in the thread. */
const LONGEST_SPOKEN = 280;
/** More at once would only flicker. */
const MOST_ANIMATED = 3;
const ARRIVING: Keyframe[] = [{ opacity: 0, transform: 'translateY(0.5rem)' }, {}];

/**
 * @summary The messages of a room.
 *
 * Opens at the first unread message or at the end, follows new messages while the reader is at the end, and stays where
 * it is otherwise. Asks for older messages when the reader comes near the first one, where the server has them.
 * Renders a window of the messages, so its cost does not grow with the room. Tells the server that the
 * room was read when its end was really seen.
 *
 * @attr room - Id of the room to show. Default: the open room of the provider.
 *
 * @slot empty - Shown in a room without messages, in place of the invitation to write.
 * @slot no-room - Shown while no room is open.
 *
 * @csspart scroller - The box that scrolls.
 * @csspart day - The line above the first message of a day.
 * @csspart unread - The line above the first message that was unread when the room was opened.
 * @csspart gap - The line where messages may be missing, because the connection was lost there.
 * @csspart older - Above the first message; with the further token `unknown`, `loading`, `failed`, or `none` where the
 *   conversation begins.
 * @csspart load-older - The button that asks again for older messages.
 * @csspart state - What is shown in place of messages; with the further token `loading`, `failed`, `empty` or `no-room`.
 * @csspart jump - The button that leads to the end.
 * @csspart copy - The button that copies the text of the message under the pointer or the focus.
 * @csspart message - A row, with all the parts and tokens of `<chat-widget-message>`.
 *
 * @fires chat-link-click - A link in a message was clicked. Cancelable.
 */
export class ChatWidgetThread extends LitElement {
  static override styles = [base, text, button, placeholder, messageStyles, styles];

  static override properties: PropertyDeclarations = { room: {} };

  /** Id of the room to show; undefined follows the provider. */
  declare room: RoomId | undefined;

  readonly #activeRoom = new ContextConsumer(this, { context: activeRoomContext, subscribe: true });
  readonly #renderer = new ContextConsumer(this, { context: messageRendererContext, subscribe: true });
  readonly #localize = new LocalizeController(this);
  readonly #self = new SelectController(this, ({ self }) => self);
  readonly #people = new SelectController(this, ({ people }) => people);
  readonly #loaded = new SelectController(this, ({ rooms }) => rooms.loaded);
  readonly #room = new SelectController(
    this,
    ({ rooms }) => rooms.byId.get(this.#roomId ?? ''),
    // What this thread itself has read changes nothing in it.
    (now, before) => isSameRoom(now, before) && (now?.unreadCount === before?.unreadCount || this.#hasRead(now)),
  );
  readonly #messages = new SelectController(this, ({ messages }) => messages.get(this.#roomId ?? ''));
  readonly #connection = new SelectController(this, ({ connection }) => connection);
  readonly #hasHistory = new SelectController(this, ({ capabilities }) => capabilities.has('history'));
  readonly #frames = new FrameController(this);
  readonly #window = new AnchoredWindowController(this, () => this.renderRoot.querySelector('.content'));
  readonly #older = new OlderMessagesController(this, this.#window, () => this.#askable);
  readonly #roving = new RovingController(
    this,
    this.#window,
    () => this.#messages.value?.order.length ?? 0,
    this.#older.ask,
  );
  readonly #announcer = new AnnouncerController(this, () => this.renderRoot.querySelector('.announcer'));
  readonly #copy = new CopyController({
    entryOf: (row) => this.#entryOf(row),
    strings: () => this.#localize.strings,
    announce: (sentence) => {
      this.#announcer.announce([sentence], () => sentence);
    },
  });

  /** Room and person that the window was opened for. */
  #opened: string | undefined;
  /** As rendered last, to tell what arrived since. */
  #shown: RoomMessages | undefined;
  #arrivals = NO_ARRIVALS;
  #unread = ALL_READ;
  /** Key of the newest message when the room was asked to be marked as read. */
  #askedToRead: string | undefined;

  constructor() {
    super();
    new ShowRoomController(this, () => this.#roomId);
    new ReadingController(
      this,
      () => this.renderRoot.querySelector('.end'),
      () => {
        this.#read();
      },
    );
  }

  protected override async scheduleUpdate(): Promise<void> {
    // The first messages come at once; then the changes of a frame are one render.
    if (this.#opened !== undefined) await this.#frames.next();
    await super.scheduleUpdate();
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues<this>): void {
    const messages = this.#messages.value;
    const isReady = this.#loaded.value || messages !== undefined;
    const opened = isReady ? `${this.#selfId} ${this.#roomId ?? ''}` : undefined;
    const before = opened === this.#opened ? this.#shown : undefined;
    this.#arrivals = before && messages ? arrivals(before, messages, this.#selfId) : NO_ARRIVALS;
    const isFilled = this.#arrivals.olderCount > 0 && before?.order.length === 0;
    if (this.#isBackToNews() || opened !== this.#opened || isFilled) this.#open();
    else this.#window.update(messages?.order ?? NO_KEYS);
    if (messages) this.#unread = withOlderUnread(this.#unread, messages, this.#selfId);
    // Whoever writes wants to see it.
    if (this.#arrivals.sent.length > 0) this.#window.toEnd();
    this.#opened = opened;
    this.#shown = messages;
    super.update(changed);
  }

  protected override updated(): void {
    const { received, sent, failed, olderCount } = this.#arrivals;
    const { strings } = this.#localize;
    this.#announcer.announce(received.map(this.#spoken), strings.newMessages);
    this.#announcer.announce(failed.map(this.#spokenFailure), strings.messagesFailed);
    // Whoever only opened the room did not ask for them.
    const isLookingUp = !this.#window.following || this.matches(':focus-within');
    if (olderCount > 0 && isLookingUp) {
      const sentence = strings.olderMessagesLoaded(olderCount);
      this.#announcer.announce([sentence], () => sentence);
    }
    this.#animate(received.length + sent.length);
    this.#arrivals = NO_ARRIVALS;
  }

  override render(): TemplateResult {
    const room = this.#room.value;
    const rows = this.#rows();
    const { strings, formats } = this.#localize;
    return html`
      <div
        class=${this.#hasHistory.value ? 'scroller history' : 'scroller'}
        part="scroller"
        role="log"
        aria-live="off"
        aria-label=${strings.messagesIn(room ? roomTitle(room, this.#self.value, formats.list) : '')}
        tabindex="0"
        ?hidden=${rows.length === 0}
        @scroll=${this.#older.look}
        @focusin=${this.#onFocusIn}
        @pointerover=${this.#copy.onPointerOver}
        @copy=${this.#copy.onCopy}
        @focusout=${this.#roving.onFocusOut}
        @keydown=${this.#roving.onKeydown}
      >
        <div class="content">
          ${this.#head()}${repeat(rows, ({ entry }) => entry.key, this.#row)}
          <div class="end"></div>
        </div>
      </div>
      ${rows.length === 0 ? this.#state() : this.#jump()}
      <div class="announcer visually-hidden" aria-live="polite"></div>
    `;
  }

  #rows(): ThreadRow[] {
    const messages = this.#messages.value;
    const { start, end } = this.#window;
    return messages ? threadRows(messages, start, end, this.#unread.key) : [];
  }

  /** Made again only when something in it is another: an arriving message renders one row. */
  readonly #row = (row: ThreadRow): unknown => {
    const { entry, startsDay, startsUnread, followsGap, continued } = row;
    const { strings, formats } = this.#localize;
    const author = this.#nameOf(entry);
    const group = this.#room.value?.isGroup ?? false;
    const waiting = entry.status === 'pending' && !this.#isOnline;
    const renderer = this.#renderer.value;
    return guard(
      [entry, startsDay, startsUnread, followsGap, continued, author, group, waiting, strings, formats, renderer],
      () => {
        const own = entry.sender.id === this.#selfId;
        const view = { entry, author, own, continued, followed: false, group, waiting, renderer, roving: true };
        return rowTemplate(row, view, this.#localize);
      },
    );
  };

  /** In place of messages. */
  #state(): TemplateResult {
    const { strings } = this.#localize;
    if (this.#roomId === undefined) return noRoomTemplate(strings);
    if (!this.#loaded.value) return loadingTemplate(strings);
    if (!this.#room.value) return noRoomTemplate(strings);
    const older = this.#hasHistory.value ? this.#olderState : 'none';
    if (older === 'failed') return notLoadedTemplate(this.#older.ask, strings);
    return older === 'none' ? emptyTemplate(strings) : loadingTemplate(strings);
  }

  /** Above the first message of the room; nothing where the server cannot tell what was before. */
  #head(): TemplateResult | typeof nothing {
    if (this.#window.start > 0 || !this.#hasHistory.value) return nothing;
    return olderTemplate(this.#olderState, this.#older.ask, this.#localize.strings);
  }

  get #olderState(): RoomMessages['older'] {
    return this.#messages.value?.older ?? 'unknown';
  }

  get #isOnline(): boolean {
    return this.#connection.value.status === 'online';
  }

  get #askable(): OlderMessages | undefined {
    const roomId = this.#room.value?.id;
    if (roomId === undefined || !this.#hasHistory.value || !this.#isOnline) return undefined;
    const firstKey = this.#messages.value?.order[0];
    return { roomId, firstKey, older: this.#olderState, connection: this.#connection.value };
  }

  #jump(): TemplateResult | typeof nothing {
    if (this.#window.following) return nothing;
    return jumpTemplate(this.#room.value?.unreadCount ?? 0, this.#onJump, this.#localize);
  }

  get #roomId(): RoomId | undefined {
    return this.room ?? this.#activeRoom.value;
  }

  get #selfId(): UserId {
    return this.#self.value.id;
  }

  #nameOf({ sender }: MessageEntry): string {
    return displayName(this.#people.value.get(sender.id) ?? sender);
  }

  /** Places the window and the line above what is new. */
  #open(): void {
    const messages = this.#messages.value;
    this.#unread = unreadStart(this.#room.value, messages, this.#selfId);
    this.#window.open(messages?.order ?? NO_KEYS, this.#unread.key);
  }

  /** To come back to a room in which one followed the conversation is to open it anew. */
  #isBackToNews(): boolean {
    return this.#frames.takeReturn() && this.#window.following && (this.#room.value?.unreadCount ?? 0) > 0;
  }

  #read(): void {
    const room = this.#room.value;
    const newestKey = this.#shown?.order.at(-1);
    // Once for each state of the room: the page may have prevented it.
    if (!room?.unreadCount || !this.#window.following || newestKey === this.#askedToRead) return;
    this.#askedToRead = newestKey;
    request(this, 'read-room', { roomId: room.id });
  }

  #hasRead(room: RoomEntry | undefined): boolean {
    return room?.unreadCount === 0 && this.#window.following;
  }

  #entryOf(row: Element): MessageEntry | undefined {
    const messages = this.#messages.value;
    return messages?.entries.get(messages.order[this.#window.indexOf(row)] ?? '');
  }

  readonly #onFocusIn = (event: FocusEvent): void => {
    this.#roving.onFocusIn(event);
    this.#copy.onFocusIn(event);
  };

  readonly #spoken = (entry: MessageEntry): string => {
    const { strings } = this.#localize;
    const text =
      entry.type === TEXT_MESSAGE ? shortText(entry.body, LONGEST_SPOKEN) : strings.unknownMessageType(entry.type);
    return strings.messageArrived(this.#nameOf(entry), text);
  };

  readonly #spokenFailure = (entry: MessageEntry): string => statusText(entry, false, this.#localize.strings);

  /** Lets the last rows come in gently. Not by a style: rows that come back into the window must not. */
  #animate(count: number): void {
    if (!this.#window.following || count > MOST_ANIMATED || matchMedia('(prefers-reduced-motion: reduce)').matches)
      return;
    for (let index = this.#window.end - count; index < this.#window.end; index += 1) {
      this.#window.rowAt(index)?.animate(ARRIVING, { duration: 180, easing: 'ease-out' });
    }
  }

  readonly #onJump = (event: MouseEvent): void => {
    this.#window.toEnd();
    // Pressed by a key it has the focus, and goes. A pointer leaves the focus where it was.
    if (event.detail === 0) this.#roving.focusEnd();
  };
}

// The size of what was rendered decides whether more must be: no update before it could know.
ChatWidgetThread.disableWarning?.('change-in-update');

if (!customElements.get('chat-widget-thread')) customElements.define('chat-widget-thread', ChatWidgetThread);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-thread': ChatWidgetThread;
  }
}
