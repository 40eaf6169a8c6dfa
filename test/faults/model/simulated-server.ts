import { TEXT_MESSAGE } from '../../../src/protocol/model.ts';
import type { NewMessagePayload, GetMessagesPayload, WireUser } from '../../../src/protocol/events.ts';
import type { Backend } from './backends.ts';
import type { Chance } from './chance.ts';
import { Database, type Row } from './database.ts';
import { PageClock, type VirtualTime } from './virtual-time.ts';

/** The server's end of a connection. */
export interface ServerSocket {
  send(event: string, payload: unknown): void;
  /** The server is gone, and the connection with it. */
  drop(): void;
}

export type Answer = (answer: unknown) => void;

/** What befalls the next message that a server is asked to save. */
export type Mishap =
  | {
      readonly type:
        'crash before commit' | 'crash after commit' | 'drop the echo' | 'drop the acknowledgement' | 'double the echo';
    }
  | { readonly type: 'delay the echo'; readonly ms: number };

/** So many messages at most are in a page of history, whatever the client asks for. */
export const HISTORY_PAGE = 3;

/** A backend of the contract, with the database as the only thing that survives a crash of it. */
export class SimulatedServer {
  readonly database = new Database();
  /** Ids of rows whose sender never gets an echo: on a line that is fine nobody could know that. */
  readonly untold = new Set<string>();
  /** Messages were told in another order than they were saved: then nobody could know where one is missing. */
  hasMixedUp: boolean;
  crashes = 0;
  /** What was saved in the moment of a crash: no echo has told anybody. */
  readonly unechoed: Row[] = [];
  readonly #backend: Backend;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #rooms: readonly { readonly room_id: string; readonly participants: readonly WireUser[] }[];
  /** By connection; undefined until `connected` has told who it is. */
  readonly #sockets = new Map<ServerSocket, string | undefined>();
  readonly #mishaps: Mishap[] = [];
  /** Dies with the process: what was being handled in a crash is never finished. */
  #process: PageClock | undefined;
  /** Per queue, when its last job ends. */
  readonly #busyUntil = new Map<string, number>();

  constructor(backend: Backend, rooms: SimulatedServer['rooms'], time: VirtualTime, chance: Chance) {
    this.#backend = backend;
    this.hasMixedUp = backend.isConcurrent;
    this.#rooms = rooms;
    this.#time = time;
    this.#chance = chance;
    this.#process = new PageClock(time);
  }

  get rooms(): readonly { readonly room_id: string; readonly participants: readonly WireUser[] }[] {
    return this.#rooms;
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  start(): void {
    this.#process ??= new PageClock(this.#time);
  }

  crash(): void {
    this.crashes += 1;
    this.#process?.stop();
    this.#process = undefined;
    this.#busyUntil.clear();
    const sockets = [...this.#sockets.keys()];
    this.#sockets.clear();
    for (const socket of sockets) socket.drop();
  }

  /** The next message that arrives is the victim; mishaps wait in line. */
  expect(mishap: Mishap): void {
    this.#mishaps.push(mishap);
  }

  get expectsMishap(): boolean {
    return this.#mishaps.length > 0;
  }

  forgetMishaps(): void {
    this.#mishaps.length = 0;
  }

  accept(socket: ServerSocket): void {
    this.#sockets.set(socket, undefined);
  }

  forget(socket: ServerSocket): void {
    this.#sockets.delete(socket);
  }

  receive(socket: ServerSocket, event: string, payload: unknown, answer?: Answer): void {
    if (!this.#sockets.has(socket)) return;
    if (event === 'connected') {
      this.#sockets.set(socket, (payload as { user: WireUser }).user.user_id);
      const { capabilities } = this.#backend;
      // At once: what a server can is known before what a person has.
      if (capabilities) answer?.({ capabilities });
    } else if (event === 'get_chats') this.#handle('chats', () => socket.send('set_chats', this.#chats()));
    else if (event === 'get_messages')
      this.#handle('history', () => answer?.(this.#page(payload as GetMessagesPayload)));
    else if (event === 'new_message') this.#receiveMessage(socket, payload as NewMessagePayload, answer);
  }

  /** Runs a handler when it is its turn, and what it answers comes some time after what it has read. */
  #handle(queue: string, handler: () => void, ms = this.#handlingTime()): void {
    const now = this.#time.now();
    const start = this.#backend.isConcurrent ? now : Math.max(now, this.#busyUntil.get(queue) ?? 0);
    this.#busyUntil.set(queue, start + ms);
    this.#process?.after(start + ms - now, handler);
  }

  /** Nearly all handlers are quick; some take longer than a reconnection. */
  #handlingTime(): number {
    return this.#chance.happens(0.1) ? 500 + this.#chance.upTo(3500) : this.#chance.upTo(100);
  }

  #receiveMessage(socket: ServerSocket, payload: NewMessagePayload, answer: Answer | undefined): void {
    const mishap = this.#mishaps.shift();
    this.#handle(`room ${payload.room}`, () => {
      if (mishap?.type === 'crash before commit') {
        this.crash();
        return;
      }
      const { user, client_id: clientId } = payload;
      const isKnown = this.#acknowledges && clientId !== undefined;
      const saved = isKnown ? this.database.find(user.user_id, clientId) : undefined;
      const row = saved ?? this.#save(payload);
      if (mishap?.type === 'crash after commit') {
        if (!saved) this.unechoed.push(row);
        this.crash();
        return;
      }
      if (!saved) this.#broadcast(row, socket, mishap);
      if (this.#acknowledges && mishap?.type !== 'drop the acknowledgement') answer?.({ message: this.#tell(row) });
    });
  }

  get #acknowledges(): boolean {
    return this.#backend.capabilities?.includes('ack') ?? false;
  }

  #save({ room, message_body: body, user, client_id: clientId }: NewMessagePayload): Row {
    const createdAt = this.#time.now() + (this.#backend.clockDifference ?? 0);
    return this.database.save({
      roomId: room,
      body,
      senderId: user.user_id,
      createdAt,
      ...(clientId !== undefined && { clientId }),
    });
  }

  /** To every participant that is connected then. A concurrent backend takes its time, so broadcasts overtake each other. */
  #broadcast(row: Row, sender: ServerSocket, mishap: Mishap | undefined): void {
    if (mishap?.type === 'drop the echo') this.untold.add(row.id);
    if (mishap?.type === 'delay the echo' || mishap?.type === 'double the echo') this.hasMixedUp = true;
    const send = (to: (userId: string) => boolean): void => {
      for (const [socket, userId] of this.#sockets) {
        if (userId === undefined || !to(userId) || (mishap?.type === 'drop the echo' && socket === sender)) continue;
        socket.send('message_broadcast', this.#tell(row));
      }
    };
    const isLate = (userId: string): boolean => mishap?.type === 'delay the echo' && userId === row.senderId;
    const sendNow = (): void => send((userId) => !isLate(userId));
    const wait = this.#backend.isConcurrent ? this.#chance.upTo(50) : 0;
    if (wait > 0) this.#process?.after(wait, sendNow);
    else sendNow();
    if (mishap?.type === 'delay the echo') this.#process?.after(mishap.ms, () => send(isLate));
    if (mishap?.type === 'double the echo') this.#process?.after(this.#chance.upTo(2000), sendNow);
  }

  #chats(): unknown {
    const { embeds } = this.#backend;
    return this.#rooms.map((room) => {
      const messages = this.database.of(room.room_id).map((row) => this.#tell(row));
      return {
        ...room,
        name: room.room_id,
        is_group: true,
        ...(embeds === 1 && { last_message: messages.at(-1) }),
        ...(embeds > 1 && { messages: messages.slice(-Math.min(embeds, messages.length)) }),
      };
    });
  }

  #page({ room, before, after, limit }: GetMessagesPayload): unknown {
    const rows = this.database.of(room);
    const cursor = rows.findIndex(({ id }) => id === (before ?? after));
    if (cursor < 0 && (before ?? after) !== undefined)
      return { error: { code: 'not_found', message: 'No such message.' } };
    const size = Math.min(limit, HISTORY_PAGE);
    const wanted = after !== undefined ? rows.slice(cursor + 1) : before !== undefined ? rows.slice(0, cursor) : rows;
    const page = after !== undefined ? wanted.slice(0, size) : wanted.slice(-size);
    return { messages: page.map((row) => this.#tell(row)), has_more: page.length < wanted.length };
  }

  #tell({ id, roomId, body, senderId, createdAt, clientId }: Row): unknown {
    const { echoesClientId } = this.#backend;
    const user = this.#rooms.flatMap(({ participants }) => participants).find(({ user_id }) => user_id === senderId);
    return {
      message_id: id,
      room: roomId,
      message_body: body,
      type: TEXT_MESSAGE,
      user,
      created_at: new Date(createdAt).toISOString(),
      ...((echoesClientId ?? this.#acknowledges) && clientId !== undefined && { client_id: clientId }),
    };
  }
}
