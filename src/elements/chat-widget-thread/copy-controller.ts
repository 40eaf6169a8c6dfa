import { render } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import type { MessageEntry } from '../../store/state.ts';
import { copyIcon } from '../../theme/icons.ts';

interface CopyOptions {
  readonly entryOf: (row: Element) => MessageEntry | undefined;
  readonly strings: () => Strings;
  readonly announce: (sentence: string) => void;
}

/**
 * Copies the text of a message: by a button beside the message that has the pointer or the focus, or by the keys for
 * copying while a message has the focus. One button goes from row to row: one in each would double what a row costs.
 */
export class CopyController {
  readonly #options: CopyOptions;
  #button: HTMLButtonElement | undefined;

  constructor(options: CopyOptions) {
    this.#options = options;
  }

  /** Listener for the scroller. A finger has no place to rest: it uses the focus. */
  readonly onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#offer(event.target);
  };

  /** Listener for the scroller. */
  readonly onFocusIn = (event: FocusEvent): void => {
    this.#offer(event.target);
  };

  /** Listener for the scroller. What the person has selected goes first. */
  readonly onCopy = (event: ClipboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('.message') : null;
    const body = row && this.#options.entryOf(row)?.body;
    if (!body || document.getSelection()?.type === 'Range') return;
    event.clipboardData?.setData('text/plain', body);
    event.preventDefault();
    this.#options.announce(this.#options.strings().textCopied);
  };

  #offer(target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('.message') : null;
    // While it has the focus it stays.
    if (!row || this.#button?.parentElement === row || this.#button?.matches(':focus')) return;
    this.#button ??= this.#createButton();
    const { copyText } = this.#options.strings();
    this.#button.ariaLabel = copyText;
    this.#button.title = copyText;
    row.append(this.#button);
  }

  #createButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.part.value = 'copy';
    // Whoever is at the message by keyboard copies by keyboard.
    button.tabIndex = -1;
    render(copyIcon, button);
    button.addEventListener('click', () => void this.#copy());
    return button;
  }

  async #copy(): Promise<void> {
    const row = this.#button?.closest('.message');
    const body = row ? this.#options.entryOf(row)?.body : undefined;
    if (body === undefined) return;
    const { announce, strings } = this.#options;
    const hasCopied = await write(body);
    announce(hasCopied ? strings().textCopied : strings().textNotCopied);
    this.#button?.classList.toggle('done', hasCopied);
    setTimeout(() => this.#button?.classList.remove('done'), 1500);
  }
}

/** Pages without TLS have no clipboard, and a frame may be denied it. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
