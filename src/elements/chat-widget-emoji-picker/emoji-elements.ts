import type { Emoji } from './find-emoji.ts';

/** As many as there are in the panel's usual width. */
const COLUMNS = 8;

/** What picks this emoji, to be found by `emojiAt`. */
function buttonOf({ char, codes: [code] }: Emoji): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  // No other name: screen readers know each emoji, in the person's own language.
  button.textContent = char;
  button.dataset['code'] = code;
  return button;
}

export function gridOf(emoji: readonly Emoji[]): HTMLElement {
  const grid = document.createElement('div');
  grid.className = 'grid';
  grid.style.setProperty('--_rows', String(Math.ceil(emoji.length / COLUMNS)));
  grid.append(...emoji.map(buttonOf));
  return grid;
}

/** A grid with its heading, to be found by the name. */
export function sectionOf(name: string, title: string, emoji: readonly Emoji[]): HTMLElement {
  const section = document.createElement('div');
  const heading = document.createElement('div');
  section.id = name;
  section.role = 'group';
  section.ariaLabel = title;
  heading.className = 'heading';
  heading.ariaHidden = 'true';
  heading.textContent = title;
  section.append(heading, gridOf(emoji));
  return section;
}

/** The emoji that an event happened on. */
export function emojiAt({ target }: Event): { readonly char: string; readonly code: string } | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  const code = button?.dataset['code'];
  return code === undefined ? undefined : { char: button?.textContent ?? '', code };
}
