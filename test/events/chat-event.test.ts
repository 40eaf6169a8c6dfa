import { expect } from '@open-wc/testing';
import { ChatBeforeSendEvent } from '../../src/events/chat-before-send-event.ts';
import { ChatConnectionChangeEvent } from '../../src/events/chat-connection-change-event.ts';
import { ChatErrorEvent } from '../../src/events/chat-error-event.ts';
import { ChatHideEvent } from '../../src/events/chat-hide-event.ts';
import { ChatLinkClickEvent } from '../../src/events/chat-link-click-event.ts';
import { ChatMessageReceiveEvent } from '../../src/events/chat-message-receive-event.ts';
import { ChatMessageSendEvent } from '../../src/events/chat-message-send-event.ts';
import { ChatMessageStatusEvent } from '../../src/events/chat-message-status-event.ts';
import { ChatPresenceChangeEvent } from '../../src/events/chat-presence-change-event.ts';
import { ChatProtocolErrorEvent } from '../../src/events/chat-protocol-error-event.ts';
import { ChatReadyEvent } from '../../src/events/chat-ready-event.ts';
import { ChatRoomAddEvent } from '../../src/events/chat-room-add-event.ts';
import { ChatRoomCreateEvent } from '../../src/events/chat-room-create-event.ts';
import { ChatRoomSelectEvent } from '../../src/events/chat-room-select-event.ts';
import { ChatRoomsChangeEvent } from '../../src/events/chat-rooms-change-event.ts';
import { ChatShowEvent } from '../../src/events/chat-show-event.ts';
import { ChatTypingChangeEvent } from '../../src/events/chat-typing-change-event.ts';
import { ChatUnreadChangeEvent } from '../../src/events/chat-unread-change-event.ts';
import { message, room } from '../support/fixtures.ts';

/** Every public event, its name, and whether a page may prevent it. */
const EVENTS: [event: Event, type: string, cancelable: boolean][] = [
  [new ChatBeforeSendEvent({ roomId: 'a', body: 'Hi' }), 'chat-before-send', true],
  [new ChatConnectionChangeEvent({ status: 'online', previous: 'idle' }), 'chat-connection-change', false],
  [new ChatErrorEvent({ error: { message: 'No.' } }), 'chat-error', false],
  [new ChatHideEvent(), 'chat-hide', true],
  [new ChatLinkClickEvent({ href: 'https://example.org/', message: message() }), 'chat-link-click', true],
  [new ChatMessageReceiveEvent({ message: message() }), 'chat-message-receive', false],
  [new ChatMessageSendEvent({ message: message() }), 'chat-message-send', false],
  [new ChatMessageStatusEvent({ message: message(), status: 'sent' }), 'chat-message-status', false],
  [new ChatPresenceChangeEvent({ online: [] }), 'chat-presence-change', false],
  [new ChatProtocolErrorEvent({ event: 'error', reason: 'none' }), 'chat-protocol-error', false],
  [new ChatReadyEvent({ rooms: [] }), 'chat-ready', false],
  [new ChatRoomAddEvent({ room: room() }), 'chat-room-add', false],
  [new ChatRoomCreateEvent({ name: '', participants: [], isGroup: false }), 'chat-room-create', true],
  [new ChatRoomSelectEvent({ roomId: undefined }), 'chat-room-select', true],
  [new ChatRoomsChangeEvent({ rooms: [] }), 'chat-rooms-change', false],
  [new ChatShowEvent(), 'chat-show', true],
  [new ChatTypingChangeEvent({ roomId: 'a', users: [] }), 'chat-typing-change', false],
  [new ChatUnreadChangeEvent({ unreadCount: 1 }), 'chat-unread-change', false],
];

describe('public events', () => {
  for (const [event, type, cancelable] of EVENTS) {
    it(`${type} bubbles, crosses shadow roots and ${cancelable ? 'can' : 'cannot'} be prevented`, () => {
      const { bubbles, composed } = event;
      expect({ type: event.type, bubbles, composed, cancelable: event.cancelable }).to.deep.equal({
        type,
        bubbles: true,
        composed: true,
        cancelable,
      });
    });
  }
});
