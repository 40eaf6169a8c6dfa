/** The limit: as the floor, but with the last rows of the room only, written once a frame. */
import { mount as mountPlain } from './plain.mjs';

const MOST_ROWS = 120;

export function mount(root, rooms) {
  const view = mountPlain(
    root,
    rooms.map((room) => ({ ...room, messages: room.messages.slice(-MOST_ROWS) })),
  );
  let waiting = [];
  return {
    ...view,
    append(message) {
      if (waiting.length === 0) {
        requestAnimationFrame(() => {
          view.appendAll(waiting.splice(0).slice(-MOST_ROWS));
          const rows = view.rows();
          for (const row of rows.slice(0, Math.max(0, rows.length - MOST_ROWS))) row.remove();
        });
      }
      waiting.push(message);
    },
    prepend: undefined,
  };
}
