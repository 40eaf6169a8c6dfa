import 'deep-chat';
import { SELF } from '../scene.mjs';

const messageOf = ({ message_body, user }) => ({
  text: message_body,
  role: user.user_id === SELF.user_id ? 'user' : 'ai',
});

export function mount(root, rooms) {
  const chat = document.createElement('deep-chat');
  chat.style.cssText = 'display: block; width: 700px; height: 700px';
  chat.connect = { handler: () => {} };
  chat.history = rooms[0].messages.map(messageOf);
  root.replaceChildren(chat);
  const all = (selector) => [...(chat.shadowRoot?.querySelectorAll(selector) ?? [])];
  return {
    rows: () => all('.message-bubble'),
    lastRow: () => all('.message-bubble').at(-1),
    scroller: () => all('#messages')[0],
    input: () => all('#text-input')[0],
    append: (message) => {
      chat.addMessage(messageOf(message));
    },
    // It loads older messages by itself only, when it is scrolled.
    prepend: undefined,
  };
}
