import type { Parts } from './parts.ts';

/** Connected time in which the server must answer `new_room_create` with `add_room`. */
const ANSWER_MS = 10_000;

/** Lets each room that was asked for wait for its answer, and no longer: after a loss of the connection it waits anew. */
export function awaitRooms(parts: Parts): void {
  const { connection, roomCreations } = parts.state;
  for (const [id, { status }] of roomCreations) {
    const timer = `room ${id}`;
    if (status !== 'pending' || connection.status !== 'online') parts.timers.clear(timer);
    else if (!parts.timers.has(timer)) {
      parts.timers.set(timer, ANSWER_MS, () => {
        const failure = { code: 'no_answer', message: 'The server has not answered. Try again.' };
        parts.dispatch({ type: 'room-creation-failed', id, failure });
      });
    }
  }
}
