import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Uploader } from '../../context/uploader-context.ts';
import type { Strings } from '../../localization/strings.ts';
import type { RoomId } from '../../protocol/model.ts';
import { DropController } from './drop-controller.ts';
import { UploadController } from './upload-controller.ts';
import { attachButton, trayTemplate } from './upload-templates.ts';

interface AttachmentOptions {
  readonly uploader: () => Uploader | undefined;
  /** Where one writes now; undefined where one cannot. */
  readonly roomId: () => RoomId | undefined;
  /** Takes the focus of what is removed. */
  readonly focus: () => void;
}

/** The files beside the text of a message: chosen, dropped or pasted, where the page has a place for them. */
export class Attachments {
  readonly #options: AttachmentOptions;
  readonly #uploads: UploadController;
  readonly #drop: DropController;

  constructor(host: ReactiveControllerHost & HTMLElement, options: AttachmentOptions) {
    this.#options = options;
    this.#uploads = new UploadController(host, options.uploader);
    this.#drop = new DropController(host, () => this.#isPossible, this.#add);
  }

  /** What is on its way belongs to the message, which waits for it. */
  get isBusy(): boolean {
    return this.#uploads.of(this.#options.roomId()).some(({ state }) => state === 'uploading');
  }

  get isReady(): boolean {
    return this.#uploads.of(this.#options.roomId()).some(({ state }) => state === 'ready');
  }

  /** What is to be sent for each file that is there; it is no longer attached. Other chats can read it, too. */
  take(roomId: RoomId): string[] {
    return this.#uploads.take(roomId).map(({ file, url }) => `${file.name}\n${url ?? ''}`);
  }

  renderButton(strings: Strings): TemplateResult | typeof nothing {
    return this.#isPossible ? attachButton(strings, this.#add) : nothing;
  }

  renderTray(strings: Strings): TemplateResult | typeof nothing {
    const { roomId, focus } = this.#options;
    const room = roomId();
    if (room === undefined) return nothing;
    return trayTemplate(this.#uploads.of(room), this.#drop.isOver, strings, {
      retry: (upload) => {
        this.#uploads.retry(room, upload);
      },
      remove: (upload) => {
        this.#uploads.remove(room, upload);
        focus();
      },
    });
  }

  /** A picture that was copied, for one. Text beside it, as office programs give, goes first. */
  readonly onPaste = (event: ClipboardEvent): void => {
    const { files, types } = event.clipboardData ?? {};
    if (!this.#isPossible || !files?.length || types?.includes('text/plain')) return;
    event.preventDefault();
    this.#add(files);
  };

  get #isPossible(): boolean {
    return this.#options.uploader() !== undefined && this.#options.roomId() !== undefined;
  }

  readonly #add = (files: FileList): void => {
    const roomId = this.#options.roomId();
    if (roomId !== undefined) this.#uploads.add(roomId, files);
  };
}
