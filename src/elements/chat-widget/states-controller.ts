import type { ReactiveController } from 'lit';
import type { ChatWidget } from './chat-widget.ts';

const NEWS = ['chat-connection-change', 'chat-unread-change', 'chat-rooms-change'];

/** Tells the page's styles how the widget is, as `:state(…)`, and the widget itself when there is news of it. */
export class StatesController implements ReactiveController {
  readonly #host: ChatWidget;
  readonly #states: CustomStateSet;

  constructor(host: ChatWidget) {
    this.#host = host;
    this.#states = host.attachInternals().states;
    for (const name of NEWS) host.addEventListener(name, this.#onNews);
    host.addController(this);
  }

  /** Nothing is connected, nor will be before the page says so. */
  get isWaiting(): boolean {
    return this.#host.connectMode === 'manual' && this.#host.connectionState.status === 'idle';
  }

  hostUpdated(): void {
    const { open, mode, connectionState, unreadCount, rooms } = this.#host;
    const isConnected = connectionState.status === 'online';
    this.#toggle('open', open || mode !== 'launcher');
    this.#toggle('connected', isConnected);
    this.#toggle('unread', unreadCount > 0);
    this.#toggle('empty', isConnected && rooms.length === 0);
  }

  #toggle(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states.add(name);
      else this.#states.delete(name);
    } catch {
      // Chromium before 125 knows another kind of name only.
    }
  }

  readonly #onNews = (event: Event): void => {
    if (event.target === this.#host) this.#host.requestUpdate();
  };
}
