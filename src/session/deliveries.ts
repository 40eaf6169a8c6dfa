import { Outbox, type OutboxMessage } from '../connection/outbox.ts';
import type { OutboxStorage } from '../connection/outbox-storage.ts';
import { decodeMessageAnswer } from '../protocol/decode-answer.ts';
import type { ChatError, Departure, RoomId, UnsentMessage } from '../protocol/model.ts';
import type { MessageEntry } from '../store/state.ts';
import type { Core } from './core.ts';

/** How often this page looks for messages whose page is gone. */
const ADOPTION_MS = 30_000;
const UNSENDABLE: ChatError = { code: 'unsendable', message: 'This message cannot be put on the wire.' };

export interface DeliveryOptions {
  /** Undefined where nothing is to be stored: then a closed page loses what waits. */
  readonly storage: OutboxStorage | undefined;
  /** The page says that the backend takes client ids, although it announces nothing. */
  readonly sendClientId: boolean;
}

/** Brings own messages to the server: from the store to the device, from there to the wire, until they are proven to be saved. */
export class Deliveries {
  readonly #core: Core;
  readonly #options: DeliveryOptions;
  readonly #outbox: Outbox;
  /** All that is not proven to be saved, also what was given up. */
  readonly #unsent = new Map<string, RoomId>();
  /** Those of them that would be lost with the page. */
  readonly #unkept = new Set<string>();
  #stopAsking: (() => void) | undefined;
  /** What an earlier page left here goes first. */
  #isReady: boolean;
  #knowsRooms = false;
  #isGreeted = false;
  #isClosed = false;
  #beginnings = 0;
  /** Counts the connections. */
  #connection = 0;
  /** On which of them a message was on the wire for the first time. */
  readonly #departedOn = new Map<string, number>();

  constructor(core: Core, options: DeliveryOptions) {
    this.#core = core;
    this.#options = options;
    this.#isReady = !options.storage;
    this.#outbox = new Outbox({
      clock: core.platform.clock,
      keep: (unsent) => this.#keep(unsent),
      depart: (message) => this.#depart(message),
      send: (message, departure) => this.#send(message, departure),
      ask: () => {
        core.wire.emit('get_chats', { user: core.state.self });
      },
      heardAt: () => core.connection.heardAt,
      doubt: () => {
        core.connection.doubt();
      },
      failed: ({ roomId, clientId: key }, failure) => {
        core.dispatch({ type: 'message-failed', roomId, key, failure });
        this.#keepEntry(roomId, key);
      },
    });
  }

  /** The only message on its way; undefined when there is none or more than one. */
  get onlyInFlight(): OutboxMessage | undefined {
    return this.#outbox.onlyInFlight;
  }

  /** Becomes the owner of what is stored here, after the page was loaded or came back. */
  async begin(): Promise<void> {
    const { storage } = this.#options;
    if (!storage) return;
    this.#isReady = false;
    this.#outbox.pause();
    this.#beginnings += 1;
    const beginning = this.#beginnings;
    await storage.begin();
    await this.adopt();
    const owned = await storage.owned();
    // The page was frozen and came back meanwhile: it owns other things now.
    if (beginning !== this.#beginnings) return;
    // While this page was frozen another one sent them, or has yet to.
    for (const [key, roomId] of this.#unsent) {
      if (!owned || owned.has(key) || this.#unkept.has(key)) continue;
      this.#forget(key);
      this.#core.dispatch({ type: 'message-discarded', roomId, key });
    }
    this.#isReady = true;
    this.#open();
    this.#adoptLater();
  }

  /** A page that is closed beside this one tells nobody. */
  #adoptLater(): void {
    if (this.#isClosed) return;
    this.#core.timers.set('adopt', ADOPTION_MS, () => {
      if (this.#core.platform.page.visible) void this.adopt();
      this.#adoptLater();
    });
  }

  /** Takes over what a page left behind that is gone. */
  async adopt(): Promise<void> {
    const restored = (await this.#options.storage?.adopt()) ?? [];
    if (restored.length === 0 || this.#isClosed) return;
    const news = restored.filter(({ message }) => !this.#unsent.has(message.clientId));
    for (const { message } of news) this.#unsent.set(message.clientId, message.roomId);
    this.#core.dispatch({ type: 'messages-restored', restored: news });
    // Some may have been confirmed while they were read.
    this.settle();
    for (const unsent of news) {
      if (!unsent.failure && this.#unsent.has(unsent.message.clientId)) this.#outbox.add(unsent, true);
    }
  }

  /** A message that stands in the store, pending. */
  add(unsent: UnsentMessage): void {
    const { clientId, roomId } = unsent.message;
    this.#unsent.set(clientId, roomId);
    this.#outbox.add(unsent);
  }

  /** Once more, after it was given up. */
  retry(unsent: UnsentMessage): void {
    this.#outbox.add(unsent);
    this.#keepEntry(unsent.message.roomId, unsent.message.clientId);
  }

  fail(message: OutboxMessage, failure: ChatError): void {
    this.#outbox.fail(message, failure);
  }

  /** The store changed: what it has found to be saved, or does not hold any more, need not be sent. */
  settle(): void {
    for (const [key, roomId] of this.#unsent) {
      const status = this.#entry(roomId, key)?.status;
      if (status && status !== 'sent') continue;
      this.#forget(key);
      this.#options.storage?.remove(key);
    }
    this.#askBeforeLeaving();
  }

  /**
   * What the server has is known: what was saved just before a cut is found in it, and only the rest is sent again.
   * @param complete when what was missed has been fetched; a server that knows client ids needs no such search
   */
  roomsReceived(complete?: Promise<void>): void {
    if (complete && !this.#core.state.capabilities.has('ack')) {
      const connection = this.#connection;
      void complete.then(() => {
        if (connection === this.#connection) this.roomsReceived();
      });
      return;
    }
    this.#outbox.answered();
    this.openAnyway();
  }

  /** A server that does not tell what it has must not keep messages from going. */
  openAnyway(): void {
    this.#knowsRooms = true;
    this.#open();
  }

  /** The server has answered our greeting, or will not. */
  greeted(): void {
    this.#isGreeted = true;
    this.#open();
  }

  lost(reason?: ChatError): void {
    this.#connection += 1;
    this.#knowsRooms = false;
    this.#isGreeted = false;
    this.#outbox.pause(reason);
  }

  suspend(): void {
    this.#isReady = !this.#options.storage;
    this.#beginnings += 1;
    this.#options.storage?.suspend();
  }

  /** Nothing stays on the device, and nothing is written there any more. */
  async forget(): Promise<void> {
    await this.#options.storage?.forget();
  }

  close(): void {
    this.#isClosed = true;
    this.#outbox.clear();
    this.#unsent.clear();
    this.#unkept.clear();
    this.#askBeforeLeaving();
    this.#options.storage?.close();
  }

  /** A message that may have been saved under its client id is not sent before the server says whether it knows such ids. */
  #open(): void {
    const isKnown = this.#knowsRooms && (this.#isGreeted || !this.#needsGreeting());
    if (isKnown && this.#isReady) this.#outbox.open();
  }

  #needsGreeting(): boolean {
    return [...this.#unsent].some(([key, roomId]) => this.#entry(roomId, key)?.departure?.withClientId);
  }

  #depart({ roomId, clientId: key }: OutboxMessage): Departure {
    const { state } = this.#core;
    const withClientId = state.capabilities.has('ack') || this.#options.sendClientId;
    if (!this.#entry(roomId, key)?.departure) this.#departedOn.set(key, this.#connection);
    this.#core.dispatch({ type: 'message-departed', roomId, key, withClientId });
    return this.#entry(roomId, key)?.departure ?? { withClientId };
  }

  #send(message: OutboxMessage, { withClientId }: Departure): 'sent' | 'offline' | ChatError {
    const { roomId, body, type, clientId } = message;
    const { state, wire } = this.#core;
    const source = { roomId, body, type, user: state.self, ...(withClientId && { clientId }) };
    if (!state.capabilities.has('ack')) {
      const emission = wire.emit('new_message', source);
      return emission === 'unsendable' ? UNSENDABLE : emission;
    }
    if (this.#core.connection.state.status !== 'online') return 'offline';
    wire.request('new_message', source).then(
      (answer) => {
        this.#answered(message, answer);
      },
      () => {
        // Lost or late: the outbox has timeouts of its own.
      },
    );
    return 'sent';
  }

  #answered(message: OutboxMessage, answer: unknown): void {
    const { roomId, clientId } = message;
    const result = decodeMessageAnswer(answer, { now: this.#core.platform.clock.now(), roomId });
    if (!result || !this.#unsent.has(clientId)) return;
    if ('error' in result) {
      this.fail(message, result.error);
      return;
    }
    const isRepeat = this.#departedOn.get(clientId) !== this.#connection;
    this.#core.dispatch({ type: 'messages-received', messages: [{ ...result.message, clientId }] });
    // It may have been saved long ago, and others behind it.
    if (isRepeat) this.#core.dispatch({ type: 'gap-suspected', roomId, key: clientId });
  }

  #forget(key: string): void {
    this.#unsent.delete(key);
    this.#unkept.delete(key);
    this.#departedOn.delete(key);
    this.#outbox.remove(key);
  }

  #keepEntry(roomId: RoomId, key: string): void {
    const entry = this.#entry(roomId, key);
    if (entry && entry.status !== 'sent') void this.#keep(unsentOf(entry));
  }

  #keep(unsent: UnsentMessage): Promise<void> | undefined {
    const { clientId } = unsent.message;
    const { storage } = this.#options;
    this.#unkept.add(clientId);
    this.#askBeforeLeaving();
    return storage?.put(unsent).then((isKept) => {
      if (isKept) this.#unkept.delete(clientId);
      this.#askBeforeLeaving();
    });
  }

  #askBeforeLeaving(): void {
    const isAsking = this.#stopAsking !== undefined;
    if (this.#unkept.size > 0 === isAsking) return;
    this.#stopAsking?.();
    this.#stopAsking = isAsking ? undefined : this.#core.platform.page.askBeforeLeaving();
  }

  #entry(roomId: RoomId, key: string): MessageEntry | undefined {
    return this.#core.state.messages.get(roomId)?.entries.get(key);
  }
}

/** What has to be kept of a message. */
export function unsentOf({ key, departure, failure, status: _, ...message }: MessageEntry): UnsentMessage {
  return {
    message: { ...message, clientId: key },
    ...(departure && { departure }),
    ...(failure && { failure }),
  };
}
