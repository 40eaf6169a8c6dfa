import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import type { User } from '../../protocol/model.ts';
import { displayName } from '../../store/selectors.ts';
import { checkIcon, closeIcon, plusIcon } from '../../theme/icons.ts';
import '../chat-widget-avatar/chat-widget-avatar.ts';
import '../chat-widget-presence-badge/chat-widget-presence-badge.ts';
import type { Option, TypedPerson } from './options.ts';

/** Somebody who was chosen, and the way to take them out again. */
export function chipTemplate(user: User, strings: Strings, onRemove: () => void): TemplateResult {
  const name = displayName(user);
  return html`<li class="chip" part="chip">
    <span class="chip-name" dir="auto">${name}</span>
    <button type="button" aria-label=${strings.removePerson(name)} @click=${onRemove}>${closeIcon}</button>
  </li>`;
}

export interface OptionView {
  readonly option: Option;
  /** Its place in the list. */
  readonly index: number;
  /** The Enter key takes it. */
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onClick: () => void;
}

export function optionTemplate(view: OptionView, strings: Strings): TemplateResult {
  const { option, index, active, chosen, onClick } = view;
  const names = active ? 'option active' : 'option';
  return html`<button
    class=${names}
    part=${names}
    id="option-${index}"
    type="button"
    role="option"
    tabindex="-1"
    aria-selected=${chosen ? 'true' : 'false'}
    @mousedown=${keepFocus}
    @click=${onClick}
  >
    ${option.by === 'known' ? knownTemplate(option.user) : typedTemplate(option, strings)}
    ${chosen ? html`<span class="check">${checkIcon}</span>` : nothing}
  </button>`;
}

/** The field keeps the focus, and a phone its keyboard, while people are chosen. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function knownTemplate(user: User): TemplateResult {
  const name = displayName(user);
  return html`<chat-widget-avatar user-id=${user.id} name=${name}></chat-widget-avatar>
    <span class="option-name" dir="auto">${name}</span>
    <chat-widget-presence-badge user-id=${user.id}></chat-widget-presence-badge>
    <span class="option-email" dir="auto">${user.name ? user.email : ''}</span>`;
}

function typedTemplate({ by, user }: TypedPerson, strings: Strings): TemplateResult {
  const sentence = { email: strings.addByEmail, name: strings.addByName, id: strings.addById };
  return html`<span class="plus">${plusIcon}</span>
    <span class="option-name">${sentence[by](displayName(user))}</span>`;
}
