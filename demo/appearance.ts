import type { ChatWidget } from '../src/index.ts';

/** The choices above the stage. */
export interface Appearance {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  /** `#rrggbb`, or undefined for the widget's own. */
  readonly accent: string | undefined;
}

/** Applies the choices to page and widgets, now and at each change, and tells them on. */
export function followAppearance(
  form: HTMLFormElement,
  widgets: Iterable<ChatWidget>,
  changed: (appearance: Appearance) => void,
): void {
  const ownAccent = new FormData(form).get('accent');
  const apply = (): void => {
    const { theme, dir, accent } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const appearance = { theme, dir, accent: accent === ownAccent ? undefined : accent } as Appearance;
    document.documentElement.dataset['theme'] = appearance.theme;
    for (const widget of widgets) {
      widget.theme = appearance.theme;
      widget.dir = appearance.dir;
      if (appearance.accent) widget.style.setProperty('--chat-widget-accent', appearance.accent);
      else widget.style.removeProperty('--chat-widget-accent');
    }
    changed(appearance);
  };
  form.addEventListener('input', apply);
  // A browser may restore the form of the last visit after the page has loaded.
  addEventListener('pageshow', apply);
  apply();
}
