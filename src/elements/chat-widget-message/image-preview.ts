import { html, type nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../localization/strings.ts';

const IMAGE = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** Whether an address looks like that of an image. */
export function isImage(href: string): boolean {
  return URL.canParse(href) && IMAGE.test(new URL(href).pathname);
}

/**
 * A button that puts the image in its own place. Nothing is fetched before: whoever wrote the link could learn when it is
 * read, and from where.
 */
export function imagePreviewTemplate(
  href: string,
  strings: Strings,
  tabIndex: number | typeof nothing,
): TemplateResult {
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
