import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock } from '../../platform/clock.ts';
import type { ConnectionStatus } from '../../protocol/connection-state.ts';

/** A status that is worth a word, or that it is over. */
export type ShownStatus = Exclude<ConnectionStatus, 'idle' | 'online'> | 'restored';

/** Milliseconds for which an interruption is none of the person's business. */
const PATIENCE = 1000;
/** Milliseconds for which it is told that all is well again. */
const RELIEF = 3000;

/** Decides which status its host shows, and when: what passes at once must not flash. */
export class ShownStatusController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => ConnectionStatus;
  #status: ConnectionStatus = 'idle';
  #shown: ShownStatus | undefined;
  #cancel: (() => void) | undefined;

  /** @param read is asked before each of the host's updates */
  constructor(host: ReactiveControllerHost, read: () => ConnectionStatus) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  get shown(): ShownStatus | undefined {
    return this.#shown;
  }

  hostUpdate(): void {
    const status = this.#read();
    if (status === this.#status) return;
    this.#status = status;
    this.#cancel?.();
    this.#follow(status);
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#status = 'idle';
    this.#shown = undefined;
  }

  #follow(status: ConnectionStatus): void {
    const isTroubled = this.#shown !== undefined && this.#shown !== 'restored';
    switch (status) {
      case 'idle':
        this.#shown = undefined;
        break;
      case 'online':
        this.#shown = isTroubled ? 'restored' : undefined;
        if (isTroubled) this.#showAfter(RELIEF, undefined);
        break;
      case 'connecting':
      case 'reconnecting':
        this.#shown = isTroubled ? status : undefined;
        if (!isTroubled) this.#showAfter(PATIENCE, status);
        break;
      default:
        this.#shown = status;
    }
  }

  #showAfter(ms: number, status: ShownStatus | undefined): void {
    this.#cancel = systemClock.after(ms, () => {
      this.#shown = status;
      this.#host.requestUpdate();
    });
  }
}
