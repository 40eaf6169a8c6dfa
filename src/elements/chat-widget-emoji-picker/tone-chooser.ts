import type { Strings } from '../../localization/strings.ts';
import { SKIN_TONES, withTone, type SkinTone } from './skin-tone.ts';

/** What the tones are shown on. */
const HAND = { char: '✋', hasTones: true };

/** A button that shows the tone, and a row of radio buttons that it opens over the search. */
export class ToneChooser {
  readonly button = document.createElement('button');
  readonly group = document.createElement('div');
  readonly #radios = SKIN_TONES.map(radioOf);

  constructor(onChoose: (tone: SkinTone) => void) {
    this.button.type = 'button';
    this.button.className = 'tone';
    this.button.addEventListener('click', this.#onClick);
    this.group.className = 'tones';
    this.group.role = 'radiogroup';
    this.group.append(...this.#radios.map(labelOf));
    this.group.addEventListener('change', () => {
      onChoose(SKIN_TONES[this.#radios.findIndex(({ checked }) => checked)] ?? 0);
    });
    this.group.addEventListener('click', this.#onPress);
    this.group.addEventListener('keydown', this.#onKeydown);
    this.group.addEventListener('focusout', this.#onFocusOut);
    // Not every browser gives the focus to what is clicked, and without it the row would close before the click.
    for (const element of [this.button, this.group]) element.addEventListener('mousedown', keepFocus);
    this.#show(false);
  }

  get isOpen(): boolean {
    return !this.group.hidden;
  }

  /** Leads the keys back to the button. */
  close(): void {
    this.button.focus();
    this.#show(false);
  }

  label({ skinTone, skinTones }: Pick<Strings, 'skinTone' | 'skinTones'>, tone: SkinTone): void {
    this.button.ariaLabel = this.button.title = `${skinTone}: ${skinTones[tone]}`;
    this.button.textContent = withTone(HAND, tone);
    this.group.ariaLabel = skinTone;
    for (const [index, radio] of this.#radios.entries()) {
      radio.ariaLabel = radio.title = skinTones[index] ?? '';
      radio.checked = index === tone;
    }
  }

  #show(isOpen: boolean): void {
    this.group.hidden = !isOpen;
    this.button.ariaExpanded = String(isOpen);
  }

  readonly #onClick = (): void => {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.#show(true);
    this.#radios.find(({ checked }) => checked)?.focus();
  };

  /** Arrow keys click too, but go on choosing. */
  readonly #onPress = ({ detail, target }: MouseEvent): void => {
    if (detail > 0 && target instanceof HTMLInputElement) this.close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !this.group.contains(relatedTarget)) this.#show(false);
  };
}

function radioOf(): HTMLInputElement {
  const radio = document.createElement('input');
  radio.type = 'radio';
  radio.name = 'tone';
  return radio;
}

/** The radio button lies over the hand, as large as that. */
function labelOf(radio: HTMLInputElement, index: number): HTMLElement {
  const label = document.createElement('label');
  const hand = document.createElement('span');
  hand.ariaHidden = 'true';
  hand.textContent = withTone(HAND, SKIN_TONES[index] ?? 0);
  label.append(radio, hand);
  return label;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
