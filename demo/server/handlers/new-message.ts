import { channelOfRoom, type Context, type Handler } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Inbound } from '../schemas.ts';

/** Saves a message, then broadcasts it to all participants of the room, the sender included. */
export const newMessage: Handler<Inbound['new_message']> = async (context, _socket, { user }, payload) => {
  const { config, limits, queues, repository, server } = context;
  const { room, message_body: body, type } = payload;
  if (body.length > config.maxMessageLength) {
    throw new Refusal(
      'message_too_long',
      `A message may have ${config.maxMessageLength} characters; this one has ${body.length}.`,
    );
  }
  await limits.spend('messages', user.user_id);
  await requireParticipant(context, room, user.user_id);
  await queues.run(room, async () => {
    const message = await repository.createMessage({ room, user, type, body });
    server.to(channelOfRoom(room)).emit('message_broadcast', message);
  });
};

/**
 * Whether a room exists is nobody's business who is not in it.
 * @throws Refusal with the code `not_a_participant`
 */
export async function requireParticipant({ repository }: Context, room: string, userId: string): Promise<void> {
  if (!(await repository.isParticipant(room, userId))) {
    throw new Refusal('not_a_participant', 'You are not in this room.');
  }
}
