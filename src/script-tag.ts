import type { ChatWidget } from './elements/chat-widget/chat-widget.ts';

/** A module script is not told which tag it came from; it is the one with its address. */
function ownTag(): Element | null | undefined {
  return (
    document.currentScript ??
    Array.from(document.scripts).find(({ type, src }) => type === 'module' && src === import.meta.url)
  );
}

function mount(tag: Element): void {
  // Not `new`: another copy of the script may have been the first to define it.
  const widget = document.createElement('chat-widget');
  const { observedAttributes } = widget.constructor as typeof ChatWidget;
  for (const name of observedAttributes) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) widget.setAttribute(name, value);
  }
  document.body.append(widget);
}

/**
 * A tag that names a server puts a widget on its page, and every attribute of `<chat-widget>` may stand on it with `data-`
 * before its name: `<script src="chat-widget.classic.js" data-server-url="…" data-user-id="…" data-token="…"></script>`
 */
export function mountFromOwnTag(): void {
  const tag = ownTag();
  if (!tag?.hasAttribute('data-server-url')) return;
  // A script in the head runs before there is a body.
  if (document.readyState !== 'loading') mount(tag);
  else {
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        mount(tag);
      },
      { once: true },
    );
  }
}
