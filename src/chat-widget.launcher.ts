/**
 * The entry for a classic `<script>` tag of two kilobytes: the button alone, for the tag's own widget and for those in the
 * page. It fetches the connection when `connect` says so, all the rest when somebody comes near, and makes room for it.
 */
import type { ChatWidget } from './elements/chat-widget/chat-widget.ts';
import { styles } from './launcher.styles.ts';

/** The files with the rest, beside this one; the build puts their names in. */
declare const EARLY: string;
declare const CORE: string;
declare const PANEL: string;

const OPEN = 'Open chat';
const FAILED = 'The chat could not be loaded.';
const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M21 11.5a8.4 8.4 0 0 1-12.3 7.4L3 21l2.1-5.7A8.4 8.4 0 1 1 21 11.5Z';
/** What a page may call before the widget is there. */
const METHODS = ['show', 'toggle', 'connect', 'logout', 'setUser', 'selectRoom', 'sendMessage'] as const;
type Callable = Record<(typeof METHODS)[number], (...args: unknown[]) => unknown>;

const tag = document.currentScript as HTMLScriptElement | null;

function fetchFiles(names: readonly string[]): Promise<unknown> {
  return Promise.all(names.map((name) => import(/* @vite-ignore */ new URL(name, tag?.src).href)));
}

const WHOLE = [EARLY, CORE, PANEL];

/** The picture on the button, or the page's own. */
function createIcon(): Element {
  const slot = document.createElement('slot');
  slot.name = 'launcher-icon';
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', BUBBLE);
  svg.append(path);
  slot.append(svg);
  return slot;
}

/** Puts a button into the shadow root that the widget will use, so that the page's styles and slots hold for both. */
function standIn(widget: ChatWidget): void {
  const root = widget.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  const notice = document.createElement('p');
  const connect = widget.getAttribute('connect');
  let isNear = false;
  let isPressed = false;

  async function load(files: readonly string[]): Promise<void> {
    try {
      await fetchFiles(files);
    } catch {
      if (isPressed) notice.textContent = widget.strings?.chatNotLoaded ?? FAILED;
      isPressed = false;
      button.ariaBusy = null;
      addEventListener('online', () => void load(files), { once: true });
    }
  }

  /** The number is an element, which connects where it stands. */
  function connectEarly(): void {
    button.append(document.createElement('chat-widget-early-count'));
    void load([EARLY]);
  }

  const loadAll = (): unknown => load(WHOLE);

  function onIntent({ type }: Event): void {
    isNear = true;
    if (type === 'click') {
      isPressed = true;
      notice.textContent = '';
      button.ariaBusy = 'true';
    }
    void loadAll();
  }

  async function makeRoom(): Promise<void> {
    const hadFocus = root.activeElement === button;
    button.remove();
    notice.remove();
    if (isNear && connect === 'intent') widget.connect();
    if (isPressed) {
      await widget.updateComplete;
      root.querySelector('chat-widget-launcher')?.click();
    } else if (hadFocus) widget.focus();
  }

  draw(widget, root, button, notice);
  for (const type of ['pointerover', 'focus', 'click']) button.addEventListener(type, onIntent);
  takeCalls(widget, loadAll);
  new MutationObserver(loadAll).observe(widget, { attributeFilter: ['open', 'mode'] });
  void customElements.whenDefined(widget.localName).then(makeRoom);
  if (connect === 'visible') whenSeen(button, connectEarly);
  else if (connect !== 'intent' && connect !== 'manual') whenIdle(connectEarly);
}

function draw(widget: ChatWidget, root: ShadowRoot, button: HTMLButtonElement, notice: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  button.part.value = 'launcher';
  button.ariaLabel = widget.strings?.openChat ?? OPEN;
  button.ariaExpanded = 'false';
  button.append(createIcon());
  notice.role = 'alert';
  // Lit renders before the first node that it finds, which must stay.
  root.append(new Comment(), button, notice);
}

/** As properties of its own, which go when the widget has its methods. */
function takeCalls(widget: ChatWidget, load: () => unknown): void {
  const isDefined = customElements.whenDefined(widget.localName);
  for (const name of METHODS) {
    void isDefined.then(() => Reflect.deleteProperty(widget, name));
    Object.assign(widget, {
      [name]: async (...args: unknown[]): Promise<unknown> => {
        load();
        await isDefined;
        return (widget as Callable)[name](...args);
      },
    });
  }
}

function whenSeen(element: Element, run: () => void): void {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
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
    if (widget.matches('[mode=inline],[mode=fullscreen],[open]')) void fetchFiles(WHOLE);
    else if (!widget.shadowRoot) standIn(widget);
  }
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
