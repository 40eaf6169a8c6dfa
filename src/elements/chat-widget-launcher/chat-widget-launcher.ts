import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import { totalUnread } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { chatIcon, downIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import { styles } from './chat-widget-launcher.styles.ts';
import { UnreadAnnouncerController } from './unread-announcer-controller.ts';

/** More than this is only "many". */
const MOST_COUNTED = 99;

/**
 * @summary The round button that opens and closes the chat, with the number of unread messages.
 *
 * It decides nothing: listen to its `click`, and set `open`.
 *
 * @attr open - What it opens is open.
 *
 * @slot icon - In place of the picture that shows while it is closed.
 *
 * @csspart launcher - The button.
 * @csspart unread-count - The number of unread messages.
 */
export class ChatWidgetLauncher extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, text, styles];

  static override properties: PropertyDeclarations = {
    open: { type: Boolean },
  };

  declare open: boolean;

  readonly #localize = new LocalizeController(this);
  readonly #unread = new SelectController(this, totalUnread);
  readonly #announcer = new UnreadAnnouncerController(this);

  constructor() {
    super();
    this.open = false;
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues<this>): void {
    const { strings } = this.#localize;
    this.#announcer.update(this.open ? 0 : this.#unread.value, strings.unreadMessages);
    super.update(changed);
  }

  override render(): TemplateResult {
    return html`<button
        part="launcher"
        type="button"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.#label}
      >
        <span class="icon closed"><slot name="icon">${chatIcon}</slot></span>
        <span class="icon opened">${downIcon}</span>
        ${this.#renderUnread()}
      </button>
      <div class="visually-hidden" role="status">${this.#announcer.sentence}</div>`;
  }

  get #label(): string {
    const { strings } = this.#localize;
    if (this.open) return strings.closeChat;
    const unread = this.#unread.value;
    return unread > 0 ? strings.openChatWith(strings.unreadMessages(unread)) : strings.openChat;
  }

  #renderUnread(): TemplateResult | typeof nothing {
    const unread = this.#unread.value;
    if (unread === 0 || this.open) return nothing;
    const { strings, formats } = this.#localize;
    const shown = unread > MOST_COUNTED ? strings.moreThan(formats.number(MOST_COUNTED)) : formats.number(unread);
    return html`<span class="unread-count" part="unread-count" dir="auto" aria-hidden="true">${shown}</span>`;
  }
}

if (!customElements.get('chat-widget-launcher')) customElements.define('chat-widget-launcher', ChatWidgetLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-launcher': ChatWidgetLauncher;
  }
}
