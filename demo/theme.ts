import '../src/index.ts';
import { people } from './people.ts';
import { seat } from './sign-in.ts';
import { codeOf, propertiesOf, type Theme } from './theme-code.ts';

const form = document.querySelector<HTMLFormElement>('#theme')!;
const code = document.querySelector<HTMLElement>('#code')!;
const copy = document.querySelector<HTMLButtonElement>('#copy')!;
const widgets = document.querySelectorAll('chat-widget');

for (const widget of widgets) seat(widget, people[0]);
const [preview] = widgets;
// A conversation shows more of a theme than a list does.
void preview?.ready.then(() => preview.selectRoom(preview.room ?? preview.rooms[0]?.id));

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
// A browser may restore the form of the last visit after the page has loaded.
addEventListener('pageshow', show);
for (const button of form.querySelectorAll<HTMLElement>('[data-preset]')) {
  button.addEventListener('click', () => {
    begin(new URLSearchParams(button.dataset['preset']?.replaceAll('#', '%23')));
  });
}
copy.addEventListener('click', () => {
  navigator.clipboard.writeText(code.textContent).then(
    () => {
      copy.textContent = 'Copied';
      setTimeout(() => (copy.textContent = 'Copy'), 1500);
    },
    // Without the permission the person copies by hand.
    () => getSelection()?.selectAllChildren(code),
  );
});
show();

/** The form as it was, with these values. */
function begin(values: URLSearchParams): void {
  form.reset();
  for (const [name, value] of values) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === 'on';
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  show();
}

function chosen(): Theme {
  const fields = Object.fromEntries(new FormData(form)) as Record<keyof Theme | 'ownSurface', string>;
  return { ...fields, surface: fields.ownSurface ? fields.surface : undefined } as Theme;
}

function show(): void {
  const theme = chosen();
  document.documentElement.dataset['theme'] = theme.theme;
  for (const widget of widgets) {
    widget.theme = theme.theme;
    widget.placement = theme.placement;
    for (const name of [...widget.style]) widget.style.removeProperty(name);
    for (const [name, value] of Object.entries(propertiesOf(theme))) widget.style.setProperty(name, value);
  }
  (form.elements.namedItem('radiusShown') as HTMLOutputElement).value = `${theme.radius} px`;
  (form.elements.namedItem('spaceShown') as HTMLOutputElement).value = `${theme.space} rem`;
  code.textContent = codeOf(theme);
}
