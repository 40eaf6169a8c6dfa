/** One of many buttons is a stop of the Tab key; from there arrow keys, Home and End lead to the others. */
export class Roving {
  readonly #root: HTMLElement;
  #stop: HTMLButtonElement | undefined;

  /** @param root holds the buttons, in the order in which they are read */
  constructor(root: HTMLElement) {
    this.#root = root;
    root.addEventListener('keydown', this.#onKeydown);
    root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#moveStop(target);
    });
  }

  /** To be called when other buttons are there: the first one is the stop then. */
  reset(): void {
    this.#moveStop(this.#buttons[0]);
  }

  focus(): void {
    this.#stop?.focus();
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll('button')].filter((button) => !button.closest('[hidden]'));
  }

  #moveStop(button: HTMLButtonElement | undefined): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = button;
    if (button) button.tabIndex = 0;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const next = isPlain && this.#neighbour(event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  #neighbour(key: string): HTMLButtonElement | undefined {
    const buttons = this.#buttons;
    const at = this.#stop ? buttons.indexOf(this.#stop) : -1;
    const forward = this.#root.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'Home') return buttons[0];
    if (key === 'End') return buttons.at(-1);
    if (key === 'ArrowDown') return nearestBelow(buttons.slice(at));
    if (key === 'ArrowUp') return nearestBelow(buttons.slice(0, at + 1).reverse());
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
    return buttons[Math.max(at + (key === forward ? 1 : -1), 0)];
  }
}

/** Of buttons in the order of reading, or in its reverse, that one of the next row which is nearest to the first one. */
function nearestBelow([from, ...others]: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const start = from?.getBoundingClientRect();
  let nearest: HTMLButtonElement | undefined;
  let least = Infinity;
  let row: number | undefined;
  for (const button of others) {
    const { left, top } = button.getBoundingClientRect();
    if (!start || top === start.top) continue;
    row ??= top;
    if (top !== row) break;
    const distance = Math.abs(left - start.left);
    if (distance >= least) continue;
    least = distance;
    nearest = button;
  }
  return nearest;
}
