import { register } from 'vue-advanced-chat';
import { SELF } from '../scene.mjs';

register();

function messageOf({ _id, message_body, user, created_at }) {
  const at = new Date(created_at);
  return {
    _id,
    content: message_body,
    senderId: user.user_id,
    username: user.name,
    date: at.toDateString(),
    timestamp: at.toTimeString().slice(0, 5),
  };
}

export function mount(root, rooms) {
  const chat = document.createElement('vue-advanced-chat');
  chat.style.display = 'block';
  chat.height = '700px';
  chat.currentUserId = SELF.user_id;
  chat.rooms = rooms.map(({ _id, name, participants }) => ({
    roomId: _id,
    roomName: name,
    avatar: '',
    users: participants.map((user) => ({ _id: user.user_id, username: user.name })),
  }));
  chat.roomsLoaded = true;
  chat.messagesLoaded = true;
  let messages = [];
  let shown;
  chat.addEventListener('fetch-messages', ({ detail: [{ room }] }) => {
    // It wants the messages after it has asked for them.
    if (room.roomId === shown) return;
    shown = room.roomId;
    // It clears what it shows after it has asked.
    setTimeout(() => {
      show(rooms.find(({ _id }) => _id === shown).messages.map(messageOf));
    });
  });
  chat.roomId = rooms[0]._id;
  root.replaceChildren(chat);
  const find = (selector) => chat.shadowRoot?.querySelector(selector);
  const show = (next) => {
    messages = next;
    chat.messages = messages;
  };
  return {
    rows: () => [...(chat.shadowRoot?.querySelectorAll('.vac-message-wrapper') ?? [])],
    lastRow: () => [...(chat.shadowRoot?.querySelectorAll('.vac-message-wrapper') ?? [])].at(-1),
    scroller: () => find('.vac-container-scroll'),
    input: () => find('.vac-textarea'),
    openSecond: () => {
      chat.roomId = rooms[1]._id;
    },
    append: (message) => {
      show([...messages, messageOf(message)]);
    },
    prepend: (older) => {
      show([...older.map(messageOf), ...messages]);
    },
  };
}
