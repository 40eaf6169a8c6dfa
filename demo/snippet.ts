import type { Appearance } from './appearance.ts';
import type { Person } from './people.ts';

export type Way = 'script' | 'npm';

/** The code that puts the first person's widget on a page of one's own. */
export function snippet(way: Way, person: Person, appearance: Appearance): string {
  const { theme, dir, accent } = appearance;
  const attributes = [
    `server-url="${location.origin}"`,
    ...(way === 'script' ? userAttributes(person) : []),
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    ...(dir === 'ltr' ? [] : [`dir="${dir}"`]),
  ];
  const element = `<chat-widget\n  ${attributes.join('\n  ')}\n></chat-widget>\n`;
  const style = accent ? `\n<style>\n  chat-widget { --chat-widget-accent: ${accent}; }\n</style>\n` : '';
  return way === 'script' ? scriptTag + element + style : element + style + module(person);
}

const scriptTag = `<script src="${location.origin}/chat-widget/chat-widget.classic.js" defer></script>\n\n`;

function userAttributes({ user_id, name, email }: Person): string[] {
  return [`user-id="${user_id}"`, `user-name="${name}"`, `user-email="${email}"`, 'token="…"'];
}

function module({ user_id, name, email }: Person): string {
  return `
<script type="module">
  import 'chat-widget'; // npm install chat-widget

  const chat = document.querySelector('chat-widget');
  chat.user = {
    id: '${user_id}',
    name: '${name}',
    email: '${email}',
  };
  chat.getToken = async () => (await fetch('/my-token')).text();
</script>
`;
}
