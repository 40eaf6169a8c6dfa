import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keepFocus } from './composer-buttons.ts';
import { insertText } from './insert-text.ts';
import { tokenBefore, type Token } from './token-before.ts';

export interface Suggestion {
  /** What is written in place of the token. */
  readonly text: string;
  /** How it looks in the list. */
  readonly content: unknown;
}

interface Options {
  readonly findArea: () => HTMLTextAreaElement | null;
  /** What may be meant, best first; none closes the list. */
  readonly find: (token: Token) => readonly Suggestion[];
}

/**
 * Completes what is being written: a list that the arrow keys walk through while the focus stays in the text.
 *
 * A text of several lines may not have the role `combobox`, nor `aria-expanded`: it says which option is active, and the
 * host tells how many there are.
 */
export class SuggestionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #token: Token | undefined;
  #suggestions: readonly Suggestion[] = [];
  #active = 0;
  /** Where the token is for which the person closed the list. */
  #dismissedAt: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get count(): number {
    return this.#suggestions.length;
  }

  /** Id of the option that Enter takes. */
  get activeId(): string | undefined {
    return this.count > 0 ? `suggestion-${this.#active}` : undefined;
  }

  hostUpdated(): void {
    const list = this.#host.shadowRoot?.getElementById('suggestions');
    if (list && !list.matches(':popover-open')) list.showPopover();
    list?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  /** Looks anew at what stands before the caret. What was just typed may be complete without a choice. */
  follow(isTyped = false): void {
    const area = this.#options.findArea();
    if (!area) return;
    const { value, selectionStart, selectionEnd } = area;
    const token = selectionStart === selectionEnd ? tokenBefore(value.slice(0, selectionEnd)) : undefined;
    if (token?.start !== this.#dismissedAt) this.#dismissedAt = undefined;
    const found = token && this.#dismissedAt === undefined ? this.#options.find(token) : [];
    this.#show(token, token?.isClosed ? [] : found);
    if (isTyped && token?.isClosed && found[0]) this.#replace(token, found[0]);
  }

  close(): void {
    if (this.count > 0) this.#show(undefined, []);
  }

  /** @returns whether the key was for the list */
  takes({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (this.count === 0 || shiftKey || altKey || ctrlKey || metaKey) return false;
    if (key === 'ArrowDown') this.#active = (this.#active + 1) % this.count;
    else if (key === 'ArrowUp') this.#active = (this.#active + this.count - 1) % this.count;
    else if (key === 'Enter' || key === 'Tab') this.#choose(this.#active);
    else if (key === 'Escape') this.#dismiss();
    else return false;
    this.#host.requestUpdate();
    return true;
  }

  render(label: string, onBeforeToggle: (event: ToggleEvent) => void): TemplateResult | typeof nothing {
    if (this.count === 0) return nothing;
    return html`<div
      class="suggestions"
      part="suggestions"
      id="suggestions"
      role="listbox"
      aria-label=${label}
      .popover=${'manual'}
      @beforetoggle=${onBeforeToggle}
      @mousedown=${keepFocus}
    >
      ${this.#suggestions.map(({ content }, index) => {
        const names = index === this.#active ? 'suggestion active' : 'suggestion';
        return html`<button
          class=${names}
          part=${names}
          id="suggestion-${index}"
          type="button"
          role="option"
          tabindex="-1"
          aria-selected=${index === this.#active}
          @click=${() => this.#choose(index)}
        >
          ${content}
        </button>`;
      })}
    </div>`;
  }

  #show(token: Token | undefined, suggestions: readonly Suggestion[]): void {
    const isNews = suggestions.length > 0 || this.count > 0;
    // An arrow key that only moved the caret within the same word keeps the choice.
    if (token?.query !== this.#token?.query || token?.start !== this.#token?.start) this.#active = 0;
    this.#active = Math.min(this.#active, Math.max(suggestions.length - 1, 0));
    this.#token = token;
    this.#suggestions = suggestions;
    if (isNews) this.#host.requestUpdate();
  }

  #dismiss(): void {
    this.#dismissedAt = this.#token?.start;
    this.close();
  }

  #choose(index: number): void {
    const suggestion = this.#suggestions[index];
    if (this.#token && suggestion) this.#replace(this.#token, suggestion);
  }

  #replace({ start }: Token, { text }: Suggestion): void {
    const area = this.#options.findArea();
    if (!area) return;
    area.setSelectionRange(start, area.selectionEnd);
    insertText(area, text);
    this.close();
  }
}
