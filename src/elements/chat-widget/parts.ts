/**
 * What of the inner elements a page may style, by the names that it uses on `<chat-widget>`.
 * States are tokens beside a name: `::part(message own)`, `::part(connection-status offline)`.
 */
export const PARTS = {
  notices: 'notice, message: notice-message, count: notice-count, dismiss: notice-dismiss',
  connectionStatus:
    'status: connection-status, connecting, reconnecting, offline, unauthorized, failed, restored, retry: reconnect',
  roomList:
    'header: room-list-header, new-room, filter, list: room-list, row, room, current, unread, typing, room-avatar, room-title, room-time, room-preview, room-unread-count, room-dialog',
  roomHeader: 'avatar: header-avatar, title: header-title, status: header-status',
  thread:
    'scroller, day, unread: unread-line, state, loading, empty, no-room, jump, message, own, continued, followed, group, pending, sent, failed, avatar: message-avatar, author, bubble, text, unknown, link, code, quote, list, show-image, image, copy, meta, time: message-time, status: message-status, failure, retry, delete',
  typingIndicator: 'indicator: typing-indicator, dots: typing-dots',
  composer: 'composer, invalid, disabled, textarea, counter, send, notice: composer-notice',
} as const;
