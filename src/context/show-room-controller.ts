import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomId } from '../protocol/model.ts';
import type { Session } from '../session/session.ts';
import { sessionContext } from './session-context.ts';

/** Tells the session which room its host shows, so that its messages stay in memory as long. */
export class ShowRoomController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #roomId: () => RoomId | undefined;
  readonly #session: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  #shown: { readonly session: Session; readonly roomId: RoomId; readonly hide: () => void } | undefined;

  /** @param roomId read at each of the host's updates */
  constructor(host: ReactiveControllerHost & HTMLElement, roomId: () => RoomId | undefined) {
    this.#host = host;
    this.#roomId = roomId;
    this.#session = new ContextConsumer(host, { context: sessionContext, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    // An update may come after the removal: nobody would say then that the room is left.
    if (!this.#host.isConnected) return;
    const session = this.#session.value;
    const roomId = this.#roomId();
    if (session === this.#shown?.session && roomId === this.#shown?.roomId) return;
    this.hostDisconnected();
    if (session && roomId !== undefined) this.#shown = { session, roomId, hide: session.showRoom(roomId) };
  }

  hostDisconnected(): void {
    this.#shown?.hide();
    this.#shown = undefined;
  }
}
