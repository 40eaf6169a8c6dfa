import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LocalizeController } from '../../context/localize-controller.ts';
import { SelectController } from '../../context/select-controller.ts';
import type { User } from '../../protocol/model.ts';
import { filterPeople, knownPeople } from '../../store/selectors.ts';
import { base } from '../../theme/base.styles.ts';
import { button } from '../../theme/button.styles.ts';
import { field } from '../../theme/field.styles.ts';
import { text } from '../../theme/text.styles.ts';
import { styles } from './chat-widget-people-picker.styles.ts';
import { isSamePerson, typedPeople, type Option } from './options.ts';
import { chipTemplate, optionTemplate } from './picker-templates.ts';

/** More than these are found by typing, not by scrolling. */
const MOST_SHOWN = 50;

/**
 * @summary A field in which people are chosen from those who are known, or typed in.
 *
 * @attr single - Only one may be chosen: the next choice replaces the last.
 * @attr label - What the field is for.
 * @attr error - Why what was chosen does not do.
 *
 * @csspart input - The field.
 * @csspart chip - Somebody who was chosen.
 * @csspart options - The list to choose from.
 * @csspart option - Somebody on the list. Has the further token `active` where the keyboard is.
 *
 * @fires change - Other people are chosen.
 */
export class ChatWidgetPeoplePicker extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, text, button, field, styles];

  static override properties: PropertyDeclarations = {
    value: { attribute: false },
    single: { type: Boolean },
    label: {},
    error: {},
    query: { state: true, attribute: false },
    active: { state: true, attribute: false },
  };

  /** Who is chosen. */
  declare value: readonly User[];
  declare single: boolean;
  declare label: string;
  declare error: string;
  declare protected query: string;
  /** Place of the option that the Enter key takes; -1 for none. */
  declare protected active: number;

  readonly #localize = new LocalizeController(this);
  readonly #known = new SelectController(this, knownPeople);
  readonly #presence = new SelectController(this, ({ presence }) => presence);
  #options: readonly Option[] = [];

  constructor() {
    super();
    this.value = [];
    this.single = false;
    this.label = '';
    this.error = '';
    this.query = '';
    this.active = -1;
  }

  /** What is typed and not chosen yet. */
  get pendingText(): string {
    return this.query.trim();
  }

  // Not `willUpdate`: the selected slices are fresh only after it.
  protected override update(changed: PropertyValues): void {
    this.#options = this.#findOptions();
    super.update(changed);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { strings } = this.#localize;
    return html`
      <label class="label" id="label" for="input">${this.label}</label>
      <div class="field">
        ${
          this.value.length > 0
            ? html`<ul class="chips" role="list" aria-label=${strings.chosenPeople}>
                ${this.value.map((user) => chipTemplate(user, strings, () => this.#remove(user)))}
              </ul>`
            : nothing
        }
        ${this.#renderInput()}
      </div>
      <p class="error" id="error">${this.error}</p>
      <p class="hint" id="hint">${this.#known.value.length > 0 ? strings.findPeopleHint : strings.nobodyKnown}</p>
      ${this.#renderOptions()}
    `;
  }

  #renderInput(): TemplateResult {
    const { strings } = this.#localize;
    const isActive = this.active >= 0 && this.active < this.#options.length;
    return html`<input
      class="input"
      part="input"
      id="input"
      type="text"
      role="combobox"
      aria-labelledby="label"
      aria-autocomplete="list"
      aria-expanded=${this.#options.length > 0 ? 'true' : 'false'}
      aria-controls="options"
      aria-activedescendant=${isActive ? `option-${this.active}` : nothing}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby="error hint"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      placeholder=${strings.findPeople}
      .value=${live(this.query)}
      @input=${this.#onInput}
      @keydown=${this.#onKeydown}
    />`;
  }

  #renderOptions(): TemplateResult {
    return html`<div
      class="options"
      part="options"
      id="options"
      role="listbox"
      aria-label=${this.#localize.strings.knownPeople}
      aria-multiselectable=${this.single ? nothing : 'true'}
      ?hidden=${this.#options.length === 0}
    >
      ${this.#options.map((option, index) =>
        optionTemplate(
          {
            option,
            index,
            active: index === this.active,
            chosen: this.#isChosen(option.user),
            onClick: () => this.#toggle(option.user),
          },
          this.#localize.strings,
        ),
      )}
    </div>`;
  }

  /** Those who are online first: they are the likeliest to answer. */
  #findOptions(): readonly Option[] {
    const known = this.#known.value;
    const found = filterPeople(known, this.query);
    const { online } = this.#presence.value;
    const sorted = [...found.filter(({ id }) => online.has(id)), ...found.filter(({ id }) => !online.has(id))];
    return [
      ...sorted.slice(0, MOST_SHOWN).map((user) => ({ by: 'known', user }) as const),
      ...typedPeople(this.query, known),
    ];
  }

  #isChosen(user: User): boolean {
    return this.value.some((chosen) => isSamePerson(chosen, user));
  }

  #toggle(user: User): void {
    if (this.#isChosen(user)) this.#remove(user);
    else this.#change(this.single ? [user] : [...this.value, user]);
    this.query = '';
    this.active = -1;
  }

  #remove(user: User): void {
    this.#change(this.value.filter((chosen) => !isSamePerson(chosen, user)));
    this.focus();
  }

  #change(value: readonly User[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.query = event.target.value;
    this.active = this.query.trim() ? 0 : -1;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (this.#isHandled(event.key)) event.preventDefault();
    // The field is in a shadow root, so the form around does not know it for one of its own.
    else if (event.key === 'Enter') this.closest('form')?.requestSubmit();
  };

  /** @returns false for a key that is the field's own, the form's or the dialog's */
  #isHandled(key: string): boolean {
    const option = this.#options[this.active];
    const last = this.value.at(-1);
    if (key === 'ArrowDown') this.active = Math.min(this.active + 1, this.#options.length - 1);
    else if (key === 'ArrowUp') this.active = Math.max(this.active - 1, -1);
    else if (key === 'Enter' && option) this.#toggle(option.user);
    else if (key === 'Backspace' && !this.query && last) this.#remove(last);
    else if (key === 'Escape' && this.query) this.query = '';
    else return false;
    return true;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }
}

if (!customElements.get('chat-widget-people-picker')) {
  customElements.define('chat-widget-people-picker', ChatWidgetPeoplePicker);
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-people-picker': ChatWidgetPeoplePicker;
  }
}
