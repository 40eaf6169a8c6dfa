import type { WireUser } from '../../../src/protocol/events.ts';
import { channelOfUser, type Context, type Handler } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Inbound } from '../schemas.ts';

/** Saves a room and tells all its participants; a direct room that is there already is told to the asker alone. */
export const newRoomCreate: Handler<Inbound['new_room_create']> = async (context, socket, { user }, payload) => {
  const { limits, queues, repository, server } = context;
  await limits.spend('rooms', user.user_id);
  const users = await usersNamed(context, user, payload.participants);
  if (payload.is_group && !payload.name) throw new Refusal('invalid_payload', 'A group needs a name.');
  if (!payload.is_group && users.length !== 2) {
    throw new Refusal('invalid_payload', 'A direct room is for you and one other person.');
  }
  await queues.run('rooms', async () => {
    const existing = payload.is_group ? undefined : await repository.findDirectRoom(users);
    if (existing) {
      socket.emit('add_room', existing);
      return;
    }
    const room = await repository.createRoom({ name: payload.name, isGroup: payload.is_group, users });
    server.to(users.map(({ user_id }) => channelOfUser(user_id))).emit('add_room', room);
  });
};

/** Everybody who was named, once, and the creator. */
async function usersNamed(
  { repository }: Context,
  creator: WireUser,
  named: readonly WireUser[],
): Promise<readonly WireUser[]> {
  const users = new Map([[creator.user_id, creator]]);
  for (const claim of named) {
    const [known, another] = await repository.findUsers(claim);
    if (!known && !claim.user_id) {
      throw new Refusal(
        'unknown_user',
        `${claim.email || claim.name || 'A participant without a name'} is not known here.`,
      );
    }
    if (another) {
      throw new Refusal(
        'ambiguous_user',
        `Several people are called ${claim.email || claim.name}. Give the id of the one.`,
      );
    }
    const user = known ?? claim;
    users.set(user.user_id, users.get(user.user_id) ?? user);
  }
  return [...users.values()];
}
