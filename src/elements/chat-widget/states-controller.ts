import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConnectionState } from '../../protocol/connection-state.ts';
import type { State } from '../../store/state.ts';

const NEWS = ['chat-ready', 'chat-connection-change', 'chat-unread-change', 'chat-rooms-change'];

/** What of the widget the states follow. */
interface StatesHost extends ReactiveControllerHost, HTMLElement {
  readonly mode: string;
  readonly open: boolean;
  readonly connectMode: string;
  readonly connectionState: ConnectionState;
  readonly unreadCount: number;
}

/** Tells the page's styles how the widget is, as `:state(…)`, and whether it waits for the page to connect it. */
export class StatesController implements ReactiveController {
  readonly #host: StatesHost;
  readonly #read: () => State | undefined;
  readonly #states: CustomStateSet;
  #wasWaiting = false;

  constructor(host: StatesHost, read: () => State | undefined) {
    this.#host = host;
    this.#read = read;
    this.#states = host.attachInternals().states;
    for (const name of NEWS) host.addEventListener(name, this.#onNews);
    host.addController(this);
  }

  /** Nothing is connected, nor will be before the page says so. */
  get isWaiting(): boolean {
    return this.#host.connectMode === 'manual' && this.#host.connectionState.status === 'idle';
  }

  hostUpdated(): void {
    this.#wasWaiting = this.isWaiting;
    this.#tell();
  }

  #tell(): void {
    const { open, mode, connectionState, unreadCount } = this.#host;
    const rooms = this.#read()?.rooms;
    this.#toggle('open', open || mode !== 'launcher');
    this.#toggle('connected', connectionState.status === 'online');
    this.#toggle('unread', unreadCount > 0);
    this.#toggle('empty', rooms?.loaded === true && rooms.order.length === 0);
  }

  #toggle(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states.add(name);
      else this.#states.delete(name);
    } catch {
      // Chromium before 125 knows another kind of name only.
    }
  }

  /** They come with every message: the states are told at once, and the widget is rendered only where it changes. */
  readonly #onNews = (event: Event): void => {
    if (event.target !== this.#host) return;
    this.#tell();
    if (this.isWaiting !== this.#wasWaiting) this.#host.requestUpdate();
  };
}
