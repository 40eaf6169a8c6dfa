/** One Socket.IO event on a WebSocket of this page, with secrets masked. */
export interface WireEvent {
  readonly direction: 'sent' | 'received';
  readonly name: string;
  readonly payload: unknown;
  /** The `user_id` that the socket said `connected` with; undefined when it never came so far. */
  readonly userId: string | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The engine's id is as good as a password for as long as the connection lasts. */
const SECRETS = new Set(['token', 'sid', 'auth']);

/**
 * Shows `listener` all Socket.IO traffic of WebSockets opened from now on.
 * Call it before the widget is loaded: socket.io-client keeps the constructor that it finds then.
 */
export function tapWebSockets(listener: (event: WireEvent) => void): void {
  window.WebSocket = class extends WebSocket {
    readonly #tap = isSocketIo(this.url) ? new Tap(listener) : undefined;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => this.#tap?.see('received', data));
      this.addEventListener('close', () => this.#tap?.end());
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      this.#tap?.see('sent', data);
      super.send(data);
    }
  };
}

function isSocketIo(url: string): boolean {
  return new URL(url).searchParams.has('EIO');
}

/** One socket. Whose it is becomes known with `connected`; what came before waits for that. */
class Tap {
  readonly #listener: (event: WireEvent) => void;
  #waiting: WireEvent[] = [];
  #userId: string | undefined;

  constructor(listener: (event: WireEvent) => void) {
    this.#listener = listener;
  }

  see(direction: WireEvent['direction'], frame: unknown): void {
    const packet = typeof frame === 'string' ? readPacket(frame, direction) : undefined;
    if (!packet) return;
    this.#waiting.push({ ...packet, direction, userId: undefined, at: Date.now() });
    if (packet.name === 'connected') this.#userId = userIdOf(packet.payload);
    if (this.#userId !== undefined) this.end();
  }

  end(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) this.#listener({ ...event, userId: this.#userId });
  }
}

/** engine.io message (4) + socket.io packet type + namespace + acknowledgement id + JSON. */
const PACKET = /^4([0-4])(?:\/[^,]*,)?(\d*)(.*)$/s;

function readPacket(frame: string, direction: WireEvent['direction']): { name: string; payload: unknown } | undefined {
  const [, type, , json] = PACKET.exec(frame) ?? [];
  switch (type) {
    case '0':
      return direction === 'received' ? { name: 'connect', payload: undefined } : undefined;
    case '1':
      return { name: 'disconnect', payload: undefined };
    case '2': {
      const [name, payload] = JSON.parse(json ?? '[]', mask) as [string, unknown];
      return { name, payload };
    }
    case '3':
      return { name: 'acknowledgement', payload: (JSON.parse(json ?? '[]', mask) as unknown[])[0] };
    case '4':
      return { name: 'connect_error', payload: JSON.parse(json ?? 'null', mask) };
    default:
      return undefined;
  }
}

function mask(key: string, value: unknown): unknown {
  return SECRETS.has(key) ? '•••' : value;
}

function userIdOf(payload: unknown): string | undefined {
  return (payload as { user?: { user_id?: string } } | undefined)?.user?.user_id;
}
