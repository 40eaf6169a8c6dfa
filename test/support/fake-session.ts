import type { KeyedStorage } from '../../src/platform/storage.ts';
import type { RoomId, User } from '../../src/protocol/model.ts';
import type { RequestName, Requests } from '../../src/session/requests.ts';
import type { Session, SessionObserver } from '../../src/session/session.ts';
import type { Action } from '../../src/store/actions.ts';
import { initialState, type State } from '../../src/store/state.ts';
import { Store } from '../../src/store/store.ts';
import { ada } from './fixtures.ts';

/** A session without a connection: a test tells it the facts, and reads what was asked of it. */
export class FakeSession implements Session {
  readonly requests: { name: RequestName; detail: Requests[RequestName] }[] = [];
  readonly shownRooms = new Set<RoomId>();
  storage: KeyedStorage | undefined;
  readonly #store: Store;
  readonly #observers = new Set<SessionObserver>();

  constructor(self: User = ada) {
    this.#store = new Store(initialState(self));
  }

  get state(): State {
    return this.#store.state;
  }

  dispatch(...actions: Action[]): void {
    for (const action of actions) {
      const previous = this.state;
      this.#store.dispatch(action);
      for (const observer of this.#observers) observer.acted?.(action, this.state, previous);
    }
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  observe(observer: SessionObserver): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  request<N extends RequestName>(name: N, detail: Requests[N]): void {
    this.requests.push({ name, detail });
  }

  connect(): void {
    this.dispatch({ type: 'connection-changed', connection: { status: 'online', attempt: 0 } });
  }

  disconnect(): void {
    this.dispatch({ type: 'connection-changed', connection: { status: 'idle', attempt: 0 } });
  }

  showRoom(roomId: RoomId): () => void {
    this.shownRooms.add(roomId);
    return () => this.shownRooms.delete(roomId);
  }

  setCredentials(): void {
    // Nobody checks them here.
  }

  setContacts(contacts: readonly User[]): void {
    this.dispatch({ type: 'contacts-given', contacts });
  }
}
