import type { Emoji } from './emoji-groups.ts';
import type { PersonalEmoji } from './personal-emoji.ts';

/** As many as there are in the panel's usual width. */
const COLUMNS = 8;

/** What each button picks. */
const picks = new WeakMap<Element, Emoji>();

function buttonOf(emoji: Emoji): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  picks.set(button, emoji);
  return button;
}

/** Buttons that `dressButtons` has yet to tell what they show. */
export function gridOf(emoji: readonly Emoji[]): HTMLElement {
  const grid = document.createElement('div');
  grid.className = 'grid';
  grid.style.setProperty('--_rows', String(Math.ceil(emoji.length / COLUMNS)));
  grid.append(...emoji.map(buttonOf));
  return grid;
}

/** A grid with a heading, which `titleGroups` has yet to write. */
export function sectionOf(name: string, emoji: readonly Emoji[]): HTMLElement {
  const section = document.createElement('div');
  const heading = document.createElement('div');
  section.id = name;
  section.role = 'group';
  heading.className = 'heading';
  heading.ariaHidden = 'true';
  section.append(heading, gridOf(emoji));
  return section;
}

/** Leads to a group. */
export function tabOf(name: string, sign: string): HTMLElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.tabIndex = -1;
  tab.textContent = sign;
  tab.dataset['group'] = name;
  return tab;
}

/** Names the groups, and what leads to them. */
export function titleGroups(groups: Element, tabs: Element, titles: Readonly<Record<string, string>>): void {
  for (const section of groups.children) {
    const title = titles[section.id] ?? '';
    section.ariaLabel = title;
    section.querySelector('.heading')?.replaceChildren(title);
  }
  for (const tab of tabs.querySelectorAll('button')) {
    tab.ariaLabel = tab.title = titles[tab.dataset['group'] ?? ''] ?? '';
  }
}

/** Shows each emoji in the person's tone, with its name in their language. */
export function dressButtons(root: ParentNode, person: PersonalEmoji): void {
  for (const button of root.querySelectorAll('.grid button')) {
    const emoji = picks.get(button);
    if (!emoji) continue;
    const char = person.charOf(emoji);
    if (button.textContent !== char) button.textContent = char;
    button.ariaLabel = person.nameOf(emoji);
  }
}

/** The name, and the short code, which is written from left to right in all languages. */
export function previewOf(emoji: Emoji, person: PersonalEmoji): readonly Node[] {
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = `${person.charOf(emoji)} ${person.nameOf(emoji)}`;
  const code = document.createElement('span');
  code.className = 'code';
  code.dir = 'ltr';
  code.textContent = `:${emoji.codes[0]}:`;
  return [name, code];
}

/** What a button, or something in it, picks. */
export function emojiOf(target: EventTarget | null): Emoji | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  return button ? picks.get(button) : undefined;
}
