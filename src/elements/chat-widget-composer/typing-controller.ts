import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { request } from '../../context/request.ts';
import type { RoomId } from '../../protocol/model.ts';
import type { Session } from '../../session/session.ts';

/** Tells the others that the person is about to type, and tells them in time that it is over. */
export class TypingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => Session | undefined;
  /** Where the others were told. */
  #roomId: RoomId | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostDisconnected(): void {
    if (this.#roomId === undefined) return;
    // An event from here no longer reaches the provider; without this the others would see a ghost typing.
    this.#session()?.request('signal-typing', { roomId: this.#roomId, moment: 'blur' });
    this.#roomId = undefined;
  }

  signal(moment: 'focus' | 'input', roomId: RoomId | undefined): void {
    this.#roomId = roomId;
    if (roomId !== undefined) request(this.#host, 'signal-typing', { roomId, moment });
  }

  blur(): void {
    if (this.#roomId !== undefined) {
      request(this.#host, 'signal-typing', { roomId: this.#roomId, moment: 'blur' });
    }
    this.#roomId = undefined;
  }

  /** The field, which may have the focus, is for another room now. */
  moveTo(roomId: RoomId | undefined): void {
    if (this.#roomId === undefined) return;
    this.blur();
    this.signal('focus', roomId);
  }
}
