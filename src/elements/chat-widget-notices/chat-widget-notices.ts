import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LocalizeController } from '../../context/localize-controller.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { failureReason } from '../../localization/failure-reason.ts';
import type { Notice } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { alertIcon, closeIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import { styles } from './chat-widget-notices.styles.ts';

/**
 * @summary What the server reported as an error, until the person dismisses it.
 *
 * @csspart notice - One error.
 * @csspart message - What went wrong.
 * @csspart count - How often it said so.
 * @csspart dismiss - The button that removes it.
 */
export class ChatWidgetNotices extends LitElement {
  static override styles = [base, text, button, styles];

  readonly #localize = new LocalizeController(this);
  readonly #notices = new SelectController(this, ({ notices }) => notices);

  #focusedPlace = -1;

  protected override willUpdate(): void {
    const focused = this.shadowRoot?.activeElement;
    this.#focusedPlace = this.hasUpdated ? this.#buttons.findIndex((button) => button === focused) : -1;
  }

  protected override updated(): void {
    // A notice that goes takes the focus of its button with it; the next one gets it.
    if (this.#focusedPlace < 0 || this.shadowRoot?.activeElement) return;
    const buttons = this.#buttons;
    buttons[Math.min(this.#focusedPlace, buttons.length - 1)]?.focus();
  }

  override render(): TemplateResult {
    const isEmpty = this.#notices.value.length === 0;
    return html`<div
      class="notices"
      role=${isEmpty ? nothing : 'group'}
      aria-label=${isEmpty ? nothing : this.#localize.strings.notices}
    >
      ${repeat(
        this.#notices.value,
        ({ id }) => id,
        (notice) => this.#renderNotice(notice),
      )}
    </div>`;
  }

  #renderNotice({ id, error, count }: Notice): TemplateResult {
    const { strings, formats } = this.#localize;
    const reason = failureReason(error, strings);
    return html`<div class="notice" part="notice">
      ${alertIcon}
      <div class="words">
        <span part="message" role="alert" dir="auto">${reason}</span>
        ${
          count > 1
            ? html`<span class="count" part="count">${strings.noticeCount(formats.number(count))}</span>`
            : nothing
        }
      </div>
      <button
        class="icon-button"
        part="dismiss"
        type="button"
        aria-label=${strings.dismissNotice(reason)}
        title=${strings.dismiss}
        @click=${() => {
          this.#dismiss(id);
        }}
      >
        ${closeIcon}
      </button>
    </div>`;
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  #dismiss(id: string): void {
    request(this, 'dismiss-notice', { id });
  }
}

if (!customElements.get('chat-widget-notices')) customElements.define('chat-widget-notices', ChatWidgetNotices);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-notices': ChatWidgetNotices;
  }
}
