import {
  ChatContainer,
  Conversation,
  ConversationList,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
} from '@chatscope/chat-ui-kit-react';
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { createElement as h, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SELF } from '../scene.mjs';

const Row = memo(({ message }) =>
  h(Message, {
    model: {
      message: message.message_body,
      sender: message.user.name,
      sentTime: message.created_at,
      direction: message.user.user_id === SELF.user_id ? 'outgoing' : 'incoming',
      position: 'single',
    },
  }),
);
Row.displayName = 'Row';
// The list tells its children apart by this.
Row.cs = 'Message';

function Chat({ rooms, give }) {
  const [messages, setMessages] = useState(rooms[0].messages);
  give(setMessages);
  const conversations = rooms.map(({ _id, name }) => h(Conversation, { key: _id, name }));
  const rows = messages.map((message) => h(Row, { key: message._id, message }));
  return h(
    MainContainer,
    { style: { height: '700px' } },
    h(ConversationList, null, conversations),
    h(ChatContainer, null, h(MessageList, null, rows), h(MessageInput, { placeholder: 'Message' })),
  );
}

export function mount(root, rooms) {
  let setMessages = (_change) => {};
  const app = createRoot(root);
  app.render(
    h(Chat, {
      rooms,
      give: (setter) => {
        setMessages = setter;
      },
    }),
  );
  const all = (selector) => [...root.querySelectorAll(selector)];
  return {
    rows: () => all('.cs-message'),
    lastRow: () => all('.cs-message').at(-1),
    scroller: () => all('.cs-message-list__scroll-wrapper')[0],
    input: () => all('.cs-message-input__content-editor')[0],
    openSecond: () => {
      setMessages(rooms[1].messages);
    },
    append: (message) => {
      setMessages((messages) => [...messages, message]);
    },
    prepend: (older) => {
      setMessages((messages) => [...older, ...messages]);
    },
  };
}
