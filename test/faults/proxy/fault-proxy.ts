import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Flow, type Weather } from './flow.ts';

/**
 * A network between a client and a server on this machine: it carries bytes and knows nothing of what they mean.
 * `up` is what the client sends, `down` what it receives.
 */
export class FaultProxy {
  /** Starts on a free port, which it keeps. The server need not be there yet. */
  static async start(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await new Promise<void>((resolve) => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  readonly up: Weather = {};
  readonly down: Weather = {};
  /** New connections are reset as soon as they are made; those that stand go on. */
  isRefusing = false;
  /** Connections that were ever made. */
  made = 0;
  readonly #targetPort: number;
  readonly #server: Server;
  readonly #links = new Set<readonly [client: Socket, server: Socket]>();

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer({ allowHalfOpen: true }, (client) => {
      if (this.isRefusing) client.resetAndDestroy();
      else this.#link(client);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends all connections, on both sides: by surprise (RST), or as one that says goodbye (FIN). */
  cut(how: 'reset' | 'end'): void {
    for (const link of this.#links) {
      for (const socket of link) {
        if (how === 'reset') socket.resetAndDestroy();
        else socket.destroy();
      }
    }
  }

  /** The network is as it should be, for what comes. A connection that lost bytes stays dead. */
  heal(): void {
    this.isRefusing = false;
    for (const weather of [this.up, this.down]) {
      delete weather.delayMs;
      delete weather.bytesPerSecond;
      delete weather.isLost;
      delete weather.resetAfter;
    }
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut('reset');
    await closed;
  }

  #link(client: Socket): void {
    this.made += 1;
    const server = connect({ port: this.#targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const link = [client, server] as const;
    this.#links.add(link);
    const reset = (): void => {
      for (const socket of link) socket.resetAndDestroy();
    };
    for (const socket of link) {
      socket.setNoDelay();
      socket.on('close', () => {
        if (client.destroyed && server.destroyed) this.#links.delete(link);
      });
    }
    new Flow(client, server, this.up, reset);
    new Flow(server, client, this.down, reset);
  }
}
