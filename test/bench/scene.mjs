/** What every system shows: the same people, rooms and messages, as the documented protocol sends them. */

export const SELF = { user_id: 'u1', name: 'Grace Hopper', email: 'grace@example.org' };
const PEER = { user_id: 'u2', name: 'Alan Turing', email: 'alan@example.org' };
const ROOM = 'r0';
const WORDS = 'lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor'.split(' ');
const BEGAN = Date.UTC(2026, 0, 1);

/** @param {number} index of the message in the room; negative ones are older than what was embedded */
export function message(index, room = ROOM) {
  const count = 3 + (Math.abs(index) % 11);
  return {
    _id: `${room}-${index}`,
    room,
    type: 'USER_TEXT_MESSAGE',
    message_body: `Message ${index}: ${WORDS.slice(0, count).join(' ')}`,
    user: index % 3 === 0 ? SELF : PEER,
    created_at: new Date(BEGAN + index * 1000).toISOString(),
  };
}

/** @param {number} from @param {number} to */
export function messages(from, to, room = ROOM) {
  return Array.from({ length: to - from }, (_, index) => message(from + index, room));
}

/**
 * The first room has all the messages, the others have one, or the second has as many as it is to have.
 * @param {{ rooms: number, messages: number, second?: number }} scene
 */
export function rooms(scene) {
  return Array.from({ length: scene.rooms }, (_, index) => ({
    _id: `r${index}`,
    name: `Room ${index}`,
    is_group: true,
    participants: [SELF, PEER],
    messages: messages(0, [scene.messages, scene.second][index] ?? 1, `r${index}`),
  }));
}
