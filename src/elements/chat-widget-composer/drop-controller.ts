import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped on its host, or on what it is in: whoever drags a file aims at the conversation. */
export class DropController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isPossible: () => boolean;
  readonly #drop: (files: FileList) => void;
  #target: HTMLElement | undefined;
  #isOver = false;

  /**
   * @param isPossible whether files can be taken now
   * @param drop called with at least one
   */
  constructor(host: ReactiveControllerHost & HTMLElement, isPossible: () => boolean, drop: (files: FileList) => void) {
    this.#host = host;
    this.#isPossible = isPossible;
    this.#drop = drop;
    host.addController(this);
  }

  /** Files are held over it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    this.#target = this.#host.parentElement ?? this.#host;
    this.#target.addEventListener('dragover', this.#onOver);
    this.#target.addEventListener('dragleave', this.#onLeave);
    this.#target.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#target?.removeEventListener('dragover', this.#onOver);
    this.#target?.removeEventListener('dragleave', this.#onLeave);
    this.#target?.removeEventListener('drop', this.#onDrop);
    this.#isOver = false;
  }

  #show(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  readonly #onOver = (event: DragEvent): void => {
    if (!this.#isPossible() || !event.dataTransfer?.types.includes('Files')) return;
    // Without it the browser would leave the page for the file.
    event.preventDefault();
    this.#show(true);
  };

  readonly #onLeave = (event: DragEvent): void => {
    const isWithin = event.relatedTarget instanceof Node && this.#target?.contains(event.relatedTarget);
    if (!isWithin) this.#show(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#show(false);
    if (!this.#isPossible() || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.#drop(event.dataTransfer.files);
  };
}
