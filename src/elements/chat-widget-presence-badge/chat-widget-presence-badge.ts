import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import { isOnline } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { styles } from './chat-widget-presence-badge.styles.ts';

/**
 * @summary A dot for somebody who is online. Shows nothing for those who are not, and while it is not known.
 *
 * @attr user-id - Who.
 *
 * @csspart dot - The dot.
 * @cssproperty --chat-widget-presence-size - Width and height. Default `0.625rem`.
 */
export class ChatWidgetPresenceBadge extends LitElement {
  static override styles = [base, styles];

  static override properties: PropertyDeclarations = {
    userId: { attribute: 'user-id' },
  };

  declare userId: string;

  readonly #localize = new LocalizeController(this);
  readonly #online = new SelectController(this, (state) => isOnline(state, this.userId));

  constructor() {
    super();
    this.userId = '';
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#online.value) return nothing;
    return html`<span class="dot" part="dot"></span
      ><span class="visually-hidden">${this.#localize.strings.online}</span>`;
  }
}

if (!customElements.get('chat-widget-presence-badge')) {
  customElements.define('chat-widget-presence-badge', ChatWidgetPresenceBadge);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-presence-badge': ChatWidgetPresenceBadge;
  }
}
