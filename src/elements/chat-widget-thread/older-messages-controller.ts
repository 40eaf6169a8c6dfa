import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { request } from '../../context/request.ts';
import { browserPage } from '../../platform/page.ts';
import type { ConnectionState } from '../../protocol/connection-state.ts';
import type { RoomId } from '../../protocol/model.ts';
import type { RoomMessages } from '../../store/state.ts';
import type { AnchoredWindowController } from './anchored-window-controller.ts';

/** What the host shows, and whether the server can tell what was before it. */
export interface OlderMessages {
  readonly roomId: RoomId;
  /** Key of the first message, where there is one. */
  readonly firstKey: string | undefined;
  readonly older: RoomMessages['older'];
  readonly connection: ConnectionState;
}

/** Asks for the messages before the first one when the reader comes near to it, and never because of anything else. */
export class OlderMessagesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #window: AnchoredWindowController;
  readonly #read: () => OlderMessages | undefined;
  /** What was asked about last: an answer without messages, or a page that prevents, must not have it asked for ever. */
  #asked: OlderMessages | undefined;

  /** @param read gives undefined while the server cannot be asked */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    window: AnchoredWindowController,
    read: () => OlderMessages | undefined,
  ) {
    this.#host = host;
    this.#window = window;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    this.look();
  }

  /** Also a listener for the scroller. */
  readonly look = (): void => {
    const now = this.#read();
    if (now?.older === 'unknown' && !this.#isSameAsAsked(now) && this.#isNear(now)) this.ask();
  };

  /** The person wants them, whatever was asked before. */
  readonly ask = (): void => {
    const now = this.#read();
    if (now?.older !== 'unknown' && now?.older !== 'failed') return;
    this.#asked = now;
    request(this.#host, 'load-older', { roomId: now.roomId });
  };

  /** Each connection may be asked anew: the answer may have been lost with the one before. */
  #isSameAsAsked({ roomId, firstKey, connection }: OlderMessages): boolean {
    const asked = this.#asked;
    return asked?.roomId === roomId && asked.firstKey === firstKey && asked.connection === connection;
  }

  #isNear({ firstKey }: OlderMessages): boolean {
    if (!browserPage.visible) return false;
    if (!this.#host.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    return firstKey === undefined ? this.#host.clientHeight > 0 : this.#window.isNearStart;
  }
}
