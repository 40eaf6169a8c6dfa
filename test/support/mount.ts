import { ContextProvider } from '@lit/context';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { LitElement, render } from 'lit';
import { activeRoomContext } from '../../src/context/active-room-context.ts';
import { messageRendererContext, type MessageRenderer } from '../../src/context/message-renderer-context.ts';
import { uploaderContext, type Uploader } from '../../src/context/uploader-context.ts';
import { sessionContext } from '../../src/context/session-context.ts';
import { stringsContext } from '../../src/context/strings-context.ts';
import { ChatRequestEvent } from '../../src/events/request-event.ts';
import { ChatRoomSelectEvent } from '../../src/events/chat-room-select-event.ts';
import type { RoomId } from '../../src/protocol/model.ts';
import { REQUEST_NAMES } from '../../src/session/requests.ts';
import type { Strings } from '../../src/localization/strings.ts';
import { tokens } from '../../src/theme/tokens.styles.ts';
import { FakeSession } from './fake-session.ts';

/** Stands where the real provider stands: gives the contexts, hands requests to a fake session. */
class TestProvider extends LitElement {
  static override styles = [tokens];

  readonly session = new FakeSession();
  readonly #room = new ContextProvider<typeof activeRoomContext>(this, { context: activeRoomContext });
  readonly #strings = new ContextProvider<typeof stringsContext>(this, { context: stringsContext });

  readonly #renderer = new ContextProvider<typeof messageRendererContext>(this, { context: messageRendererContext });

  readonly #uploader = new ContextProvider<typeof uploaderContext>(this, { context: uploaderContext });

  constructor() {
    super();
    new ContextProvider(this, { context: sessionContext, initialValue: this.session });
    for (const name of REQUEST_NAMES) {
      this.addEventListener(`chat-${name}-request`, (event) => {
        if (event instanceof ChatRequestEvent) this.session.request(event.request, event.detail);
      });
    }
    this.addEventListener('chat-room-select', (event) => {
      if (event instanceof ChatRoomSelectEvent) this.activeRoomId = event.detail.roomId;
    });
  }

  get activeRoomId(): RoomId | undefined {
    return this.#room.value;
  }

  set activeRoomId(roomId: RoomId | undefined) {
    this.#room.setValue(roomId);
  }

  set messageRenderer(renderer: MessageRenderer | undefined) {
    this.#renderer.setValue(renderer);
  }

  set uploader(uploader: Uploader | undefined) {
    this.#uploader.setValue(uploader);
  }

  set strings(strings: Partial<Strings> | undefined) {
    this.#strings.setValue(strings);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

customElements.define('test-provider', TestProvider);

export interface Mounted<E extends HTMLElement> {
  element: E;
  provider: TestProvider;
  session: FakeSession;
}

/** Renders one element inside a provider with a fake session; `prepare` runs before the element exists. */
export async function mount<E extends HTMLElement>(
  template: TemplateResult,
  prepare?: (provider: TestProvider) => void,
): Promise<Mounted<E>> {
  const provider = await fixture<TestProvider>(html`<test-provider></test-provider>`);
  prepare?.(provider);
  const holder = document.createElement('div');
  provider.append(holder);
  render(template, holder);
  const element = holder.firstElementChild as E;
  if (element instanceof LitElement) await element.updateComplete;
  return { element, provider, session: provider.session };
}

/** The first element with this part in another's shadow root; throws when there is none. */
export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`${element.localName} has no part ${name}`);
  return found;
}

/** A text as it is read: without the spaces of the template. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The first element of this name in another's shadow root; throws when there is none. */
export function inner<T extends keyof HTMLElementTagNameMap>(element: Element, tag: T): HTMLElementTagNameMap[T] {
  const found = element.shadowRoot?.querySelector(tag);
  if (!found) throw new Error(`${element.localName} has no ${tag}`);
  return found;
}
