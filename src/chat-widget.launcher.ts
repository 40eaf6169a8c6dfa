/**
 * The entry for a classic `<script>` tag of two kilobytes: the button alone, for the tag's own widget and for those in the
 * page. It fetches the rest when `connect` says so, or when somebody comes near, and makes room for it.
 */
import type { ChatWidget } from './elements/chat-widget/chat-widget.ts';
import { styles } from './launcher.styles.ts';

/** The files with the rest, beside this one; the build puts their names in. */
declare const CORE: string;
declare const PANEL: string;

const OPEN = 'Open chat';
const FAILED = 'The chat could not be loaded. Please try again.';
const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M21 11.5a8.4 8.4 0 0 1-12.3 7.4L3 21l2.1-5.7A8.4 8.4 0 1 1 21 11.5Z';

const tag = document.currentScript as HTMLScriptElement | null;

function fetchFile(name: string): Promise<unknown> {
  return import(/* @vite-ignore */ new URL(name, tag?.src).href);
}

/** A button in the shadow root that the widget will use, so that the page's styles and slots hold for both. */
class StandIn {
  readonly #widget: ChatWidget;
  readonly #root: ShadowRoot;
  readonly #button = document.createElement('button');
  readonly #notice = document.createElement('p');
  #isNear = false;
  #isPressed = false;

  constructor(widget: ChatWidget) {
    this.#widget = widget;
    this.#root = widget.attachShadow({ mode: 'open' });
    this.#render();
    for (const type of ['pointerover', 'focus', 'click']) this.#button.addEventListener(type, this.#onIntent);
    void customElements.whenDefined(widget.localName).then(() => this.#makeRoom());
    this.#schedule(widget.getAttribute('connect'));
  }

  #render(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    const slot = document.createElement('slot');
    slot.name = 'launcher-icon';
    const svg = document.createElementNS(SVG, 'svg');
    const path = document.createElementNS(SVG, 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    path.setAttribute('d', BUBBLE);
    svg.append(path);
    slot.append(svg);
    this.#button.part.value = 'launcher';
    this.#button.ariaLabel = this.#widget.strings?.openChat ?? OPEN;
    this.#button.ariaExpanded = 'false';
    this.#button.append(slot);
    this.#notice.role = 'alert';
    // Lit renders before the first node that it finds, which must stay.
    this.#root.append(new Comment(), this.#button, this.#notice);
  }

  #schedule(connect: string | null): void {
    if (connect === 'intent') return;
    if (connect === 'visible') {
      const observer = new IntersectionObserver(([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void this.#fetch(CORE);
      });
      observer.observe(this.#button);
    } else whenIdle(() => void this.#fetch(CORE));
  }

  async #fetch(...names: string[]): Promise<void> {
    try {
      await Promise.all(names.map(fetchFile));
    } catch {
      if (this.#isPressed) this.#notice.textContent = this.#widget.strings?.chatNotLoaded ?? FAILED;
      this.#isPressed = false;
      this.#button.ariaBusy = null;
      addEventListener('online', () => void this.#fetch(...names), { once: true });
    }
  }

  readonly #onIntent = ({ type }: Event): void => {
    this.#isNear = true;
    if (type === 'click') {
      this.#isPressed = true;
      this.#notice.textContent = '';
      this.#button.ariaBusy = 'true';
    }
    void this.#fetch(CORE, PANEL);
  };

  async #makeRoom(): Promise<void> {
    const hadFocus = this.#root.activeElement === this.#button;
    this.#button.remove();
    this.#notice.remove();
    if (this.#isNear && this.#widget.connectMode === 'intent') this.#widget.connect();
    if (this.#isPressed) {
      await this.#widget.updateComplete;
      this.#root.querySelector('chat-widget-launcher')?.click();
    } else if (hadFocus) this.#widget.focus();
  }
}

/** After all that the page itself is made of. */
function whenIdle(run: () => void): void {
  const { requestIdleCallback = setTimeout } = window as Partial<Window>;
  const wait = (): unknown => requestIdleCallback(run);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

function begin(): void {
  if (tag?.dataset['serverUrl']) {
    const widget = document.createElement('chat-widget');
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) widget.setAttribute(name.slice(5), value);
    }
    document.body.append(widget);
  }
  for (const widget of document.querySelectorAll<ChatWidget>('chat-widget:not(:defined)')) {
    // What shows more than a button needs all of it.
    if (widget.matches('[mode=inline], [mode=fullscreen], [open]')) void Promise.all([CORE, PANEL].map(fetchFile));
    else if (!widget.shadowRoot) new StandIn(widget);
  }
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
