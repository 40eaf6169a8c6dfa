import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { ChatHideEvent } from '../../events/chat-hide-event.ts';
import { ChatShowEvent } from '../../events/chat-show-event.ts';
import type { Strings } from '../../localization/strings.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { closeIcon } from '../../theme/icons.ts';
import { registerTokens } from '../../theme/register-tokens.ts';
import '../chat-widget-launcher/chat-widget-launcher.ts';
import { ChatWidgetProvider } from '../chat-widget-provider/chat-widget-provider.ts';
import { styles } from './chat-widget.styles.ts';
import { NotifyController } from './notify/notify-controller.ts';
import { HistoryBackController } from './history-back-controller.ts';
import type { PanelView } from './panel-content.ts';
import { PanelController } from './panel-controller.ts';
import { followRoom } from './room-focus.ts';
import { SlottedController } from './slotted-controller.ts';
import { VisibleAreaController } from './visible-area-controller.ts';
import { StatesController } from './states-controller.ts';
import { consentTemplate, failedTemplate, loadingTemplate } from './waiting-template.ts';

/**
 * @summary A whole chat in one tag: the button in the corner, the list of rooms, and the conversation.
 *
 * It is a `<chat-widget-provider>` with a layout inside, so all of its attributes, properties, methods and events are
 * here too. Narrower than 640 pixels it shows the list or the conversation, else both side by side.
 *
 * @slot launcher-icon - In place of the picture on the button in the corner.
 * @slot room-list-header - In place of the heading above the rooms.
 * @slot room-list-empty - In place of the text that shows when there is no room yet.
 * @slot header-start - Before the title of the open room.
 * @slot header-actions - After the title of the open room, such as buttons.
 * @slot no-room - In place of the text that shows while no room is open.
 * @slot thread-empty - In place of the text that shows in a room without messages.
 * @slot composer-start - Before the field in which a message is written.
 * @slot composer-end - After it, before the button that sends.
 * @slot offline - In place of the sentence that shows while the device has no network.
 * @slot footer - Below everything.
 * @slot consent - With `connect="manual"`: in place of all within the panel until the page calls `connect()`.
 *
 * @attr mode - `launcher` (default): a button in the corner opens a panel. `inline`: fills the element's own box.
 *   `fullscreen`: covers the page.
 * @attr open - The panel is open. Of no meaning in the other modes.
 * @attr back-closes - The browser's Back button closes the panel, on a phone above all.
 * @attr placement - `end` (default) or `start`: which bottom corner the button is in.
 * @attr notify - How new messages are told, of `preview` (default), `title`, `badge` and `desktop`; `none` for none.
 * @attr sound - A new message is heard, too.
 * @attr label - Heading above the rooms, and accessible name.
 * @attr readonly - Messages can be read, not written.
 * @attr max-length - Most characters of a message.
 * @attr send-key - `enter` (default) or `mod-enter`.
 *
 * @csspart panel - The box around all but the button in the corner.
 * @csspart header - The line above the open room.
 * @csspart back - The button that leads back to the list.
 * @csspart close - The button that closes the panel.
 * @csspart launcher - The button in the corner.
 * @csspart unread-count - The number on it.
 * @csspart preview - The bubble above it that shows a new message. In it are `preview-author`, `preview-text` and
 *   `preview-dismiss`.
 * @csspart room-list-header - The line above the rooms.
 * @csspart new-room - The button that begins a new room.
 * @csspart filter - The field in which the rooms are searched.
 * @csspart room-list - The list of rooms.
 * @csspart room - A room in it, with the further tokens `current`, `unread` and `typing`. In it are `room-avatar`,
 *   `room-title`, `room-time`, `room-preview` and `room-unread-count`.
 * @csspart room-dialog - The dialog in which a room is begun.
 * @csspart connection-status - The bar that says what is wrong with the connection, with a token for the status.
 * @csspart reconnect - The button in it.
 * @csspart notice - An error that the server reported. In it are `notice-message`, `notice-count` and `notice-dismiss`.
 * @csspart header-avatar - The picture of the open room.
 * @csspart header-title - Its title.
 * @csspart header-status - Who is there.
 * @csspart scroller - The box in which the messages scroll. In it are `day`, `unread-line`, `state` and `jump`.
 * @csspart message - A message, with the tokens of `<chat-widget-message>`, whose parts are here too; three have
 *   longer names: `message-avatar`, `message-time` and `message-status`.
 * @csspart typing-indicator - The line that says who types. In it are `typing-dots`.
 * @csspart composer - Where a message is written. In it are `textarea`, `counter`, `send` and `composer-notice`.
 *
 * @cssproperty --chat-widget-width - Width of the panel. Default `25rem`.
 * @cssproperty --chat-widget-height - Height of the panel, and of the element in mode `inline`. Default `42rem`.
 * @cssproperty --chat-widget-offset - Distance from the corner. Default `1.25rem`.
 * @cssproperty --chat-widget-launcher-size - Width and height of the button in the corner. Default `3.5rem`.
 * @cssproperty --chat-widget-list-width - Width of the list beside a conversation. Default `19rem`.
 * @cssproperty --chat-widget-z-index - What the panel and the button lie over. Default `2147483000`.
 *
 * @cssState open - The panel is to be seen.
 * @cssState connected - There is a connection.
 * @cssState unread - There are unread messages.
 * @cssState empty - The server has answered, and there is no room.
 *
 * @fires chat-show - The panel is about to open. Cancelable.
 * @fires chat-hide - The panel is about to close. Cancelable.
 * @fires chat-notify - Somebody is about to be told of a message that they do not see. Cancelable.
 */
export class ChatWidget extends ChatWidgetProvider {
  static override styles = [...ChatWidgetProvider.styles, base, button, styles];

  static override properties: PropertyDeclarations = {
    mode: { reflect: true },
    open: { type: Boolean, reflect: true },
    backCloses: { attribute: 'back-closes', type: Boolean },
    placement: {},
    notify: {},
    sound: { type: Boolean },
    label: {},
    readonly: { type: Boolean },
    maxLength: { attribute: 'max-length', type: Number },
    sendKey: { attribute: 'send-key' },
  };

  declare mode: 'launcher' | 'inline' | 'fullscreen';
  declare open: boolean;
  declare backCloses: boolean;
  declare placement: 'start' | 'end';
  /** Words, with spaces between. */
  declare notify: string;
  declare sound: boolean;
  declare label: string;
  declare readonly: boolean;
  declare maxLength: number | undefined;
  declare sendKey: 'enter' | 'mod-enter';

  readonly #localize = new LocalizeController(this);
  readonly #slotted = new SlottedController(this);
  readonly #states = new StatesController(this, () => this.session?.state);
  readonly #visibleArea = new VisibleAreaController(this);
  readonly #content = new PanelController(this);
  readonly #history = new HistoryBackController(this, () => {
    this.hide();
    // The page may have kept it open.
    this.requestUpdate();
  });
  #focused: Element | null = null;

  constructor() {
    super();
    this.mode = 'launcher';
    this.open = false;
    this.backCloses = false;
    this.placement = 'end';
    this.notify = 'preview';
    this.sound = false;
    this.label = '';
    this.readonly = false;
    this.sendKey = 'enter';
    this.addController(
      new NotifyController(
        this,
        () => this.session,
        () => this.#strings,
      ),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    const isNews = changed.has('open') || changed.has('mode') || changed.has('room');
    if (isNews && (this.#isShown || this.room)) void this.#content.load();
    if (changed.has('open') && this.open && this.connectMode === 'intent') this.connect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#visibleArea.follow(this.isConnected && this.#isShown && this.mode !== 'inline');
    this.#history.follow(this.isConnected && this.open && this.backCloses && this.mode === 'launcher');
    if (changed.has('open') && !this.open && this.#focused?.closest('.panel')) this.#launcher?.focus();
    if (changed.has('room')) void followRoom(this.renderRoot, this.#focused, Boolean(this.room));
    // What waited for the inside of the panel went with the focus on it.
    if (this.#focused?.closest('.waiting') && !this.#focused.isConnected) this.#panel?.focus();
  }

  override render(): TemplateResult {
    const classes = `base ${this.mode} ${this.placement} ${this.#isShown ? 'shown' : ''}`;
    return html`<div class=${classes}>
      ${this.#isShown ? this.#renderPanel() : nothing} ${this.mode === 'launcher' ? this.#renderLauncher() : nothing}
    </div>`;
  }

  #renderLauncher(): TemplateResult {
    return html`<chat-widget-launcher
      exportparts="launcher, unread-count"
      ?open=${this.open}
      @pointerover=${this.#onIntent}
      @focusin=${this.#onIntent}
      @click=${this.#onLauncherClick}
      >${this.#handOn('launcher-icon', 'icon')}</chat-widget-launcher
    >`;
  }

  #renderPanel(): TemplateResult {
    const isLoading = !this.#content.content && !this.#content.hasFailed;
    return html`<section
      class="panel"
      part="panel"
      role=${this.mode === 'launcher' ? 'dialog' : 'region'}
      aria-label=${this.label || this.#strings.chat}
      aria-busy=${isLoading ? 'true' : nothing}
      tabindex="-1"
      @keydown=${this.#onKeydown}
    >
      ${this.#renderContent()}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderContent(): TemplateResult {
    const { content, hasFailed } = this.#content;
    if (this.#states.isWaiting && this.#slotted.has('consent')) return consentTemplate(this.#renderClose());
    if (content) return content.render(this.#view());
    if (hasFailed) return failedTemplate(this.#strings, this.#renderClose(), this.#onIntent);
    return loadingTemplate(this.#strings, this.#renderClose());
  }

  #view(): PanelView {
    const { room, label, readonly, maxLength, sendKey } = this;
    return {
      strings: this.#strings,
      room,
      label,
      readonly,
      maxLength,
      sendKey,
      identity: `${this.serverUrl} ${this.userId}`,
      handOn: (name, to) => this.#handOn(name, to),
      close: (slot) => this.#renderClose(slot),
      onBack: this.#onBack,
      onDismissNotice: this.#onDismissNotice,
    };
  }

  #renderClose(slot?: string): TemplateResult | typeof nothing {
    if (this.mode !== 'launcher') return nothing;
    const { closeChat } = this.#strings;
    return html`<button
      class=${slot ? 'icon-button narrow-only' : 'icon-button'}
      slot=${slot ?? nothing}
      part="close"
      type="button"
      aria-label=${closeChat}
      title=${closeChat}
      @click=${this.#onClose}
    >
      ${closeIcon}
    </button>`;
  }

  /** Hands a slot that the page has filled on to an inner element. */
  #handOn(name: string, to: string): TemplateResult | typeof nothing {
    return this.#slotted.has(name) ? html`<slot name=${name} slot=${to}></slot>` : nothing;
  }

  /** The widget provides the page's wording to all within, but is not within itself. */
  get #strings(): Strings {
    return { ...this.#localize.strings, ...this.strings };
  }

  get #isShown(): boolean {
    return this.mode !== 'launcher' || this.open;
  }

  get #panel(): HTMLElement | null {
    return this.renderRoot.querySelector('.panel');
  }

  get #launcher(): HTMLElement | null {
    return this.renderRoot.querySelector('chat-widget-launcher');
  }

  readonly #onIntent = (): void => {
    void this.#content.load();
  };

  readonly #onLauncherClick = (): void => {
    this.toggle();
    if (this.open) void this.updateComplete.then(() => this.#panel?.focus());
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const closes = event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
    if (!closes || this.mode !== 'launcher') return;
    event.stopPropagation();
    this.hide();
  };

  readonly #onClose = (): void => {
    this.hide();
  };

  readonly #onBack = (): void => {
    this.selectRoom(undefined);
  };

  /** The last notice takes the focus with it. */
  readonly #onDismissNotice = async (): Promise<void> => {
    await this.updateComplete;
    await this.renderRoot.querySelector('chat-widget-notices')?.updateComplete;
    if (!this.shadowRoot?.activeElement) this.#panel?.focus();
  };

  /** Opens the panel. The focus stays where it is; call `focus()` too when the person asked for it. */
  show(): void {
    if (!this.open && this.dispatchEvent(new ChatShowEvent())) this.open = true;
  }

  /** Closes the panel. A focus within goes back to the button in the corner. */
  hide(): void {
    if (this.open && this.dispatchEvent(new ChatHideEvent())) this.open = false;
  }

  /** Opens or closes the panel. */
  toggle(): void {
    if (this.open) this.hide();
    else this.show();
  }

  /** Goes to where one writes, to the list while no room is open, or to the button while the panel is closed. */
  override focus(options?: FocusOptions): void {
    void this.#focusInner(options);
  }

  async #focusInner(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    if (this.#isShown && !this.#content.content) {
      this.#panel?.focus(options);
      await this.#content.load();
      await this.updateComplete;
      // Meanwhile the person may have gone elsewhere.
      if (this.shadowRoot?.activeElement !== this.#panel) return;
    }
    const inner =
      this.renderRoot.querySelector('chat-widget-composer') ??
      this.renderRoot.querySelector('chat-widget-room-list') ??
      this.renderRoot.querySelector('chat-widget-launcher');
    await inner?.updateComplete;
    inner?.focus(options);
  }
}

registerTokens();
if (!customElements.get('chat-widget')) customElements.define('chat-widget', ChatWidget);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget': ChatWidget;
  }
}
