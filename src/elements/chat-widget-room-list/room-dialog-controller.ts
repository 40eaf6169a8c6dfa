import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatWidgetRoomDialog } from '../chat-widget-room-dialog/chat-widget-room-dialog.ts';

const TAG = 'chat-widget-room-dialog';

/** Fetches the dialog in which a room is begun when it is about to be needed, and renders its host when there is news. */
export class RoomDialogController implements ReactiveController {
  /** It was asked for, and is on its way. */
  isAwaited = false;
  /** It was asked for and could not be fetched; it is tried again when it is asked for again. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #find: () => ChatWidgetRoomDialog | null;
  readonly #import: () => Promise<unknown>;
  #loading: Promise<void> | undefined;

  /** @param find the element, which the host renders all the time */
  constructor(
    host: ReactiveControllerHost,
    find: () => ChatWidgetRoomDialog | null,
    load = (): Promise<unknown> => import('../chat-widget-room-dialog/dialog.ts'),
  ) {
    this.#host = host;
    this.#find = find;
    this.#import = load;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isAwaited = false;
  }

  /** Somebody comes near. */
  readonly load = (): void => {
    void this.#load();
  };

  /** Opens it, at once where it is there. */
  async open(): Promise<void> {
    if (!customElements.get(TAG)) {
      this.#tell({ isAwaited: true, hasFailed: false });
      await this.#load();
      // Removed meanwhile, or asked for twice.
      if (!this.isAwaited) return;
      this.#tell({ isAwaited: false, hasFailed: !customElements.get(TAG) });
    }
    if (!this.hasFailed) this.#find()?.show();
  }

  #tell(news: Pick<RoomDialogController, 'isAwaited' | 'hasFailed'>): void {
    Object.assign(this, news);
    this.#host.requestUpdate();
  }

  #load(): Promise<void> {
    if (customElements.get(TAG)) return Promise.resolve();
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<void> {
    try {
      await this.#import();
    } catch {
      // A browser remembers no failed import: the next one is another attempt.
      this.#loading = undefined;
    }
  }
}
