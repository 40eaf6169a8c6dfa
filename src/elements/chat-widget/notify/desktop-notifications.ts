import type { RoomId } from '../../../protocol/model.ts';
import type { News } from './news.ts';

/** Notifications of the person's system, one a room. They are shown where the person has allowed it; nobody is asked here. */
export class DesktopNotifications {
  readonly #open: (roomId: RoomId) => void;
  readonly #shown = new Map<RoomId, Notification>();

  constructor(open: (roomId: RoomId) => void) {
    this.#open = open;
  }

  show({ roomId, title, text }: News, { silent }: { readonly silent: boolean }): void {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    try {
      const notification = new Notification(title, { body: text, tag: `chat-widget ${roomId}`, silent });
      notification.onclick = () => {
        window.focus();
        notification.close();
        this.#open(roomId);
      };
      this.#shown.set(roomId, notification);
    } catch {
      // Browsers of phones have the name, but let only service workers use it.
    }
  }

  closeIf(isRead: (roomId: RoomId) => boolean): void {
    for (const [roomId, notification] of this.#shown) {
      if (!isRead(roomId)) continue;
      notification.close();
      this.#shown.delete(roomId);
    }
  }

  closeAll(): void {
    this.closeIf(() => true);
  }
}
