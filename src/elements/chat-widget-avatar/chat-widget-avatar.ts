import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { base } from '../../theme/base.styles.ts';
import { peopleIcon } from '../../theme/icons.ts';
import { styles } from './chat-widget-avatar.styles.ts';
import { hueOf } from './hue.ts';
import { initials } from './initials.ts';

/**
 * @summary A person's or a room's initials on a colour of their own. Decorative: the name belongs beside it.
 *
 * No picture is ever fetched: a remote one would tell its host who reads what, and when.
 *
 * @attr user-id - Id of the person or room; it decides the colour.
 * @attr name - Where the initials come from.
 * @attr group - A room of several people: a rounded square.
 *
 * @csspart avatar - The shape with the initials.
 * @cssproperty --chat-widget-avatar-size - Width and height. Default `2.5rem`.
 */
export class ChatWidgetAvatar extends LitElement {
  static override styles = [base, styles];

  static override properties: PropertyDeclarations = {
    userId: { attribute: 'user-id' },
    name: {},
    group: { type: Boolean },
  };

  declare userId: string;
  declare name: string;
  declare group: boolean;

  constructor() {
    super();
    this.userId = '';
    this.name = '';
    this.group = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('userId')) this.style.setProperty('--_hue', String(hueOf(this.userId)));
  }

  override render(): TemplateResult {
    const shape = this.group ? 'avatar group' : 'avatar';
    return html`<span class=${shape} part="avatar" aria-hidden="true">${initials(this.name) || peopleIcon}</span>`;
  }
}

if (!customElements.get('chat-widget-avatar')) customElements.define('chat-widget-avatar', ChatWidgetAvatar);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-avatar': ChatWidgetAvatar;
  }
}
