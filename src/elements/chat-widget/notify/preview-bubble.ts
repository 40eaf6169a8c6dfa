import type { RoomId } from '../../../protocol/model.ts';
import type { News } from './news.ts';
import type { NotifyView } from './notify-view.ts';
import { styles } from './preview-bubble.styles.ts';

/** Milliseconds that it stays, unless somebody is at it. */
const STAY = 8000;
const SVG = 'http://www.w3.org/2000/svg';

type BubbleView = Pick<NotifyView, 'host' | 'platform' | 'strings' | 'placement' | 'open'>;

/** Who has just written what, above the button in the corner. It takes no focus, and goes by itself. */
export class PreviewBubble {
  readonly #view: BubbleView;
  readonly #box = document.createElement('div');
  readonly #author = textElement('author', 'preview-author');
  readonly #text = textElement('text', 'preview-text');
  readonly #dismiss = buttonElement('dismiss', 'preview-dismiss');
  #roomId: RoomId | undefined;
  #cancel: (() => void) | undefined;

  constructor(view: BubbleView) {
    this.#view = view;
    this.#build();
  }

  /** A newer message takes the place of the one that is there. */
  show({ roomId, title, text }: News): void {
    const { host, strings, placement } = this.#view;
    this.#roomId = roomId;
    this.#author.textContent = title;
    this.#text.textContent = text;
    this.#dismiss.ariaLabel = this.#dismiss.title = strings().dismiss ?? 'Dismiss';
    this.#box.className = `${placement()} ${host.getAttribute('theme') ?? ''}`;
    if (!this.#box.isConnected) host.shadowRoot?.append(this.#box);
    this.#wait();
  }

  /** A focus on it goes to the button in the corner. */
  hide(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#roomId = undefined;
    const hadFocus = this.#box.matches(':focus-within');
    this.#box.remove();
    if (hadFocus) this.#view.host.focus();
  }

  hideIf(isRead: (roomId: RoomId) => boolean): void {
    if (this.#roomId !== undefined && isRead(this.#roomId)) this.hide();
  }

  #wait(): void {
    const { clock, page } = this.#view.platform;
    this.#cancel?.();
    this.#cancel = clock.after(STAY, () => {
      if (page.visible && !this.#box.matches(':hover, :focus-within')) this.hide();
      else this.#wait();
    });
  }

  #build(): void {
    const root = this.#box.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    this.#box.setAttribute('exportparts', 'preview, preview-author, preview-text, preview-dismiss');
    const bubble = document.createElement('div');
    const open = buttonElement('open');
    bubble.className = 'bubble';
    bubble.part.value = 'preview';
    open.append(this.#author, this.#text);
    this.#dismiss.append(crossIcon());
    bubble.append(open, this.#dismiss);
    root.append(bubble);
    open.addEventListener('click', () => {
      if (this.#roomId !== undefined) this.#view.open(this.#roomId);
      this.hide();
    });
    this.#dismiss.addEventListener('click', () => {
      this.hide();
    });
    bubble.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hide();
    });
  }
}

function textElement(name: string, part: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.part.value = part;
  element.dir = 'auto';
  return element;
}

function buttonElement(name: string, part = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.part.value = part;
  return button;
}

function crossIcon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  path.setAttribute('d', 'M6 6l12 12M18 6L6 18');
  svg.append(path);
  return svg;
}
