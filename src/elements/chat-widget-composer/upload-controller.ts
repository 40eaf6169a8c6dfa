import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Uploader } from '../../context/uploader-context.ts';
import type { RoomId } from '../../protocol/model.ts';

/** A file on its way to the page's own place. */
export interface Upload {
  readonly file: File;
  readonly state: 'uploading' | 'ready' | 'failed';
  /** From 0 to 1. */
  readonly fraction: number;
  /** Where it is, once it is there. */
  readonly url?: string;
  /** Why it is not, as the page says it. */
  readonly reason?: string;
}

/** The files that a person has attached, by room, until the message is sent. They end with the host. */
export class UploadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #uploader: () => Uploader | undefined;
  readonly #rooms = new Map<RoomId, readonly Upload[]>();
  readonly #running = new Map<File, AbortController>();

  constructor(host: ReactiveControllerHost, uploader: () => Uploader | undefined) {
    this.#host = host;
    this.#uploader = uploader;
    host.addController(this);
  }

  get isPossible(): boolean {
    return this.#uploader() !== undefined;
  }

  of(roomId: RoomId | undefined): readonly Upload[] {
    return this.#rooms.get(roomId ?? '') ?? [];
  }

  hostDisconnected(): void {
    for (const running of this.#running.values()) running.abort();
    this.#running.clear();
    this.#rooms.clear();
  }

  add(roomId: RoomId, files: Iterable<File>): void {
    for (const file of files) void this.#upload(roomId, file);
  }

  retry(roomId: RoomId, { file }: Upload): void {
    void this.#upload(roomId, file);
  }

  remove(roomId: RoomId, { file }: Upload): void {
    this.#running.get(file)?.abort();
    this.#running.delete(file);
    this.#set(
      roomId,
      this.of(roomId).filter((upload) => upload.file !== file),
    );
  }

  /** What is there, to be sent; it is no longer attached. */
  take(roomId: RoomId): readonly Upload[] {
    const uploads = this.of(roomId);
    this.#set(
      roomId,
      uploads.filter(({ state }) => state !== 'ready'),
    );
    return uploads.filter(({ state }) => state === 'ready');
  }

  async #upload(roomId: RoomId, file: File): Promise<void> {
    const running = new AbortController();
    this.#running.set(file, running);
    const change = (upload: Omit<Upload, 'file'>): void => {
      // Removed, begun again, or the element is gone: nothing late has an effect.
      if (this.#running.get(file) === running) this.#put(roomId, { file, ...upload });
    };
    const progress = (fraction: number): void => {
      change({ state: 'uploading', fraction: Math.min(1, Math.max(0, fraction)) });
    };
    progress(0);
    try {
      const uploaded = await this.#uploader()?.(file, { roomId, signal: running.signal, progress });
      const url = webAddress(uploaded?.url);
      change(url ? { state: 'ready', fraction: 1, url } : { state: 'failed', fraction: 0 });
    } catch (error) {
      change({ state: 'failed', fraction: 0, ...(error instanceof Error && { reason: error.message }) });
    }
    if (this.#running.get(file) === running) this.#running.delete(file);
  }

  #put(roomId: RoomId, upload: Upload): void {
    const uploads = this.of(roomId);
    const known = uploads.some(({ file }) => file === upload.file);
    this.#set(
      roomId,
      known ? uploads.map((each) => (each.file === upload.file ? upload : each)) : [...uploads, upload],
    );
  }

  #set(roomId: RoomId, uploads: readonly Upload[]): void {
    this.#rooms.set(roomId, uploads);
    this.#host.requestUpdate();
  }
}

/** An address that others can open; where it is none, the page's author is told, and the person only that it failed. */
function webAddress(url: unknown): string | undefined {
  const address =
    typeof url === 'string' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  if (address && /^https?:$/.test(address.protocol)) return address.href;
  reportError(new TypeError(`uploader: expected { url: "https://…" } or an address relative to the page.`));
  return undefined;
}
