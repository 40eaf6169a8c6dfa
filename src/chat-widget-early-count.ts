/**
 * What the launcher brings before anybody comes near: the connection, the number of unread messages on the button, and the
 * events for the page. It knows no Lit; the session that it opens is the one that the widget goes on with.
 */
import { publicEvents } from './context/public-events.ts';
import type { ChatWidget } from './elements/chat-widget/chat-widget.ts';
import { NotifyController } from './elements/chat-widget/notify/notify-controller.ts';
import { sessionOptions } from './elements/chat-widget-provider/session-options.ts';
import { ChatProtocolErrorEvent } from './events/chat-protocol-error-event.ts';
import { styles } from './early.styles.ts';
import { Formats } from './localization/formats.ts';
import { languages } from './localization/languages.ts';
import { localeOf } from './localization/page-language.ts';
import type { Strings } from './localization/strings.ts';
import { sessionKey } from './session/address.ts';
import { acquireSession, type SessionLease } from './session/registry.ts';
import type { SessionOptions } from './session/session.ts';
import { totalUnread } from './store/selectors.ts';

/** More than this is only "many". */
const MOST_COUNTED = 99;

const TAG = 'chat-widget-early-count';
/** What names the session, and its token. */
const IDENTITY = ['server-url', 'socket-path', 'namespace', 'user-id', 'user-name', 'user-email', 'token'];

/** A widget whose class is not there yet: what the page has set stands on it as its own. */
type EarlyWidget = HTMLElement & Partial<ChatWidget>;

function optionsOf(widget: EarlyWidget): SessionOptions | undefined {
  const read = (name: string): string => widget.getAttribute(name) ?? '';
  const { serverUrl = read('server-url'), socketPath = read('socket-path'), namespace = read('namespace') } = widget;
  const { userId = read('user-id'), userName = read('user-name'), userEmail = read('user-email') } = widget;
  const { id = userId, name = userName, email = userEmail } = widget.user ?? {};
  const { token = read('token'), presenceInterval = Number(widget.getAttribute('presence-interval') ?? 30) } = widget;
  return sessionOptions({
    serverUrl,
    socketPath,
    namespace,
    user: { id, name, email },
    token,
    getToken: widget.getToken,
    storage: widget.storage ?? (read('storage') as ChatWidget['storage']),
    presenceInterval,
    protocol: widget.protocol,
    socketOptions: widget.socketOptions,
  });
}

/**
 * The number on the button, beside whose label it is told. An element, because only these hear of being taken off the
 * page, with the widget around them.
 */
class ChatWidgetEarlyCount extends HTMLElement {
  readonly #changes = new MutationObserver(() => {
    this.#renew();
  });
  readonly #number = document.createElement('span');
  #key: string | undefined;
  #lease: SessionLease | undefined;
  #notify: NotifyController | undefined;
  #unobserve = (): void => {};
  #unlisten = (): void => {};

  constructor() {
    super();
    this.#number.part.value = 'unread-count';
    this.#number.ariaHidden = 'true';
    this.#number.dir = 'auto';
  }

  connectedCallback(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
    this.append(this.#number);
    const widget = this.#widget;
    this.#notify = new NotifyController(
      widget,
      () => this.#lease?.session,
      () => this.#strings,
    );
    this.#notify.hostConnected();
    this.#unlisten = languages.listen(() => {
      this.#show();
    });
    this.#changes.observe(widget, { attributeFilter: IDENTITY });
    this.#renew();
  }

  disconnectedCallback(): void {
    this.#changes.disconnect();
    this.#unlisten();
    this.#notify?.hostDisconnected();
    this.#release({ linger: true });
  }

  get #root(): ShadowRoot {
    return this.getRootNode() as ShadowRoot;
  }

  get #widget(): EarlyWidget {
    return this.#root.host as EarlyWidget;
  }

  /** Another server or person is another session; the same ones may have a new token. */
  #renew(): void {
    const options = optionsOf(this.#widget);
    const key = options && sessionKey(options);
    if (options && this.#lease && key === this.#key) {
      this.#lease.session.setCredentials(options);
      return;
    }
    this.#release({ linger: false });
    this.#key = key;
    if (options) this.#acquire(options);
    this.#notify?.hostUpdated();
  }

  #acquire(options: SessionOptions): void {
    this.#lease = acquireSession(options);
    const { session } = this.#lease;
    const widget = this.#widget;
    this.#unobserve = session.observe({
      acted: (action, state, previous) => {
        if (totalUnread(state) !== totalUnread(previous)) this.#show();
        for (const event of publicEvents(action, state, previous)) widget.dispatchEvent(event);
      },
      protocolProblem: (problem) => widget.dispatchEvent(new ChatProtocolErrorEvent(problem)),
    });
    this.#show();
    session.connect();
  }

  #release(options: { readonly linger: boolean }): void {
    this.#unobserve();
    this.#lease?.release(options);
    this.#lease = undefined;
  }

  /** The page's own words, and those of the page's language; English is in the file that comes later. */
  get #strings(): Partial<Strings> {
    const strings = languages.stringsOf(localeOf(this.#widget));
    return { ...(strings !== 'loading' && strings), ...this.#widget.strings };
  }

  /** Nothing for none, which makes no format either. */
  #write(count: number): string {
    return count > 0 ? Formats.for(localeOf(this.#widget)).number(count) : '';
  }

  #show(): void {
    const unread = this.#lease ? totalUnread(this.#lease.session.state) : 0;
    const { openChat = 'Open chat', unreadMessages, openChatWith, moreThan = (most) => `${most}+` } = this.#strings;
    this.#number.textContent = unread > MOST_COUNTED ? moreThan(this.#write(MOST_COUNTED)) : this.#write(unread);
    const count = unreadMessages?.(unread) ?? `${unread} unread ${unread === 1 ? 'message' : 'messages'}`;
    const button = this.parentElement;
    if (button) button.ariaLabel = unread > 0 ? (openChatWith?.(count) ?? `${openChat}, ${count}`) : openChat;
  }
}

// Another copy of the script may have been the first to define it.
if (!customElements.get(TAG)) customElements.define(TAG, ChatWidgetEarlyCount);
