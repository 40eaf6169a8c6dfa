import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import { request } from '../../context/request.ts';
import { SelectController } from '../../context/select-controller.ts';
import { sessionContext } from '../../context/session-context.ts';
import { ChatRoomSelectEvent } from '../../events/chat-room-select-event.ts';
import { failureReason } from '../../localization/failure-reason.ts';
import { createId } from '../../platform/ids.ts';
import type { RoomId, User } from '../../protocol/model.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { field } from '../../theme/field.styles.ts';
import { alertIcon, closeIcon } from '../../theme/icons.ts';
import { text } from '../../theme/text.styles.ts';
import '../chat-widget-people-picker/chat-widget-people-picker.ts';
import { styles } from './chat-widget-room-dialog.styles.ts';
import { directRoomWith, problemsOf, type Problem } from './room-wish.ts';

/**
 * @summary A dialog in which a direct room or a group is begun.
 *
 * @attr open - It shows.
 *
 * @csspart dialog - The dialog.
 * @csspart kind - The choice between direct and group.
 * @csspart people - The field in which people are chosen, an element.
 * @csspart cancel - The button that closes it.
 * @csspart create - The button that asks for the room.
 *
 * @fires chat-room-select - The room was created, or was there already. Cancelable.
 */
export class ChatWidgetRoomDialog extends LitElement {
  static override styles = [base, text, button, field, styles];

  static override properties: PropertyDeclarations = {
    open: { type: Boolean, reflect: true },
    isGroup: { state: true, attribute: false },
    name: { state: true, attribute: false },
    people: { state: true, attribute: false },
    problems: { state: true, attribute: false },
    failure: { state: true, attribute: false },
    creationId: { state: true, attribute: false },
  };

  declare open: boolean;
  declare protected isGroup: boolean;
  declare protected name: string;
  declare protected people: readonly User[];
  declare protected problems: readonly Problem[];
  /** Why the server did not create it. */
  declare protected failure: string;
  /** The wish that was sent and is not answered yet. */
  declare protected creationId: string | undefined;

  readonly #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  readonly #localize = new LocalizeController(this);
  readonly #creation = new SelectController(this, (state) => state.roomCreations.get(this.creationId ?? ''));
  // Only while it matters: the rooms change with every message.
  readonly #rooms = new SelectController(this, ({ rooms }) => (this.open ? rooms.byId : undefined));

  constructor() {
    super();
    this.open = false;
    this.#clear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An event from here no longer reaches the provider.
    if (this.creationId !== undefined) this.#session.value?.request('forget-room-creation', { id: this.creationId });
    this.creationId = undefined;
    this.hide();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) void this.#toggleDialog();
    this.#followCreation();
  }

  override render(): TemplateResult {
    const { strings } = this.#localize;
    return html`<dialog
      part="dialog"
      aria-labelledby="title"
      @cancel=${this.#onClose}
      @close=${this.#onClosed}
      @keydown=${this.#onKeydown}
    >
      ${
        this.open
          ? html`<form novalidate @submit=${this.#onSubmit}>
              <div class="header">
                <h2 id="title">${strings.newRoom}</h2>
                <button class="icon-button" type="button" aria-label=${strings.cancel} @click=${this.#onClose}>
                  ${closeIcon}
                </button>
              </div>
              <div class="fields">
                ${this.#renderKind()} ${this.isGroup ? this.#renderName() : nothing} ${this.#renderPeople()}
                ${this.#renderFailure()}
              </div>
              ${this.#renderButtons()}
            </form>`
          : nothing
      }
    </dialog>`;
  }

  #renderKind(): TemplateResult {
    const { strings } = this.#localize;
    const choice = (isGroup: boolean, label: string): TemplateResult =>
      html`<label>
        <input
          type="radio"
          name="kind"
          .checked=${this.isGroup === isGroup}
          @change=${() => {
            this.#chooseKind(isGroup);
          }}
        /><span>${label}</span>
      </label>`;
    return html`<fieldset class="kind" part="kind">
      <legend class="visually-hidden">${strings.roomKind}</legend>
      ${choice(false, strings.directRoom)} ${choice(true, strings.groupRoom)}
    </fieldset>`;
  }

  #renderName(): TemplateResult {
    const error = this.#problemOf('name');
    return html`<div class="line">
      <label class="label" for="name">${this.#localize.strings.groupName}</label>
      <input
        class="input"
        id="name"
        type="text"
        autocomplete="off"
        maxlength="200"
        required
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby="name-error"
        .value=${this.name}
        @input=${this.#onNameInput}
      />
      <p class="error" id="name-error">${error}</p>
    </div>`;
  }

  #renderPeople(): TemplateResult {
    const { strings } = this.#localize;
    return html`<chat-widget-people-picker
      part="people"
      exportparts="input: people-input, chip: people-chip, options: people-options, option: people-option, active"
      label=${this.isGroup ? strings.groupMembers : strings.directRecipient}
      error=${this.#problemOf('people')}
      .single=${!this.isGroup}
      .value=${this.people}
      @change=${this.#onPeopleChange}
    ></chat-widget-people-picker>`;
  }

  #renderFailure(): TemplateResult {
    const { strings } = this.#localize;
    return html`<div role="alert">
      ${this.failure ? html`<p class="failure">${alertIcon}${strings.roomNotCreated(this.failure)}</p>` : nothing}
    </div>`;
  }

  #renderButtons(): TemplateResult {
    const { strings } = this.#localize;
    const create = this.isGroup ? strings.createGroup : strings.createDirectRoom;
    const isPending = this.creationId !== undefined;
    return html`<div class="footer">
      <button class="button" part="cancel" type="button" @click=${this.#onClose}>${strings.cancel}</button>
      <button class="button primary" part="create" type="submit" aria-disabled=${isPending ? 'true' : nothing}>
        ${isPending ? strings.creatingRoom : create}
      </button>
    </div>`;
  }

  get #picker(): HTMLElementTagNameMap['chat-widget-people-picker'] | null {
    return this.renderRoot.querySelector('chat-widget-people-picker');
  }

  #problemOf(field: Problem['field']): string {
    const { strings } = this.#localize;
    const problem = this.problems.find((each) => each.field === field);
    if (!problem) return '';
    return problem.sentence === 'personPending'
      ? strings.personPending(this.#picker?.pendingText ?? '')
      : strings[problem.sentence];
  }

  async #toggleDialog(): Promise<void> {
    const dialog = this.renderRoot.querySelector('dialog');
    // There is nothing to take the focus before.
    if (this.open) await this.#picker?.updateComplete;
    if (dialog?.open === this.open) return;
    if (this.open && this.isConnected) {
      dialog?.showModal();
      this.#picker?.focus();
    } else dialog?.close();
  }

  /** The answer to the wish, if it came. */
  #followCreation(): void {
    const { creationId: id } = this;
    const creation = this.#creation.value;
    if (id === undefined || !creation || creation.status === 'pending') return;
    this.#forgetCreation();
    if (creation.roomId !== undefined) this.#finish(creation.roomId);
    else {
      const { strings } = this.#localize;
      this.failure = creation.failure ? failureReason(creation.failure, strings) : strings.connectionFailed;
    }
  }

  #forgetCreation(): void {
    if (this.creationId !== undefined) request(this, 'forget-room-creation', { id: this.creationId });
    this.creationId = undefined;
  }

  #finish(roomId: RoomId): void {
    // Closed first: that puts the focus back to where it was, and whoever opens the room may take it from there.
    this.renderRoot.querySelector('dialog')?.close();
    this.hide();
    this.dispatchEvent(new ChatRoomSelectEvent({ roomId }));
  }

  #clear(): void {
    this.isGroup = false;
    this.name = '';
    this.people = [];
    this.problems = [];
    this.failure = '';
    this.creationId = undefined;
  }

  #chooseKind(isGroup: boolean): void {
    this.isGroup = isGroup;
    this.problems = [];
    if (!isGroup) this.people = this.people.slice(0, 1);
  }

  readonly #onNameInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.name = event.target.value;
    this.problems = this.problems.filter(({ field }) => field !== 'name');
  };

  readonly #onPeopleChange = (): void => {
    this.people = this.#picker?.value ?? [];
    this.problems = this.problems.filter(({ field }) => field !== 'people');
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.creationId !== undefined) return;
    const { isGroup, people, name } = this;
    this.problems = problemsOf({ isGroup, people, name, pendingText: this.#picker?.pendingText ?? '' });
    if (this.problems.length > 0) this.#focusProblem();
    else this.#create();
  };

  #focusProblem(): void {
    if (this.problems[0]?.field === 'name') this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    else this.#picker?.focus();
  }

  #create(): void {
    const { isGroup, people } = this;
    const [recipient] = people;
    const known = !isGroup && recipient && directRoomWith(this.#rooms.value?.values() ?? [], recipient);
    if (known) {
      this.#finish(known);
      return;
    }
    const id = createId();
    this.failure = '';
    const name = isGroup ? this.name.trim() : '';
    if (request(this, 'create-room', { id, name, participants: people, isGroup })) this.creationId = id;
  }

  readonly #onClose = (): void => {
    this.hide();
  };

  /** Comes late: somebody quick may have opened it again. */
  readonly #onClosed = (): void => {
    if (!this.renderRoot.querySelector('dialog')?.open) this.hide();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // The Escape key closes this dialog and not also what is around it.
    if (event.key === 'Escape') event.stopPropagation();
  };

  /** Opens it, empty. */
  show(): void {
    if (this.open) return;
    this.#clear();
    this.open = true;
  }

  /** Closes it. A room that was asked for may still be created; it is then in the list. */
  hide(): void {
    this.#forgetCreation();
    this.open = false;
  }
}

if (!customElements.get('chat-widget-room-dialog')) {
  customElements.define('chat-widget-room-dialog', ChatWidgetRoomDialog);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-room-dialog': ChatWidgetRoomDialog;
  }
}
