import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { activeRoomContext } from '../../context/active-room-context.ts';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import type { RoomId } from '../../protocol/model.ts';
import { displayName, typists } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { styles } from './chat-widget-typing-indicator.styles.ts';
import { TypingAnnouncerController } from './typing-announcer-controller.ts';

/**
 * @summary Who is typing in a room, by name. As high while nobody is.
 *
 * @attr room - Id of the room. Default: the open room of the provider.
 *
 * @csspart indicator - The line, while somebody types.
 * @csspart dots - The moving dots.
 */
export class ChatWidgetTypingIndicator extends LitElement {
  static override styles = [base, text, styles];

  static override properties: PropertyDeclarations = { room: {} };

  /** Id of the room; undefined follows the provider. */
  declare room: RoomId | undefined;

  readonly #activeRoom = new ContextConsumer(this, { context: activeRoomContext, subscribe: true });
  readonly #localize = new LocalizeController(this);
  readonly #typists = new SelectController(this, (state) => typists(state, this.room ?? this.#activeRoom.value ?? ''));
  readonly #announcer = new TypingAnnouncerController(this);
  #sentence = '';

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues<this>): void {
    this.#sentence = this.#describe();
    this.#announcer.update(this.#sentence);
    super.update(changed);
  }

  override render(): TemplateResult {
    return html`${
        this.#sentence
          ? html`<div class="indicator" part="indicator">
              <span class="dots" part="dots" aria-hidden="true"><i></i><i></i><i></i></span>
              <span class="sentence" dir="auto">${this.#sentence}</span>
            </div>`
          : nothing
      }
      <div class="visually-hidden" role="status">${this.#announcer.sentence}</div>`;
  }

  #describe(): string {
    const { strings } = this.#localize;
    const [first, second, ...more] = this.#typists.value.map(displayName);
    if (first === undefined) return '';
    if (second === undefined) return strings.onePersonTypes(first);
    return more.length === 0 ? strings.twoPeopleType(first, second) : strings.severalPeopleType;
  }
}

if (!customElements.get('chat-widget-typing-indicator')) {
  customElements.define('chat-widget-typing-indicator', ChatWidgetTypingIndicator);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-typing-indicator': ChatWidgetTypingIndicator;
  }
}
