/** More than this is only "many". */
const MOST_COUNTED = 99;
const COUNT = /^\(\d+\+?\) /;
/** On the document: who counts in its title. Two of us, perhaps of two copies of the script, would never agree. */
const OWNER = Symbol.for('chat-widget.title.v1');

type CountedDocument = Document & { [OWNER]?: TitleCount | undefined };

/** `(3) Title` in the tab, whatever the page makes of its title meanwhile. */
export class TitleCount {
  readonly #document: CountedDocument;
  readonly #changes = new MutationObserver(() => {
    this.#renew();
  });
  /** The page's own title, and what became of it; both exactly as they stand in the element. */
  #own = '';
  #shown: string | undefined;
  #prefix = '';
  /** Ours, where the page had none. */
  #element: HTMLTitleElement | undefined;

  constructor(page: Document = document) {
    this.#document = page;
  }

  /** 0 puts back the page's own title. */
  show(count: number): void {
    const owner = this.#document[OWNER];
    if (owner && owner !== this) return;
    if (count === 0) {
      if (owner) this.#restore();
      return;
    }
    this.#prefix = `(${count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}) `;
    this.#document[OWNER] = this;
    this.#write();
  }

  get #title(): HTMLTitleElement {
    const found = this.#document.querySelector<HTMLTitleElement>('head > title');
    if (found) return found;
    this.#element = this.#document.createElement('title');
    this.#document.head.append(this.#element);
    return this.#element;
  }

  /** The page has changed something in its head. */
  #renew(): void {
    if (this.#title.text !== this.#shown) this.#write();
  }

  #write(): void {
    const title = this.#title;
    // A page that adds something to its title has read ours.
    if (title.text !== this.#shown) this.#own = this.#shown ? title.text.replace(COUNT, '') : title.text;
    this.#changes.disconnect();
    this.#shown = this.#prefix + this.#own;
    title.text = this.#shown;
    this.#changes.observe(this.#document.head, { childList: true, characterData: true, subtree: true });
  }

  #restore(): void {
    this.#changes.disconnect();
    this.#document[OWNER] = undefined;
    const title = this.#title;
    if (title.text === this.#shown) title.text = this.#own;
    if (title === this.#element && !title.text) title.remove();
    this.#shown = undefined;
    this.#element = undefined;
  }
}
