import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { type App, createApp } from '../../demo/server/app.ts';
import { Authenticator } from '../../demo/server/authenticate.ts';
import { type Config, readConfig } from '../../demo/server/config.ts';
import type { WireUser } from '../../src/protocol/events.ts';

export const SECRET = 'a-secret-of-the-tests-that-is-long-enough';
export const ada: WireUser = { user_id: 'ada', email: 'ada@example.org', name: 'Ada' };
export const grace: WireUser = { user_id: 'grace', email: 'grace@example.org', name: 'Grace' };
export const linus: WireUser = { user_id: 'linus', email: 'linus@example.org', name: 'Linus' };

/** One thing that a client was sent. */
export interface Received {
  readonly event: string;
  readonly payload: unknown;
}

/** A plain Socket.IO client that keeps all that it is sent. */
export class Client {
  readonly socket: Socket;
  readonly received: Received[] = [];

  constructor(url: string, options: Parameters<typeof io>[1] = {}) {
    this.socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, ...options });
    this.socket.onAny((event: string, payload: unknown) => this.received.push({ event, payload }));
    this.socket.on('connect_error', (error) => this.received.push({ event: 'connect_error', payload: error }));
    this.socket.on('disconnect', (reason) => this.received.push({ event: 'disconnect', payload: reason }));
  }

  emit(event: string, payload?: unknown): void {
    this.socket.emit(event, payload);
  }

  ask(event: string, payload?: unknown): Promise<unknown> {
    return this.socket.timeout(8000).emitWithAck(event, payload);
  }

  /** The next payload of this event that was not taken yet. */
  async next<T = Record<string, unknown>>(event: string): Promise<T> {
    const end = Date.now() + 8000;
    for (;;) {
      const index = this.received.findIndex((each) => each.event === event);
      const [found] = index < 0 ? [] : this.received.splice(index, 1);
      if (found) return found.payload as T;
      if (Date.now() > end) throw new Error(`${event} did not come; there are ${JSON.stringify(this.received)}`);
      await pause(5);
    }
  }

  /** All payloads of this event that came so far and were not taken. */
  all(event: string): unknown[] {
    return this.received.filter((each) => each.event === event).map(({ payload }) => payload);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A real server on a free port over a database in a folder of its own. */
export class ServerHarness {
  static async start(environment: Record<string, string> = {}): Promise<ServerHarness> {
    const folder = await mkdtemp(join(tmpdir(), 'chat-widget-'));
    const harness = new ServerHarness(folder, environment);
    await harness.restart();
    return harness;
  }

  readonly folder: string;
  readonly #environment: Record<string, string>;
  readonly #clients: Client[] = [];
  #app: App | undefined;

  private constructor(folder: string, environment: Record<string, string>) {
    this.folder = folder;
    this.#environment = environment;
  }

  get config(): Config {
    return readConfig({
      AUTH_SECRET: SECRET,
      PORT: '0',
      DATA_DIR: this.folder,
      STATIC_DIR: this.folder,
      LOG_LEVEL: 'silent',
      ...this.#environment,
    });
  }

  get url(): string {
    return this.#app?.url ?? '';
  }

  connectionsOf({ user_id }: WireUser): number {
    return this.#app?.connectionsOf(user_id) ?? 0;
  }

  /** Ends the server that runs, and starts one over the same data. */
  async restart(): Promise<void> {
    await this.#app?.close();
    this.#app = await createApp(this.config);
  }

  token(user: WireUser, minutes = 5): Promise<string> {
    return new Authenticator(SECRET).sign(user, minutes);
  }

  /** A connection that has not said who it is. */
  stranger(options: Parameters<typeof io>[1] = {}): Client {
    const client = new Client(this.url, options);
    this.#clients.push(client);
    return client;
  }

  /** A connection of somebody whose token was verified. */
  async connect(user: WireUser, options: Parameters<typeof io>[1] = {}): Promise<Client> {
    const client = this.stranger(options);
    await client.ask('connected', { user, sid: 'claimed', token: await this.token(user) });
    return client;
  }

  async stop(): Promise<void> {
    for (const { socket } of this.#clients) socket.disconnect();
    await this.#app?.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A group of these people, made by the first client. */
export async function createRoom(
  client: Client,
  participants: readonly WireUser[],
  { name = 'Plans', is_group = true } = {},
): Promise<string> {
  client.emit('new_room_create', { name, participants, is_group });
  return (await client.next<{ room_id: string }>('add_room')).room_id;
}

export function say(client: Client, room: string, message_body: string): void {
  client.emit('new_message', { room, message_body, type: 'USER_TEXT_MESSAGE' });
}
