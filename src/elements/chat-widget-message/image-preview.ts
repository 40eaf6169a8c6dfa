import { html, type nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';

const IMAGE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** Whether an address looks like that of an image. */
function isImage(href: string): boolean {
  return URL.canParse(href) && IMAGE.test(new URL(href).pathname);
}

/**
 * For each link to an image a button that puts the image in its own place, below the sentence that holds the link. Nothing
 * is fetched before: whoever wrote the link could learn when it is read, and from where.
 * @param links absolute URLs
 * @returns one box with all of them, or nothing
 */
export function imagePreviewsTemplate(
  links: readonly string[],
  strings: Strings,
  tabIndex: number | typeof nothing,
): TemplateResult[] {
  const images = [...new Set(links)].filter(isImage);
  if (images.length === 0) return [];
  return [html`<div class="images">${images.map((href) => previewTemplate(href, strings, tabIndex))}</div>`];
}

function previewTemplate(href: string, strings: Strings, tabIndex: number | typeof nothing): TemplateResult {
  const show = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLElement) showImage(currentTarget, href, strings);
  };
  return html`<button class="show-image" part="show-image" type="button" tabindex=${tabIndex} @click=${show}>
    ${strings.showImage}
  </button>`;
}

function showImage(button: HTMLElement, href: string, strings: Strings): void {
  const image = new Image();
  image.alt = '';
  image.part.value = 'image';
  image.referrerPolicy = 'no-referrer';
  image.onerror = () => {
    const failure = document.createElement('span');
    failure.role = 'alert';
    failure.textContent = strings.imageNotLoaded;
    image.replaceWith(failure);
  };
  // The focus must not go with the button.
  if (button.matches(':focus')) button.closest<HTMLElement>('[role=article]')?.focus({ preventScroll: true });
  button.replaceWith(image);
  image.src = href;
}
