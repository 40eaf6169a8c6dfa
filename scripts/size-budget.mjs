/**
 * What a page fetches, and the KiB of gzip that it may weigh: what it weighs now and a little more, so that nothing grows
 * unnoticed. `*` stands for the part of a name that changes with what is inside.
 * @type {readonly { what: string, files: readonly string[], budget: number }[]}
 */
export const budgets = [
  { what: 'launcher: the button alone', files: ['chat-widget.launcher.js'], budget: 2.15 },
  {
    what: 'launcher: and connection, unread count',
    files: ['chat-widget.launcher.js', 'chat-widget.early.*.js'],
    budget: 38.8,
  },
  {
    what: 'module: button, connection, unread count',
    files: ['chat-widget.js', 'chat-widget.early.*.js', 'chat-widget.core.*.js'],
    budget: 56,
  },
  { what: 'module: inside of the panel', files: ['chat-widget.panel.*.js'], budget: 32.8 },
  { what: 'module: the dialog in which a room is begun', files: ['chat-widget.dialog.*.js'], budget: 5.4 },
  {
    what: 'module: all but what few use',
    files: ['chat-widget.js', 'chat-widget.early.*.js', 'chat-widget.core.*.js', 'chat-widget.panel.*.js'],
    budget: 88.6,
  },
  { what: 'classic: all but what few use, in one file', files: ['chat-widget.classic.js'], budget: 88.8 },
];
