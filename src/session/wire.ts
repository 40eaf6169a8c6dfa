import type { Connection } from '../connection/connection.ts';
import { encoders, encodeWith, type EncodeSources } from '../protocol/encode.ts';
import type { ClientEventName, ClientEvents } from '../protocol/events.ts';
import type { ProtocolOptions } from '../protocol/protocol-options.ts';
import { wireName } from '../protocol/wire-name.ts';

/** Long enough for a slow backend; a bare one never answers, and nothing waits for it. */
const ACKNOWLEDGEMENT_MS = 10_000;

/** What became of an event: nothing is ever kept for later. */
export type Emission = 'sent' | 'offline' | 'unsendable';

/** Our events on their way to the connection: encoded, renamed where the page says so. */
export class Wire {
  readonly #connection: Connection;
  readonly #options: ProtocolOptions | undefined;
  /** Tells the page what could not be understood or sent. */
  readonly problem: (event: string, reason: string) => void;

  constructor(
    connection: Connection,
    options: ProtocolOptions | undefined,
    problem: (event: string, reason: string) => void,
  ) {
    this.#connection = connection;
    this.#options = options;
    this.problem = problem;
  }

  emit<E extends ClientEventName>(event: E, source: EncodeSources[E]): Emission {
    try {
      return this.#connection.emit(wireName(event, this.#options), this.#encode(event, source)) ? 'sent' : 'offline';
    } catch {
      // The page's doing: a name that Socket.IO keeps for itself, or a payload that is no JSON.
      this.problem(event, 'socket.io cannot send it as the page wants it');
      return 'unsendable';
    }
  }

  /** Resolves with the server's acknowledgement; rejects when none comes. */
  request<E extends ClientEventName>(event: E, source: EncodeSources[E]): Promise<unknown> {
    return this.#connection.request(wireName(event, this.#options), this.#encode(event, source), ACKNOWLEDGEMENT_MS);
  }

  #encode<E extends ClientEventName>(event: E, source: EncodeSources[E]): unknown {
    const documented: ClientEvents[E] = encoders[event](source);
    const { payload, problem } = encodeWith(event, documented, this.#options);
    if (problem !== undefined) this.problem(event, problem);
    return payload;
  }
}
