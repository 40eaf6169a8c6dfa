import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { failureReason } from '../../localization/failure-reason.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { alertIcon, checkIcon, offlineIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import { styles } from './chat-widget-connection-status.styles.ts';
import { ShownStatusController, type ShownStatus } from './shown-status-controller.ts';

/**
 * @summary Says what is wrong with the connection, and offers what helps. Shows nothing while all is well.
 *
 * @slot offline - In place of the sentence that shows while the device has no network.
 *
 * @csspart status - The bar. Has a further token that names the status: `connecting`, `reconnecting`, `offline`,
 *   `unauthorized`, `failed`, or `restored` for a moment when all is well again.
 * @csspart retry - The button that tries again at once.
 */
export class ChatWidgetConnectionStatus extends LitElement {
  static override styles = [base, text, button, styles];

  readonly #localize = new LocalizeController(this);
  readonly #connection = new SelectController(this, ({ connection }) => connection);
  readonly #status = new ShownStatusController(this, () => this.#connection.value.status);

  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.matches(':focus-within');
  }

  protected override updated(): void {
    // The button that brought the connection back goes then; the next Tab must go on from here.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.renderRoot.querySelector('div')?.focus();
  }

  override render(): TemplateResult {
    const { shown } = this.#status;
    // The live region stays, or what comes into it would not be spoken.
    return html`<div tabindex="-1" class=${shown ? `status ${shown}` : ''} part=${shown ? `status ${shown}` : nothing}>
      ${shown ? icon(shown) : nothing}
      <div class="words" dir="auto">
        <span role="status">${shown ? this.#renderSentence(shown) : nothing}</span>
        ${shown ? this.#renderDetail(shown) : nothing}
      </div>
      ${shown ? this.#renderRetry(shown) : nothing}
    </div>`;
  }

  #renderSentence(shown: ShownStatus): TemplateResult | string {
    const { strings } = this.#localize;
    const sentences = {
      connecting: strings.connecting,
      reconnecting: strings.reconnecting,
      offline: html`<slot name="offline">${strings.youAreOffline}</slot>`,
      unauthorized: strings.notSignedIn,
      failed: strings.connectionFailed,
      restored: strings.connectedAgain,
    };
    return sentences[shown];
  }

  /** Outside the live region: each attempt would be spoken. */
  #renderDetail(shown: ShownStatus): TemplateResult | typeof nothing {
    const { strings } = this.#localize;
    const { attempt, error } = this.#connection.value;
    if (shown === 'reconnecting' && attempt > 1) {
      return html`<span class="detail">${strings.reconnectingAttempt(attempt)}</span>`;
    }
    const isRefused = shown === 'unauthorized' || shown === 'failed';
    return isRefused && error ? html`<span class="detail">${failureReason(error, strings)}</span>` : nothing;
  }

  #renderRetry(shown: ShownStatus): TemplateResult | typeof nothing {
    if (shown === 'connecting' || shown === 'restored') return nothing;
    const { strings } = this.#localize;
    const isWaiting = shown === 'reconnecting' || shown === 'offline';
    return html`<button class="button" part="retry" type="button" @click=${this.#onRetry}>
      ${isWaiting ? strings.connectNow : strings.retry}
    </button>`;
  }

  readonly #onRetry = (): void => {
    request(this, 'reconnect', {});
  };
}

function icon(shown: ShownStatus): TemplateResult {
  const icons = { offline: offlineIcon, unauthorized: alertIcon, failed: alertIcon, restored: checkIcon };
  return shown === 'connecting' || shown === 'reconnecting'
    ? html`<span class="spinner" aria-hidden="true"></span>`
    : html`<span class="icon">${icons[shown]}</span>`;
}

if (!customElements.get('chat-widget-connection-status')) {
  customElements.define('chat-widget-connection-status', ChatWidgetConnectionStatus);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-connection-status': ChatWidgetConnectionStatus;
  }
}
