/**
 * What of the inner elements a page may style, by the names that it uses on `<chat-widget>`.
 * States are tokens beside a name: `::part(message own)`, `::part(connection-status offline)`.
 */
export const PARTS = {
  notices: 'notice, message: notice-message, count: notice-count, dismiss: notice-dismiss',
  connectionStatus:
    'status: connection-status, connecting, reconnecting, offline, unauthorized, failed, restored, retry: reconnect',
  roomList:
    'header: room-list-header, scroller: room-list-scroller, new-room, filter, list: room-list, row, room, current, unread, typing, room-avatar, room-title, room-time, room-preview, room-unread-count, presence, room-dialog, room-kind, room-people, people-input, people-chip, people-options, people-option, active, room-cancel, room-create',
  roomHeader: 'avatar: header-avatar, title: header-title, status: header-status, presence',
  thread:
    'scroller, day, unread: unread-line, gap, older, none, load-older, state, loading, empty, no-room, jump, message, own, continued, followed, group, pending, waiting, sent, failed, avatar: message-avatar, author, bubble, text, unknown, link, code, quote, list, show-image, image, copy, meta, time: message-time, status: message-status, failure, retry, delete',
  typingIndicator: 'indicator: typing-indicator, dots: typing-dots',
  composer:
    'composer, invalid, disabled, textarea, counter, attach, tray, attachment, uploading, ready, failed, drop, emoji, emoji-picker, suggestions, suggestion, active, send, problem: composer-problem, notice: composer-notice',
} as const;
