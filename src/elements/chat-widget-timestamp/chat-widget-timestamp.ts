import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocalizeController } from '../../context/localize-controller.ts';
import type { Formats } from '../../localization/formats.ts';
import { systemClock } from '../../platform/clock.ts';
import { base } from '../../theme/base.styles.ts';
import { styles } from './chat-widget-timestamp.styles.ts';
import { onDayChange } from './day-change.ts';

/** The last moment that a `Date` can hold, in milliseconds. */
const LAST_MOMENT = 8.64e15;

/**
 * @summary When something was: short, in the reader's language, with the whole date as a tooltip.
 *
 * @attr moment - Epoch milliseconds.
 * @attr format - `short` (default: the time today, else the day), `time` or `day`.
 *
 * @csspart time - The text.
 */
export class ChatWidgetTimestamp extends LitElement {
  static override styles = [base, styles];

  static override properties: PropertyDeclarations = {
    moment: { type: Number },
    format: {},
  };

  declare moment: number | null | undefined;
  declare format: 'short' | 'time' | 'day';

  readonly #localize = new LocalizeController(this);
  #forgetDays: (() => void) | undefined;

  constructor() {
    super();
    this.format = 'short';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forgetDays = onDayChange(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forgetDays?.();
  }

  override render(): TemplateResult | typeof nothing {
    const { moment, format } = this;
    // Whatever a server calls a time; a date out of range would throw.
    if (typeof moment !== 'number' || !(Math.abs(moment) <= LAST_MOMENT)) return nothing;
    const { formats } = this.#localize;
    return html`<time
      part="time"
      dir="auto"
      datetime=${new Date(moment).toISOString()}
      title=${formats.dateAndTime(moment)}
      >${textOf(moment, format, formats)}</time
    >`;
  }
}

function textOf(moment: number, format: ChatWidgetTimestamp['format'], formats: Formats): string {
  if (format === 'time') return formats.time(moment);
  const now = systemClock.now();
  return format === 'day' ? formats.day(moment, now) : formats.short(moment, now);
}

if (!customElements.get('chat-widget-timestamp')) customElements.define('chat-widget-timestamp', ChatWidgetTimestamp);

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget-timestamp': ChatWidgetTimestamp;
  }
}
