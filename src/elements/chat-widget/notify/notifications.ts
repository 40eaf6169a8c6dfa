import type { Message, Room, RoomId, User } from '../../../protocol/model.ts';
import { AppBadge } from './app-badge.ts';
import { chime } from './chime.ts';
import { Claims } from './claims.ts';
import { DesktopNotifications } from './desktop-notifications.ts';
import type { News } from './news.ts';
import type { NotifyView } from './notify-view.ts';
import { plainLine } from './plain-line.ts';
import { PreviewBubble } from './preview-bubble.ts';
import { TitleCount } from './title-count.ts';

/** Milliseconds in which a message may be read before anybody is told of it. */
const READING = 300;
/** A page in the background is slower, so that the one in front is the one that tells. */
const READING_ELSEWHERE = 600;
/** Milliseconds between two sounds, of all pages together. */
const SILENCE = 2000;

/** Tells a person of messages that they do not see, in the ways that the page has chosen. */
export class Notifications {
  readonly #view: NotifyView;
  readonly #claims: Claims;
  readonly #title = new TitleCount();
  readonly #badge = new AppBadge();
  readonly #desktop: DesktopNotifications;
  readonly #preview: PreviewBubble;
  /** By room, the newest message of which nobody has been told yet. */
  readonly #waiting = new Map<RoomId, { message: Message; readonly cancel: () => void }>();
  readonly #unsubscribe: () => void;
  #count = 0;
  #cancelCount: (() => void) | undefined;

  constructor(view: NotifyView) {
    const { session, platform } = view;
    this.#view = view;
    this.#claims = new Claims(platform, session.state.self.id);
    this.#desktop = new DesktopNotifications(view.open);
    this.#preview = new PreviewBubble(view);
    this.#unsubscribe = session.subscribe(this.#stateChanged);
    this.#stateChanged();
  }

  received(message: Message): void {
    const { clock, page } = this.#view.platform;
    const { roomId } = message;
    const waiting = this.#waiting.get(roomId);
    if (waiting) {
      waiting.message = message;
      return;
    }
    const cancel = clock.after(page.visible ? READING : READING_ELSEWHERE, () => {
      this.#tell(roomId);
    });
    this.#waiting.set(roomId, { message, cancel });
  }

  /** What the page wants may be something else now, and the panel may be open. */
  renew(): void {
    if (!this.#view.ways().has('preview')) this.#preview.hide();
    this.#showCount();
  }

  /** Nothing of it is left on the page. */
  end(): void {
    this.#unsubscribe();
    this.#cancelCount?.();
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.#claims.end();
    this.#preview.hide();
    this.#desktop.closeAll();
    this.#title.show(0);
    this.#badge.show(0);
  }

  readonly #stateChanged = (): void => {
    const { rooms } = this.#view.session.state;
    for (const [roomId, { cancel }] of this.#waiting) {
      if (rooms.byId.get(roomId)?.unreadCount !== 0) continue;
      // It is being read here, so nobody needs to be told elsewhere.
      cancel();
      this.#waiting.delete(roomId);
      void this.#claims.claim(roomId);
    }
    const isRead = (roomId: RoomId): boolean => !rooms.byId.get(roomId)?.unreadCount;
    this.#preview.hideIf(isRead);
    this.#desktop.closeIf(isRead);
    this.#countChanged(rooms.unreadCount);
  };

  /** More are shown after a moment only: a message that is being read is unread for a moment, too. */
  #countChanged(count: number): void {
    if (count === this.#count) return;
    const isMore = count > this.#count;
    this.#count = count;
    if (!isMore) this.#showCount();
    else this.#cancelCount ??= this.#view.platform.clock.after(READING, this.#showCount);
  }

  readonly #showCount = (): void => {
    this.#cancelCount?.();
    this.#cancelCount = undefined;
    const ways = this.#view.ways();
    this.#title.show(ways.has('title') ? this.#count : 0);
    this.#badge.show(ways.has('badge') ? this.#count : 0);
  };

  #tell(roomId: RoomId): void {
    const { session, announce, ways } = this.#view;
    const message = this.#waiting.get(roomId)?.message;
    this.#waiting.delete(roomId);
    const room = session.state.rooms.byId.get(roomId);
    if (!message || !room?.unreadCount || !announce({ message, room })) return;
    const author = nameOf(session.state.people.get(message.sender.id) ?? message.sender);
    const news = { roomId, title: titleOf(room, author), text: this.#textOf(message) };
    if (ways().has('preview')) this.#preview.show(news);
    void this.#tellOnce(news);
  }

  /** A sound and a notification of the desktop are for all pages of the person together. */
  async #tellOnce(news: News): Promise<void> {
    const { ways, platform } = this.#view;
    const wanted = ways();
    const isSoundWanted = wanted.has('sound');
    if (!isSoundWanted && !wanted.has('desktop')) return;
    if (!(await this.#claims.claim(news.roomId))) return;
    if (wanted.has('desktop') && !platform.page.visible) this.#desktop.show(news, { silent: isSoundWanted });
    if (isSoundWanted && (await this.#claims.claimAnew('sound', SILENCE))) void chime();
  }

  #textOf({ body }: Message): string {
    return plainLine(body) || (this.#view.strings().unknownMessage ?? '');
  }
}

function nameOf({ id, name, email }: User): string {
  return name || email || id;
}

function titleOf({ isGroup, name }: Room, author: string): string {
  return isGroup && name ? `${author} · ${name}` : author;
}
