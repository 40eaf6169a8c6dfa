import { ContextConsumer } from '@lit/context';
import { LitElement, nothing, type PropertyDeclarations } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LocalizeController } from '../../context/localize-controller.ts';
import { messageRendererContext } from '../../context/message-renderer-context.ts';
import { SelectController } from '../../context/select-controller.ts';
import { displayName, person } from '../../store/selectors.ts';
import type { MessageEntry } from '../../store/state.ts';
import { base } from '../../theme/base.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { messageStyles } from './chat-widget-message.styles.ts';
import { messageTemplate } from './message-template.ts';

/**
 * @summary One message, for a layout of your own; `<chat-widget-thread>` shows the same rows.
 *
 * @attr continued - Comes right after one of the same author: no name, and close to it.
 * @attr followed - The next one continues this one's group: the time shows on hover and focus only.
 * @attr group - The room has several people: the name and picture of the author are shown.
 *
 * @csspart message - The row. Has the further tokens `own`, `continued`, `followed`, `group`, one of `pending`, `sent`, `failed`,
 *   and `waiting` with `pending` while there is no connection.
 * @csspart avatar - The author's picture.
 * @csspart author - The author's name.
 * @csspart bubble - The box around the text.
 * @csspart text - What the message says.
 * @csspart unknown - In a message of an unknown type, the sentence that says so.
 * @csspart link - A link in the text.
 * @csspart code - A block of code in it.
 * @csspart quote - What it quotes of others.
 * @csspart list - A list in it.
 * @csspart show-image - Below a link to an image, the button that fetches it.
 * @csspart image - The image.
 * @csspart meta - Time and status.
 * @csspart time - When it was sent.
 * @csspart status - The sign for pending or sent.
 * @csspart failure - In a failed message, the reason and what can be done.
 * @csspart retry - The button that sends it again.
 * @csspart delete - The button that gives it up.
 *
 * @fires chat-link-click - A link was clicked. Cancelable.
 */
export class ChatWidgetMessage extends LitElement {
  static override styles = [base, text, messageStyles];

  static override properties: PropertyDeclarations = {
    entry: { attribute: false },
    continued: { type: Boolean },
    followed: { type: Boolean },
    group: { type: Boolean },
  };

  /** The message, as the store holds it. */
  declare entry: MessageEntry | undefined;
  declare continued: boolean;
  declare followed: boolean;
  declare group: boolean;

  readonly #localize = new LocalizeController(this);
  readonly #renderer = new ContextConsumer(this, { context: messageRendererContext, subscribe: true });
  readonly #selfId = new SelectController(this, ({ self }) => self.id);
  readonly #waiting = new SelectController(
    this,
    ({ connection }) => this.entry?.status === 'pending' && connection.status !== 'online',
  );
  readonly #sender = new SelectController(this, (state) => this.entry && person(state, this.entry.sender.id));

  constructor() {
    super();
    this.continued = false;
    this.followed = false;
    this.group = false;
  }

  override render(): unknown {
    const { entry, continued, followed, group } = this;
    if (!entry) return nothing;
    const author = displayName(this.#sender.value ?? entry.sender);
    const own = entry.sender.id === this.#selfId.value;
    const waiting = this.#waiting.value;
    const renderer = this.#renderer.value;
    const view = { entry, author, own, continued, followed, waiting, group, renderer, roving: false };
    // Another message starts anew: an image that was shown in this one is not the other's.
    return keyed(entry.key, messageTemplate(view, this.#localize));
  }
}

if (!customElements.get('chat-widget-message')) customElements.define('chat-widget-message', ChatWidgetMessage);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-message': ChatWidgetMessage;
  }
}
