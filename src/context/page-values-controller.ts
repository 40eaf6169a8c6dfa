import { ContextProvider } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import type { Strings } from '../localization/strings.ts';
import { messageRendererContext, type MessageRenderer } from './message-renderer-context.ts';
import { stringsContext } from './strings-context.ts';
import { uploaderContext, type Uploader } from './uploader-context.ts';

interface PageValues {
  readonly strings: Partial<Strings> | undefined;
  readonly messageRenderer: MessageRenderer | undefined;
  readonly uploader: Uploader | undefined;
}

/** Gives to everything within what the page has set on the provider and only elements inside use. */
export class PageValuesController {
  readonly #strings: ContextProvider<typeof stringsContext>;
  readonly #messageRenderer: ContextProvider<typeof messageRendererContext>;
  readonly #uploader: ContextProvider<typeof uploaderContext>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#strings = new ContextProvider(host, { context: stringsContext });
    this.#messageRenderer = new ContextProvider(host, { context: messageRendererContext });
    this.#uploader = new ContextProvider(host, { context: uploaderContext });
  }

  /** Nobody is told of a value that is the same. */
  update({ strings, messageRenderer, uploader }: PageValues): void {
    this.#strings.setValue(strings);
    this.#messageRenderer.setValue(messageRenderer);
    this.#uploader.setValue(uploader);
  }
}
