import type { Page } from 'playwright-core';
import { until } from './until.ts';

export type Payload = Readonly<Record<string, unknown>>;

interface Frame {
  readonly direction: 'sent' | 'received';
  readonly event: string;
  readonly payload: unknown;
}

/** engine.io message, socket.io event, acknowledgement id, JSON. */
const EVENT = /^42\d*(\[.*)$/s;

/** All Socket.IO events of a page's WebSockets, as the browser's own network layer saw them. */
export class Wire {
  readonly frames: Frame[] = [];
  /** WebSockets that are open now, and that were ever opened. */
  open = 0;
  opened = 0;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.open += 1;
      this.opened += 1;
      socket.on('close', () => (this.open -= 1));
      socket.on('framesent', ({ payload }) => this.#take('sent', payload));
      socket.on('framereceived', ({ payload }) => this.#take('received', payload));
    });
  }

  #take(direction: Frame['direction'], payload: string | Buffer): void {
    const text = payload.toString();
    // `connect` and `connect_error` are packets of their own.
    if (direction === 'received' && text.startsWith('40'))
      this.frames.push({ direction, event: 'connect', payload: {} });
    if (direction === 'received' && text.startsWith('44')) {
      this.frames.push({ direction, event: 'connect_error', payload: JSON.parse(text.slice(2)) as unknown });
    }
    const [, json] = EVENT.exec(text) ?? [];
    if (!json) return;
    const [event, first] = JSON.parse(json) as [string, unknown];
    this.frames.push({ direction, event, payload: first });
  }

  all(direction: Frame['direction'], event: string): unknown[] {
    return this.frames
      .filter((frame) => frame.direction === direction && frame.event === event)
      .map(({ payload }) => payload);
  }

  /** The first such event, now or later. */
  async sent(event: string, matches: (payload: Payload) => boolean = () => true): Promise<Payload> {
    return this.#find('sent', event, matches);
  }

  async received(event: string, matches: (payload: Payload) => boolean = () => true): Promise<Payload> {
    return this.#find('received', event, matches);
  }

  #find(direction: Frame['direction'], event: string, matches: (payload: Payload) => boolean): Promise<Payload> {
    return until(
      () => (this.all(direction, event) as Payload[]).find(matches),
      `${event} to be ${direction}; there were: ${this.frames.map((frame) => `${frame.direction} ${frame.event}`).join(', ')}`,
    );
  }

  /** Forgets what was, so that only what comes counts. */
  clear(): void {
    this.frames.length = 0;
  }
}
