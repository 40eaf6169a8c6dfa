import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../localization/en.ts';
import { Formats } from '../localization/formats.ts';
import type { Strings } from '../localization/strings.ts';
import { stringsContext } from './strings-context.ts';

/** Gives its host the texts and formats of its language: that of the nearest `lang`, with the page's `strings` on top. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #own: ContextConsumer<typeof stringsContext, ReactiveControllerHost & HTMLElement>;
  /** The same object until something in it is another. */
  strings: Strings = en;
  formats: Formats = Formats.for('en');
  #mergedFrom: Partial<Strings> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    this.#own = new ContextConsumer(host, { context: stringsContext, subscribe: true });
  }

  hostUpdate(): void {
    const own = this.#own.value;
    if (own !== this.#mergedFrom) this.strings = own ? { ...en, ...own } : en;
    this.#mergedFrom = own;
    this.formats = Formats.for(nearestLanguage(this.#host));
  }
}

/** The `lang` that holds for an element; `closest` alone would stop at the shadow root. */
function nearestLanguage(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof HTMLElement && at.lang) return at.lang;
  }
  return navigator.language;
}
