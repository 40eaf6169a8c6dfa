import type { LitElement } from 'lit';
import { ChatBeforeSendEvent } from '../events/chat-before-send-event.ts';
import { ChatRoomCreateEvent } from '../events/chat-room-create-event.ts';
import { ChatRequestEvent } from '../events/request-event.ts';
import type { RoomId } from '../protocol/model.ts';
import { REQUEST_NAMES, type RequestName, type Requests } from '../session/requests.ts';
import type { Session } from '../session/session.ts';
import { createRoom } from './create-room.ts';

/** Requests that the page may prevent by an event of their own. */
const BEFORE: { readonly [N in RequestName]?: (detail: Requests[N]) => Event } = {
  send: (detail) => new ChatBeforeSendEvent(detail),
  'create-room': ({ name, participants, isGroup }) => new ChatRoomCreateEvent({ name, participants, isGroup }),
};

/**
 * The one way to the session, for the elements inside its host (by request events) and for the host's methods alike.
 * What is asked before there is a session waits for it.
 */
export class RequestController {
  readonly #host: LitElement;
  readonly #session: () => Session | undefined;
  readonly #waiting: ((session: Session) => void)[] = [];

  constructor(host: LitElement, session: () => Session | undefined) {
    this.#host = host;
    this.#session = session;
    for (const name of REQUEST_NAMES) host.addEventListener(`chat-${name}-request`, this.#onRequest);
  }

  /** @returns false when the page prevented it */
  ask<N extends RequestName>(name: N, detail: Requests[N]): boolean {
    const allowed = this.#allows(name, detail);
    if (allowed) {
      this.whenSession((session) => {
        session.request(name, detail);
      });
    }
    return allowed;
  }

  /** Asks for a room and waits for it; rejects with the server's reason. */
  createRoom(wish: Requests['create-room']): Promise<RoomId> {
    return new Promise((resolve, reject) => {
      this.whenSession((session) => {
        if (this.#allows('create-room', wish)) createRoom(session, wish).then(resolve, reject);
        else reject(new Error('createRoom: the page prevented chat-room-create.'));
      });
    });
  }

  whenSession(run: (session: Session) => void): void {
    const session = this.#session();
    if (session) run(session);
    else this.#waiting.push(run);
  }

  /** To be called when there is a session. */
  flush(): void {
    for (const run of this.#waiting.splice(0)) this.whenSession(run);
  }

  /** Forgets what waits: it was asked for in the name of a user who is gone. */
  clear(): void {
    this.#waiting.length = 0;
  }

  #allows<N extends RequestName>(name: N, detail: Requests[N]): boolean {
    const before = BEFORE[name];
    return !before || this.#host.dispatchEvent(before(detail));
  }

  readonly #onRequest = (event: Event): void => {
    if (!(event instanceof ChatRequestEvent)) return;
    event.stopPropagation();
    if (!event.defaultPrevented && !this.ask(event.request, event.detail)) event.preventDefault();
  };
}
