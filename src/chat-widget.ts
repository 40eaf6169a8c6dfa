/**
 * The entry for a `<script>` tag: defines the elements. A tag that names a server also puts a widget on its page, and every
 * attribute of `<chat-widget>` may stand on it with `data-` before its name:
 * `<script src="chat-widget.classic.js" data-server-url="…" data-user-id="…" data-token="…"></script>`
 */
import { ChatWidget } from './index.ts';

/** A module script is not told which tag it came from; it is the one with its address. */
function ownTag(): Element | null | undefined {
  return (
    document.currentScript ??
    Array.from(document.scripts).find(({ type, src }) => type === 'module' && src === import.meta.url)
  );
}

function mount(tag: Element): void {
  const widget = new ChatWidget();
  for (const name of ChatWidget.observedAttributes) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) widget.setAttribute(name, value);
  }
  document.body.append(widget);
}

const tag = ownTag();
if (tag?.hasAttribute('data-server-url')) {
  // A script in the head runs before there is a body.
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => mount(tag), { once: true });
  else mount(tag);
}
