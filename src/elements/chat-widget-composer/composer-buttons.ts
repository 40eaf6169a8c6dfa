import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';
import { sendIcon, smileIcon } from '../../theme/icons.ts';

interface EmojiButton {
  readonly isDisabled: boolean;
  /** The panel, once it is there: the browser itself opens and closes it then. */
  readonly picker: HTMLElement | undefined;
  /** For the first time. */
  readonly onOpen: () => void;
}

export function emojiButton({ insertEmoji }: Strings, { isDisabled, picker, onOpen }: EmojiButton): TemplateResult {
  return html`<button
    class="icon-button emoji"
    part="emoji"
    type="button"
    aria-label=${insertEmoji}
    title=${insertEmoji}
    ?disabled=${isDisabled}
    .popoverTargetElement=${picker ?? null}
    @click=${(event: Event) => {
      if (picker) return;
      // The panel may be there before the browser looks whether there is one to toggle.
      event.preventDefault();
      onOpen();
    }}
  >
    ${smileIcon}
  </button>`;
}

export function sendButton({ send }: Strings, isDisabled: boolean, onClick: () => void): TemplateResult {
  return html`<button
    class="send"
    part="send"
    type="button"
    aria-label=${send}
    title=${send}
    ?disabled=${isDisabled}
    @mousedown=${keepFocus}
    @click=${onClick}
  >
    ${sendIcon}
  </button>`;
}

/** The text keeps the focus, and a phone its keyboard. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}
