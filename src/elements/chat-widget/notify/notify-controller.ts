import type { ReactiveController } from 'lit';
import type { ChatMessageReceiveEvent } from '../../../events/chat-message-receive-event.ts';
import { ChatNotifyEvent } from '../../../events/chat-notify-event.ts';
import type { Strings } from '../../../localization/strings.ts';
import { browser } from '../../../platform/platform.ts';
import type { RoomId } from '../../../protocol/model.ts';
import type { Session } from '../../../session/session.ts';
import type { Notifications } from './notifications.ts';

/** A widget, or its tag while its class is on the way: then it has no property that the page has not set. */
export type NotifyHost = HTMLElement & {
  readonly notify?: string | null;
  readonly sound?: boolean;
  readonly mode?: string;
  readonly placement?: string;
  readonly open?: boolean;
  selectRoom?: (roomId: RoomId) => unknown;
  show?: () => unknown;
};

type Load = () => Promise<Pick<typeof import('./notifications.ts'), 'Notifications'>>;

/** What the `notify` attribute may name, and the attribute `sound`. */
const WAYS = ['preview', 'title', 'badge', 'desktop', 'sound'];

/** Fetches what tells of new messages when the first one comes, and hands it all that it needs: it may be fetched alone. */
export class NotifyController implements ReactiveController {
  readonly #host: NotifyHost;
  readonly #session: () => Session | undefined;
  readonly #strings: () => Partial<Strings>;
  readonly #load: Load;
  #followed: Session | undefined;
  #loading: Promise<Notifications | undefined> | undefined;

  constructor(
    host: NotifyHost,
    session: () => Session | undefined,
    strings: () => Partial<Strings>,
    load: Load = () => import('./notifications.ts'),
  ) {
    this.#host = host;
    this.#session = session;
    this.#strings = strings;
    this.#load = load;
  }

  hostConnected(): void {
    this.#host.addEventListener('chat-message-receive', this.#onMessage);
    this.#host.addEventListener('chat-unread-change', this.#onCount);
  }

  hostUpdated(): void {
    if (this.#session() !== this.#followed) this.#stop();
    this.#onCount();
    void this.#loading?.then((notifications) => notifications?.renew());
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('chat-message-receive', this.#onMessage);
    this.#host.removeEventListener('chat-unread-change', this.#onCount);
    this.#stop();
  }

  get #ways(): ReadonlySet<string> {
    const { notify = this.#host.getAttribute('notify'), sound = this.#host.hasAttribute('sound') } = this.#host;
    const ways = new Set((notify ?? 'preview').split(/\s+/));
    if (sound) ways.add('sound');
    // It stands above a button, and beside no open panel.
    if ((this.#host.mode ?? 'launcher') !== 'launcher' || this.#host.open) ways.delete('preview');
    return ways;
  }

  #wants(...ways: readonly string[]): boolean {
    const wanted = this.#ways;
    return ways.some((way) => wanted.has(way));
  }

  #fetch(): Promise<Notifications | undefined> {
    this.#loading ??= this.#begin(this.#session());
    return this.#loading;
  }

  async #begin(session: Session | undefined): Promise<Notifications | undefined> {
    this.#followed = session;
    try {
      const { Notifications } = await this.#load();
      // Meanwhile the person may have become another one, or the widget may be gone.
      return session && session === this.#followed ? new Notifications(this.#view(session)) : undefined;
    } catch {
      this.#loading = undefined;
      return undefined;
    }
  }

  #view(session: Session): ConstructorParameters<typeof Notifications>[0] {
    const host = this.#host;
    return {
      host,
      session,
      platform: browser,
      ways: () => this.#ways,
      strings: this.#strings,
      placement: () => host.placement ?? host.getAttribute('placement') ?? '',
      announce: (detail) => host.dispatchEvent(new ChatNotifyEvent(detail)),
      open: (roomId) => {
        host.selectRoom?.(roomId);
        host.show?.();
        host.focus();
      },
    };
  }

  #stop(): void {
    void this.#loading?.then((notifications) => {
      notifications?.end();
    });
    this.#loading = undefined;
    this.#followed = undefined;
  }

  readonly #onMessage = (event: ChatMessageReceiveEvent): void => {
    // Of another widget inside this one, it is none of our business.
    if (event.composedPath()[0] !== this.#host || !this.#wants(...WAYS)) return;
    const { message } = event.detail;
    void this.#fetch().then((notifications) => notifications?.received(message));
  };

  /** What counts must be there for what was unread before. */
  readonly #onCount = (): void => {
    const isUnread = (this.#session()?.state.rooms.unreadCount ?? 0) > 0;
    if (isUnread && this.#wants('title', 'badge')) void this.#fetch();
  };
}
