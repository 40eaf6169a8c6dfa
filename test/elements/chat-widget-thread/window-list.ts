import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AnchoredWindowController } from '../../../src/elements/chat-widget-thread/anchored-window-controller.ts';
import { afterPaint } from '../../support/after-paint.ts';

/** The least host of a window: rows of different heights with texts that wrap. */
export class WindowList extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 400px;
      width: 300px;
    }
    .scroller {
      height: 100%;
      overflow-y: auto;
      overflow-anchor: none;
    }
  `;

  readonly window = new AnchoredWindowController(this, () => this.renderRoot.querySelector('.content'));
  #keys: readonly string[] = [];
  #opens = true;
  #at: string | undefined;

  /** Shows another list. */
  open(keys: readonly string[], at?: string): Promise<void> {
    this.#opens = true;
    this.#at = at;
    return this.show(keys);
  }

  /** Shows the same list with other rows. */
  async show(keys: readonly string[]): Promise<void> {
    this.#keys = keys;
    this.requestUpdate();
    await afterPaint(3);
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  get scroller(): HTMLElement {
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('Nothing is rendered.');
    return scroller;
  }

  get rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.message')];
  }

  /** How far the last row ends below the view. */
  get distanceToEnd(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** The first row that begins in the view: the line that the reader reads. */
  get lineInView(): HTMLElement {
    const edge = this.getBoundingClientRect().top;
    const line = this.rows.find((row) => row.getBoundingClientRect().top >= edge);
    if (!line) throw new Error('No row begins in the view.');
    return line;
  }

  async scrollToTop(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await afterPaint(3);
  }

  protected override update(changed: PropertyValues<this>): void {
    if (this.#opens) this.window.open(this.#keys, this.#at);
    else this.window.update(this.#keys);
    this.#opens = false;
    super.update(changed);
  }

  override render(): TemplateResult {
    const keys = this.#keys.slice(this.window.start, this.window.end);
    return html`<div class="scroller">
      <div class="content">
        ${repeat(
          keys,
          (key) => key,
          (key) => html`<div class="message" id=${key}>${key} ${'lorem ipsum '.repeat((key.length * 7) % 23)}</div>`,
        )}
      </div>
    </div>`;
  }
}
WindowList.disableWarning?.('change-in-update');
customElements.define('test-window-list', WindowList);

/** `row 0`, `row 1`, … of different lengths. */
export function keys(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    return `row ${number} ${'x'.repeat(Math.abs(number * 13) % 17)}`;
  });
}
