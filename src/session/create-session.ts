import type { Connection } from '../connection/connection.ts';
import { Listeners } from '../connection/listeners.ts';
import { OutboxStorage } from '../connection/outbox-storage.ts';
import { TOO_LARGE } from '../connection/refusal.ts';
import { UNREADABLE } from '../connection/tolerant-parser.ts';
import type { PageMoment } from '../platform/page.ts';
import type { Platform } from '../platform/platform.ts';
import type { KeyedStorage } from '../platform/storage.ts';
import { decodeWith } from '../protocol/decode.ts';
import type { ConnectionState } from '../protocol/connection-state.ts';
import type { ServerEventName } from '../protocol/events.ts';
import type { RoomId, User } from '../protocol/model.ts';
import { serverEventName } from '../protocol/wire-name.ts';
import type { Action } from '../store/actions.ts';
import { initialState, type State } from '../store/state.ts';
import { Store } from '../store/store.ts';
import { askPresence } from './ask-presence.ts';
import { Broadcasts } from './broadcasts.ts';
import { Deliveries } from './deliveries.ts';
import { DraftKeeping } from './draft-keeping.ts';
import { eventMap } from './event-map.ts';
import { Handshake } from './handshake.ts';
import { History } from './history.ts';
import { openStorage, type SessionStorage } from './open-storage.ts';
import type { Parts } from './parts.ts';
import { PresencePolling } from './presence-polling.ts';
import { ReadKeeping } from './read-keeping.ts';
import { requestMap } from './request-map.ts';
import type { RequestName, Requests } from './requests.ts';
import { awaitRooms } from './room-answers.ts';
import type { Credentials, Session, SessionObserver, SessionOptions } from './session.ts';
import { ShownRooms } from './shown-rooms.ts';
import { Timers } from './timers.ts';
import { TypingSignals } from './typing-signals.ts';
import { Wire } from './wire.ts';

const PRESENCE_MS = 30_000;
/** More than these would be a log, not a report. */
const MOST_PROBLEMS = 100;

/** A session and the end of it, which only its keeper may bring. */
export interface OwnedSession extends Session {
  /** Nothing of it is left: no connection, timer or listener, and nothing late has an effect. */
  close(): void;
}

/** What a session needs to open its connection; it gives the credentials, which can change while it lives. */
export type Connect = (credentials: () => Credentials) => Connection;

export function createSession(options: SessionOptions, platform: Platform, connect: Connect): OwnedSession {
  return new LiveSession(options, platform, connect);
}

class LiveSession implements OwnedSession, Parts {
  readonly platform: Platform;
  readonly connection: Connection;
  readonly wire: Wire;
  readonly deliveries: Deliveries;
  readonly history: History;
  readonly broadcasts: Broadcasts;
  readonly typing: TypingSignals;
  readonly presence: PresencePolling;
  readonly timers: Timers;
  readonly #options: SessionOptions;
  readonly #store: Store;
  readonly #observers = new Listeners<SessionObserver>();
  readonly #knownProblems = new Set<string>();
  readonly #handshake = new Handshake(this);
  readonly #rooms = new ShownRooms(this);
  readonly #stop: () => void;
  readonly #storage: SessionStorage | undefined;
  #drafts: DraftKeeping | undefined;
  #reads: ReadKeeping | undefined;
  #hasBegun = false;
  #credentials: Credentials;
  #isClosed = false;
  /** Counts the connections: an answer that belongs to an earlier one is void. */
  #connections = 0;

  constructor(options: SessionOptions, platform: Platform, connect: Connect) {
    const { user, protocol } = options;
    this.#options = options;
    this.#credentials = options;
    this.platform = platform;
    this.#store = new Store(initialState(user));
    this.connection = connect(() => this.#credentials);
    this.wire = new Wire(this.connection, protocol, (event, reason) => {
      this.#problem(event, reason);
    });
    this.#storage = openStorage(options, platform);
    this.deliveries = new Deliveries(this, {
      storage: this.#storage && new OutboxStorage({ ...platform, ...this.#storage }),
      sendClientId: protocol?.sendClientId ?? false,
    });
    this.#drafts = this.#storage && new DraftKeeping(this, this.#storage);
    this.#reads = this.#storage && new ReadKeeping(this, this.#storage);
    this.history = new History(this);
    this.broadcasts = new Broadcasts((messages) => {
      this.#reduce({ type: 'messages-received', messages });
    });
    this.typing = new TypingSignals(
      platform.clock,
      (event, roomId) => this.wire.emit(event, { roomId, user }) === 'sent',
    );
    this.presence = new PresencePolling(platform, options.presenceInterval ?? PRESENCE_MS, () => askPresence(this));
    this.timers = new Timers(platform.clock);
    this.#stop = this.#listen();
  }

  get state(): State {
    return this.#store.state;
  }

  get storage(): KeyedStorage | undefined {
    return this.#drafts && this.#storage?.storage;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  observe(observer: SessionObserver): () => void {
    return this.#observers.add(observer);
  }

  request<N extends RequestName>(name: N, detail: Requests[N]): void {
    if (this.#isClosed) return;
    this.#begin();
    this.broadcasts.flush();
    requestMap[name](this, detail);
  }

  connect(): void {
    this.request('reconnect', {});
  }

  disconnect(): void {
    this.typing.end();
    this.connection.close();
  }

  showRoom(roomId: RoomId): () => void {
    const hide = this.#rooms.show(roomId);
    return () => {
      // No timer may begin in what has ended.
      if (!this.#isClosed) hide();
    };
  }

  setCredentials(credentials: Credentials): void {
    this.#credentials = credentials;
    if (this.state.connection.status === 'unauthorized') this.connection.retry();
  }

  setContacts(contacts: readonly User[]): void {
    this.dispatch({ type: 'contacts-given', contacts });
  }

  async forget(): Promise<void> {
    this.#drafts = undefined;
    this.#reads?.stop();
    this.#reads = undefined;
    await this.deliveries.forget();
  }

  close(): void {
    this.disconnect();
    this.#drafts?.flush();
    this.#reads?.flush();
    this.#reads?.stop();
    this.#isClosed = true;
    this.#stop();
    this.deliveries.close();
    this.presence.end();
    this.timers.clearAll();
    this.#observers.clear();
  }

  dispatch(action: Action): void {
    this.broadcasts.flush();
    this.#reduce(action);
  }

  #reduce(action: Action): void {
    if (this.#isClosed) return;
    const previous = this.state;
    this.#store.dispatch(action);
    const { state } = this;
    this.#observers.tell((observer) => observer.acted?.(action, state, previous));
    if (state.messages !== previous.messages) this.deliveries.settle();
    if (hasGap(action, state)) this.history.gapFound();
    this.#reads?.acted(action);
    this.#rooms.acted(action);
    if (state.drafts !== previous.drafts) this.#drafts?.changed(state.drafts, previous.drafts);
    if (state.roomCreations !== previous.roomCreations || state.connection !== previous.connection) awaitRooms(this);
  }

  #listen(): () => void {
    const stopConnection = this.connection.subscribe({
      stateChanged: (connection) => {
        if (connection.status !== 'online') this.#lost(connection);
        this.dispatch({ type: 'connection-changed', connection });
      },
      connected: (recovered) => {
        this.#connected(recovered);
      },
      received: (event, args) => {
        this.#receive(event, args);
      },
    });
    const stopPage = this.platform.page.subscribe((moment) => {
      this.#pageChanged(moment);
    });
    return () => {
      stopPage();
      stopConnection();
    };
  }

  /** Not before there is something to do: a page may carry a session that is never used. */
  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    void this.deliveries.begin();
    void this.#drafts?.begin();
    void this.#reads?.begin();
  }

  #pageChanged(moment: PageMoment): void {
    if (moment === 'restored') void this.deliveries.begin();
    else if (moment === 'visible') {
      this.presence.ask();
      void this.deliveries.adopt();
      if (this.#hasBegun) void this.#reads?.begin();
    } else {
      this.typing.end();
      this.#drafts?.flush();
      this.#reads?.flush();
      if (moment === 'frozen') {
        this.#reads?.stop();
        this.deliveries.suspend();
      }
    }
  }

  #connected(recovered: boolean): void {
    this.#connections += 1;
    const connection = this.#connections;
    if (recovered) this.dispatch({ type: 'connection-recovered' });
    void this.deliveries.adopt();
    this.#handshake.shake(() => connection === this.#connections);
  }

  #lost({ error }: ConnectionState): void {
    this.#connections += 1;
    this.deliveries.lost(error?.code === TOO_LARGE.code ? error : undefined);
    this.history.lost();
    this.typing.forget();
    this.timers.clear('rooms');
    this.timers.clear('silence');
    this.presence.end();
  }

  #receive(wire: string, args: readonly unknown[]): void {
    const event = serverEventName(wire, this.#options.protocol);
    if (event !== 'message_broadcast') this.broadcasts.flush();
    if (event) this.#decode(event, args[0]);
    else if (wire === UNREADABLE) this.#problem(wire, 'socket.io could not read it');
  }

  #decode<E extends ServerEventName>(event: E, payload: unknown): void {
    const context = { now: this.platform.clock.now() };
    const { value, problems } = decodeWith(event, payload, context, this.#options.protocol);
    if (value !== undefined) eventMap[event](this, value);
    for (const reason of problems) this.#problem(event, reason);
  }

  /** A backend that is wrong is wrong each time; once is enough to know. */
  #problem(event: string, reason: string): void {
    const name = `${event}: ${reason}`;
    if (this.#isClosed || this.#knownProblems.has(name) || this.#knownProblems.size >= MOST_PROBLEMS) return;
    this.#knownProblems.add(name);
    this.#observers.tell((observer) => observer.protocolProblem?.({ event, reason }));
  }
}

/** Whether something may be missing in the rooms in which something has just arrived. */
function hasGap(action: Action, { messages }: State): boolean {
  if (action.type === 'gap-suspected') return true;
  return action.type === 'messages-received' && action.messages.some(({ roomId }) => messages.get(roomId)?.gaps.size);
}
