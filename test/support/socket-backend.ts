import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { Server, type Socket } from 'socket.io';

/** A real Socket.IO server on a free port of this machine, whose cables a test can cut. */
export class SocketBackend {
  readonly http = createServer();
  readonly io = new Server(this.http, { pingInterval: 10_000, pingTimeout: 5000 });
  /** One for each handshake, oldest first. */
  readonly handshakes: Record<string, unknown>[] = [];
  /** Names of all events that came, from whomever. */
  readonly events: string[] = [];
  readonly #tcp = new Set<TcpSocket>();

  static async start(): Promise<SocketBackend> {
    const backend = new SocketBackend();
    backend.http.on('connection', (socket) => {
      backend.#tcp.add(socket);
      socket.on('close', () => backend.#tcp.delete(socket));
    });
    backend.io.use((socket, next) => {
      backend.handshakes.push(socket.handshake.auth);
      next();
    });
    backend.io.on('connection', (socket) => socket.onAny((event: string) => backend.events.push(event)));
    await new Promise<void>((resolve) => backend.http.listen(0, '127.0.0.1', resolve));
    return backend;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  get tokens(): unknown[] {
    return this.handshakes.map(({ token }) => token);
  }

  /** Ids of the engine's connections, which are not those of the sockets. */
  get engineIds(): string[] {
    return Object.keys(Reflect.get(this.io.engine, 'clients') as object);
  }

  get sockets(): Socket[] {
    return [...this.io.sockets.sockets.values()];
  }

  /** As a router does that loses its power. */
  cut(): void {
    for (const socket of this.#tcp) socket.destroy();
  }

  /** Writes a packet as it is, also one that no server would write. */
  write(packet: string): void {
    for (const socket of this.sockets) socket.conn.write(packet);
  }

  async close(): Promise<void> {
    await this.io.close();
    this.cut();
  }
}

export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 4000;
  while (!holds()) {
    if (Date.now() > end) assert.fail(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
