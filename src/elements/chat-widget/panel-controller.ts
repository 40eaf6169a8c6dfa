import { adoptStyles, type ReactiveController, type ReactiveElement } from 'lit';
import { browserNetwork } from '../../platform/network.ts';
import { panelContent, type PanelContent } from './panel-content.ts';

/** Fetches the inside of the panel when it is about to be needed, and renders its host when there is news. */
export class PanelController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #import: () => Promise<unknown>;
  #loading: Promise<void> | undefined;
  #hasFailed = false;
  #hasStyles = false;
  #stopWaiting = (): void => {};

  constructor(host: ReactiveElement, load = (): Promise<unknown> => import('./panel.ts')) {
    this.#host = host;
    this.#import = load;
    host.addController(this);
  }

  get content(): PanelContent | undefined {
    return panelContent();
  }

  /** It could not be fetched. It is tried again when the network is back, and by `load`. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Resolves when it was fetched, or could not be. */
  load(): Promise<void> {
    if (this.content) return Promise.resolve();
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  hostConnected(): void {
    if (this.#hasFailed) void this.load();
  }

  hostUpdate(): void {
    if (this.#hasStyles || !this.content) return;
    this.#hasStyles = true;
    const { elementStyles } = this.#host.constructor as typeof ReactiveElement;
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...elementStyles, this.content.styles]);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  async #fetch(): Promise<void> {
    this.#stopWaiting();
    this.#hasFailed = false;
    this.#host.requestUpdate();
    try {
      await this.#import();
    } catch {
      this.#hasFailed = true;
      this.#waitForNetwork();
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }

  #waitForNetwork(): void {
    if (!this.#host.isConnected) return;
    this.#stopWaiting = browserNetwork.subscribe(() => {
      if (browserNetwork.online) void this.load();
    });
  }
}
